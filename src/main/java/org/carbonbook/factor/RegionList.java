package org.carbonbook.factor;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The regions of {@code conf/regions.csv}, in its order. */
record RegionList(List<Region> regions) implements Serializable {
  static final String PATH = "regions.csv";
  private static final List<String> COLUMNS =
      List.of("region_code", "zh", "zh_full", "en", "level", "parent", "grid", "grid_2021");

  static RegionList read(FactorCsv csv, Findings findings) {
    List<Region> regions = new ArrayList<>();
    Optional<FactorTable> table = csv.read(PATH).filter(t -> t.hasColumns(COLUMNS, findings));
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.map(FactorTable::rows).orElse(List.of())) {
      if (row.isFilled("region_code")
          && keys.isNew(row.text("region_code"), Validity.ALWAYS, row)) {
        regions.add(region(row));
      }
    }
    return new RegionList(List.copyOf(regions));
  }

  Optional<Region> find(String code) {
    return regions.stream().filter(r -> r.regionCode().equals(code)).findFirst();
  }

  private static Region region(FactorRow row) {
    return new Region(
        row.text("region_code"),
        row.text("zh"),
        row.text("zh_full"),
        row.text("en"),
        row.text("level"),
        row.text("parent"),
        row.text("grid"),
        row.text("grid_2021"));
  }
}
