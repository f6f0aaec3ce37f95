package org.carbonbook.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The classes of vehicles: {@code conf/transport/classes.csv}. */
final class VehicleClasses {

  static final String FILE = "transport/classes.csv";

  private final Map<String, VehicleClass> byName = new HashMap<>();

  /**
   * A class of vehicles.
   *
   * @param code its code
   * @param zh its name in Chinese
   * @param mode what it does for trips
   * @param modeZh that in Chinese
   * @param isBus whether it is a bus of public transport
   * @param maxKmPerDay the most that one drives in a day
   */
  record VehicleClass(
      String code, String zh, String mode, String modeZh, boolean isBus, double maxKmPerDay) {}

  VehicleClasses(ConfTable table) {
    for (ConfRow row : table.rows()) {
      VehicleClass known =
          new VehicleClass(
              row.filled("vehicle_class"),
              row.filled("zh"),
              row.filled("mode"),
              row.filled("mode_zh"),
              row.filled("is_bus").equals("yes"),
              row.decimal("max_km_per_day").doubleValue());
      byName.put(known.code(), known);
      byName.put(known.zh(), known);
      row.list("aliases").forEach(name -> byName.put(name, known));
    }
  }

  /** The class with this code or name. */
  Optional<VehicleClass> find(String name) {
    return Optional.ofNullable(name).map(byName::get);
  }

  /** The class with this code. */
  VehicleClass get(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no class " + code));
  }
}
