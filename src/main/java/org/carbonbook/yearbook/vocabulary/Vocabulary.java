package org.carbonbook.yearbook.vocabulary;

import java.io.Serializable;
import java.nio.file.Path;
import org.carbonbook.unit.UnitRegistry;

/**
 * The codes that observations are made of.
 *
 * @param indicators what is measured
 * @param sectors whose it is
 * @param items of what: fuels, and the parts of accounts that are not energy
 * @param bases substance and price bases
 * @param units printed units
 * @param regions regions
 */
public record Vocabulary(
    CodeList indicators,
    CodeList sectors,
    CodeList items,
    CodeList bases,
    UnitRegistry units,
    RegionNames regions)
    implements Serializable {

  public static Vocabulary load(Path conf) {
    return new Vocabulary(
        loadIndicators(conf),
        new CodeList().add(conf.resolve("sectors.csv"), "sector"),
        new CodeList()
            .add(conf.resolve("fuels.csv"), "fuel")
            .add(conf.resolve("items.csv"), "item"),
        new CodeList().add(conf.resolve("bases.csv"), "basis"),
        UnitRegistry.load(conf.resolve("units.csv")),
        RegionNames.load(conf.resolve("regions.csv")));
  }

  /** The indicators alone: {@code conf/indicators.csv}. */
  public static CodeList loadIndicators(Path conf) {
    return new CodeList().add(conf.resolve("indicators.csv"), "indicator");
  }

  /**
   * Checks the codes of a crosswalk line.
   *
   * @throws IllegalArgumentException naming the line and the nearest codes
   */
  void requireCodes(LabelMapping mapping, String place) {
    indicators.requireCode(mapping.indicator(), place);
    sectors.requireCode(mapping.sector(), place);
    items.requireCode(mapping.item(), place);
    bases.requireCode(mapping.basis(), place);
    if (!mapping.unit().isBlank() && units.findUnit(mapping.unit()).isEmpty()) {
      throw new IllegalArgumentException(place + ": no unit '" + mapping.unit() + "' in units.csv");
    }
  }
}
