package org.carbonbook.meter.registry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/** The units of each kind of energy, from {@code conf/meter/units.csv}. */
public final class MeterUnits implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, Unit> units = new HashMap<>();
  private final HashMap<String, String> printed = new HashMap<>();

  record Unit(String canonical, double factor) implements Serializable {}

  public static MeterUnits read(Path conf) {
    MeterUnits units = new MeterUnits();
    for (ConfRow row : ConfTable.read(conf.resolve("meter/units.csv")).rows()) {
      String kind = row.filled("energy_kind");
      units.units.put(
          key(kind, row.filled("unit")),
          new Unit(row.filled("canonical_unit"), row.decimal("factor").doubleValue()));
      units.printed.merge(kind, row.filled("unit"), (a, b) -> a + ", " + b);
    }
    return units;
  }

  /**
   * A unit of a kind of energy.
   *
   * @throws IllegalArgumentException that lists the units of the kind, or the kinds
   */
  Unit getUnit(String kind, String unit) {
    Unit found = units.get(key(kind, unit));
    if (found == null) {
      throw new IllegalArgumentException(
          printed.containsKey(kind)
              ? "unit %s does not fit %s: use %s".formatted(unit, kind, printed.get(kind))
              : "energy kind %s is unknown: use one of %s"
                  .formatted(kind, List.copyOf(new java.util.TreeSet<>(printed.keySet()))));
    }
    return found;
  }

  /** What a value in one unit is multiplied by to be in another one of the same kind of energy. */
  OptionalDouble ratio(String kind, String from, String to) {
    Unit one = units.get(key(kind, from));
    Unit other = units.get(key(kind, to));
    return one == null || other == null || !one.canonical().equals(other.canonical())
        ? OptionalDouble.empty()
        : OptionalDouble.of(one.factor() / other.factor());
  }

  private static String key(String kind, String unit) {
    return kind + "/" + unit;
  }
}
