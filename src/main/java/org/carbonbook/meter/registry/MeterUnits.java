package org.carbonbook.meter.registry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.intake.SmallCsv;

/** The units of each kind of energy, from {@code conf/meter/units.csv}. */
public final class MeterUnits {

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, String> printed = new HashMap<>();

  record Unit(String canonical, double factor) {}

  public static MeterUnits read(Path conf) {
    MeterUnits units = new MeterUnits();
    for (Map<String, String> row : SmallCsv.read(conf.resolve("meter/units.csv"))) {
      String kind = row.get("energy_kind");
      units.units.put(
          key(kind, row.get("unit")),
          new Unit(row.get("canonical_unit"), Double.parseDouble(row.get("factor"))));
      units.printed.merge(kind, row.get("unit"), (a, b) -> a + ", " + b);
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

  private static String key(String kind, String unit) {
    return kind + "/" + unit;
  }
}
