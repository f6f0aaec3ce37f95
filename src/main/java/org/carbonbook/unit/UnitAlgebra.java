package org.carbonbook.unit;

import java.util.HashMap;
import java.util.Map;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

/**
 * The registry's units as units of indriya, whose algebra then does the rest. A substance basis is
 * a base unit of its own with a dimension of its own: t C and t CO2 are as little addable as metres
 * and seconds, and a basis cancels in a quotient as a dimension does.
 */
final class UnitAlgebra {

  /** Dimensions of our own take their symbols from Unicode's private use area. */
  private static final char FIRST_SYMBOL = '\uE000';

  private static final Map<String, Unit<?>> OWN = new HashMap<>();

  private UnitAlgebra() {}

  /** The unit of a figure that is counted in {@code definition} on {@code basis}. */
  static Unit<?> unitOf(UnitDefinition definition, String basis) {
    Unit<?> unit = canonical(definition.canonicalUnit()).multiply(definition.factor());
    boolean carried = basis.isBlank() || basis.equals(definition.basis());
    return carried ? unit : unit.multiply(own("basis:" + basis));
  }

  private static Unit<?> canonical(String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      return simple(id);
    }
    return simple(id.substring(0, slash)).divide(simple(id.substring(slash + 1)));
  }

  private static Unit<?> simple(String id) {
    return switch (id) {
      case "1" -> AbstractUnit.ONE;
      case "t" -> Units.KILOGRAM.multiply(1000);
      case "m3" -> Units.CUBIC_METRE;
      case "m2" -> Units.SQUARE_METRE;
      case "GJ" -> Units.JOULE.multiply(1_000_000_000);
      case "kWh" -> Units.JOULE.multiply(3_600_000);
      case "tCO2" -> Units.KILOGRAM.multiply(1000).multiply(own("basis:CO2"));
      case "tC" -> Units.KILOGRAM.multiply(1000).multiply(own("basis:C"));
      default -> own(id);
    };
  }

  private static synchronized Unit<?> own(String name) {
    return OWN.computeIfAbsent(
        name, n -> new BaseUnit<>(n, UnitDimension.parse((char) (FIRST_SYMBOL + OWN.size()))));
  }
}
