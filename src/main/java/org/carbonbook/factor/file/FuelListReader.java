package org.carbonbook.factor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.FuelList;
import org.carbonbook.factor.value.Validity;

/** Reads and lints {@code conf/fuel-groups.csv}. */
public final class FuelListReader {

  private static final String PATH = "fuel-groups.csv";
  private static final List<String> COLUMNS =
      List.of("fuel", "zh", "en", "group", "group_zh", "group_en", "unit", "role");
  private static final Set<String> ROLES = Set.of("fuel", "carrier", "aggregate", "unspecified");

  private FuelListReader() {}

  /** The list; what is wrong with the file is a finding. */
  public static FuelList read(FactorFileReader csv, FactorFindings findings) {
    List<Fuel> fuels = new ArrayList<>();
    Optional<FactorFile> table = csv.read(PATH).filter(t -> t.hasColumns(COLUMNS, findings));
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.map(FactorFile::rows).orElse(List.of())) {
      if (row.isFilled("fuel")
          && isRole(row)
          && keys.isNew(row.text("fuel"), Validity.ALWAYS, row)) {
        fuels.add(fuel(row));
      }
    }
    return new FuelList(List.copyOf(fuels));
  }

  private static boolean isRole(FactorRow row) {
    if (ROLES.contains(row.text("role"))) {
      return true;
    }
    row.note(
        FactorNotice.FACTOR_VALUE_UNKNOWN,
        "role is '" + row.text("role") + "'",
        "write fuel, carrier, aggregate or unspecified");
    return false;
  }

  private static Fuel fuel(FactorRow row) {
    return new Fuel(
        row.text("fuel"),
        row.text("zh"),
        row.text("en"),
        row.text("group"),
        row.text("group_zh"),
        row.text("group_en"),
        row.text("unit"),
        row.text("role"));
  }
}
