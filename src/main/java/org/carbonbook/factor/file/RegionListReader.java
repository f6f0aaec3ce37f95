package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.factor.value.Validity;

/** Reads and lints {@code conf/regions.csv}. */
public final class RegionListReader {

  private static final String PATH = "regions.csv";
  private static final List<String> COLUMNS =
      List.of("region_code", "zh", "zh_full", "en", "level", "parent", "grid", "grid_2021");

  private RegionListReader() {}

  /** Reads the list and adds a notice for each fault of the file. */
  public static RegionList read(FactorFileReader csv, FactorFindings findings) {
    List<Region> regions = new ArrayList<>();
    Optional<FactorFile> table = csv.read(PATH).filter(t -> t.hasColumns(COLUMNS, findings));
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.map(FactorFile::rows).orElse(List.of())) {
      if (row.isFilled("region_code")
          && keys.isNew(row.text("region_code"), Validity.ALWAYS, row)) {
        regions.add(region(row));
      }
    }
    return new RegionList(List.copyOf(regions));
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
