package org.carbonbook.transport;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** Energy and air pollutants per km: {@code conf/transport/consumption.csv}. */
final class Consumption {

  static final String FILE = "transport/consumption.csv";

  private static final String ANY = "*";

  private final Map<String, PerKm> byKey = new HashMap<>();

  /**
   * Of one vehicle-km.
   *
   * @param mj MJ of fuel
   * @param noxGram g NOx, or null
   * @param pm10Gram g PM10 of the exhaust, or null
   * @param source where it is from
   */
  record PerKm(double mj, Double noxGram, Double pm10Gram, String source) {}

  Consumption(ConfTable table) {
    for (ConfRow row : table.rows()) {
      byKey.put(
          key(row.filled("vehicle_class"), row.filled("fuel"), row.filled("standard")),
          new PerKm(
              row.decimal("mj_per_km").doubleValue(),
              row.findDecimal("nox_g_per_km").map(BigDecimal::doubleValue).orElse(null),
              row.findDecimal("pm10_g_per_km").map(BigDecimal::doubleValue).orElse(null),
              row.filled("source")));
    }
  }

  /** Of a vehicle by its class, fuel and standard, or of any standard. */
  Optional<PerKm> find(Vehicle vehicle) {
    PerKm own = byKey.get(key(vehicle.vehicleClass(), vehicle.fuel(), vehicle.standard()));
    PerKm any = byKey.get(key(vehicle.vehicleClass(), vehicle.fuel(), ANY));
    return Optional.ofNullable(own == null ? any : own);
  }

  private static String key(String vehicleClass, String fuel, String standard) {
    return String.join("/", vehicleClass, fuel, standard);
  }
}
