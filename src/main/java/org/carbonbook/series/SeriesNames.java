package org.carbonbook.series;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.industry.IndustryRules;

/**
 * The Chinese names of the codes of a series, and the dimensions of its indicator.
 *
 * @param regions names of regions by code
 * @param indicators names of indicators
 * @param dimensions the dimensions of indicators
 * @param items names of fuels and of other items
 * @param industry names of sectors and of sets of industries
 */
record SeriesNames(
    Map<String, String> regions,
    Map<String, String> indicators,
    Map<String, List<String>> dimensions,
    Map<String, String> items,
    IndustryRules industry)
    implements Serializable {

  /** The files of a configuration folder that it is read from. */
  static final List<String> FILES =
      List.of("regions.csv", "indicators.csv", "fuels.csv", "items.csv", "sectors.csv");

  /**
   * Reads a configuration folder.
   *
   * @throws IllegalArgumentException with file and line, when a file cannot be used
   */
  static SeriesNames read(Path conf, IndustryRules industry) {
    Map<String, List<String>> dimensions = new HashMap<>();
    for (ConfRow line : ConfTable.read(conf.resolve("indicators.csv")).rows()) {
      dimensions.put(line.filled("indicator"), new java.util.ArrayList<>(line.list("dimension")));
    }
    Map<String, String> items = names(conf.resolve("items.csv"), "item");
    items.putAll(names(conf.resolve("fuels.csv"), "fuel"));
    return new SeriesNames(
        names(conf.resolve("regions.csv"), "region_code"),
        names(conf.resolve("indicators.csv"), "indicator"),
        dimensions,
        items,
        industry);
  }

  private static Map<String, String> names(Path file, String code) {
    Map<String, String> names = new HashMap<>();
    for (ConfRow line : ConfTable.read(file).rows()) {
      names.put(line.filled(code), line.text("zh"));
    }
    return names;
  }

  /** The name of a region; its code where it has none. */
  String ofRegion(String code) {
    return regions.getOrDefault(code, code);
  }

  /** The name of an indicator; its code where it has none. */
  String ofIndicator(String indicator) {
    return indicators.getOrDefault(indicator, indicator);
  }

  /** The name of a sector or set; its code where it has none; null where there is no sector. */
  String ofSector(String sector) {
    return sector == null ? null : industry.nameOf(sector);
  }

  /** The name of a fuel or other item; its code where it has none; null where there is none. */
  String ofItem(String item) {
    return item == null ? null : items.getOrDefault(item, item);
  }

  /** The first of some dimensions that an indicator has; null where it has none of them. */
  String findDimension(String indicator, List<String> some) {
    return dimensions.getOrDefault(indicator, List.of()).stream()
        .filter(some::contains)
        .findFirst()
        .orElse(null);
  }
}
