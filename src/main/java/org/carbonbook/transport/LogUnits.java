package org.carbonbook.transport;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The units in which logs print distances and quantities: {@code conf/transport/units.csv}. */
final class LogUnits {

  static final String FILE = "transport/units.csv";

  private final Map<String, Unit> byName = new HashMap<>();

  /**
   * A printed unit.
   *
   * @param canonical the unit in which amounts are counted
   * @param factor canonical units in one, or null where the printed unit has several meanings
   */
  record Unit(String canonical, BigDecimal factor) {}

  LogUnits(ConfTable table) {
    for (ConfRow row : table.rows()) {
      Unit unit = new Unit(row.filled("canonical"), row.findDecimal("factor").orElse(null));
      byName.put(key(row.filled("unit")), unit);
      row.list("printed").forEach(name -> byName.put(key(name), unit));
    }
  }

  /** The unit with this printed name, if it has one meaning. */
  Optional<Unit> find(String printed) {
    return Optional.ofNullable(printed)
        .map(name -> byName.get(key(name)))
        .filter(unit -> unit.factor() != null);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
