package org.carbonbook.transport;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The fuels of vehicles: {@code conf/transport/fuels.csv}. */
final class VehicleFuels {

  static final String FILE = "transport/fuels.csv";

  private final Map<String, VehicleFuel> byCode = new LinkedHashMap<>();
  private final Map<String, VehicleFuel> byName = new HashMap<>();

  /**
   * A fuel.
   *
   * @param code as balances name it
   * @param zh its name in Chinese
   * @param unit in which it is counted
   * @param kgPerUnit kg in one counted unit, or null where factors are per counted unit
   * @param wttGramPerMj g CO2 equivalent per MJ from well to tank, or null
   */
  record VehicleFuel(
      String code, String zh, String unit, BigDecimal kgPerUnit, Double wttGramPerMj) {}

  VehicleFuels(ConfTable table) {
    for (ConfRow row : table.rows()) {
      VehicleFuel fuel =
          new VehicleFuel(
              row.filled("fuel"),
              row.filled("zh"),
              row.filled("unit"),
              row.findDecimal("kg_per_unit").orElse(null),
              row.findDecimal("wtt_gco2e_per_mj").map(BigDecimal::doubleValue).orElse(null));
      byCode.put(fuel.code(), fuel);
      byName.put(key(fuel.code()), fuel);
      byName.put(key(fuel.zh()), fuel);
      row.list("products").forEach(name -> byName.put(key(name), fuel));
    }
  }

  /** The fuel with this code or printed name. */
  Optional<VehicleFuel> find(String printed) {
    return Optional.ofNullable(printed).map(name -> byName.get(key(name)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
