package org.carbonbook.factor;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fuels of {@code conf/fuel-groups.csv}, in its order. */
record FuelList(List<Fuel> fuels) implements Serializable {
  static final String PATH = "fuel-groups.csv";
  private static final List<String> COLUMNS =
      List.of("fuel", "zh", "en", "group", "group_zh", "group_en", "unit", "role");
  private static final Set<String> ROLES = Set.of("fuel", "carrier", "aggregate", "unspecified");

  static FuelList read(FactorCsv csv, Findings findings) {
    List<Fuel> fuels = new ArrayList<>();
    Optional<FactorTable> table = csv.read(PATH).filter(t -> t.hasColumns(COLUMNS, findings));
    KeyLint keys = new KeyLint();
    for (FactorRow row : table.map(FactorTable::rows).orElse(List.of())) {
      if (row.isFilled("fuel")
          && isRole(row)
          && keys.isNew(row.text("fuel"), Validity.ALWAYS, row)) {
        fuels.add(fuel(row));
      }
    }
    return new FuelList(List.copyOf(fuels));
  }

  Optional<Fuel> find(String code) {
    return fuels.stream().filter(f -> f.fuel().equals(code)).findFirst();
  }

  List<String> codes() {
    return fuels.stream().map(Fuel::fuel).toList();
  }

  private static boolean isRole(FactorRow row) {
    if (ROLES.contains(row.text("role"))) {
      return true;
    }
    row.note(
        FactorNotice.FACTOR_VALUE_UNKNOWN,
        "role is '" + row.text("role") + "'",
        "Write fuel, carrier, aggregate or unspecified");
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
