package org.carbonbook.statistics.decoupling;

import java.util.OptionalDouble;

/**
 * Decoupling by Tapio (2005, Transport Policy 12): the elasticity of the pressure with respect to
 * the driver, relative change over relative change, and the state it means.
 *
 * <p>Borders: coupling is 0.8 &lt;= e &lt;= 1.2, both included; e = 0, a pressure that stands
 * still, is weak (negative) decoupling; a driver that stands still is undefined. The state follows
 * from the elasticity as it is published, to the last binary digit and without tolerance, so
 * anybody can read the state off the table: 0.04/0.05 is 0.7999999999999999 and therefore below the
 * border.
 */
public final class Tapio {

  private static final double LOWER = 0.8;
  private static final double UPPER = 1.2;

  private Tapio() {}

  /**
   * The elasticity; empty if the driver does not change.
   *
   * @param pressureChange the relative change of the pressure, e.g. emissions; 0.05 is +5 %
   * @param driverChange the relative change of the driver, e.g. output
   */
  public static OptionalDouble findElasticity(double pressureChange, double driverChange) {
    return driverChange == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(pressureChange / driverChange);
  }

  /** The state. */
  public static DecouplingState state(double pressureChange, double driverChange) {
    OptionalDouble elasticity = findElasticity(pressureChange, driverChange);
    if (elasticity.isEmpty() || Double.isNaN(elasticity.getAsDouble())) {
      return DecouplingState.UNDEFINED;
    }
    double e = elasticity.getAsDouble();
    return driverChange > 0 ? growing(pressureChange, e) : shrinking(pressureChange, e);
  }

  private static DecouplingState growing(double pressureChange, double e) {
    if (pressureChange < 0) {
      return DecouplingState.STRONG_DECOUPLING;
    }
    if (e < LOWER) {
      return DecouplingState.WEAK_DECOUPLING;
    }
    return e <= UPPER
        ? DecouplingState.EXPANSIVE_COUPLING
        : DecouplingState.EXPANSIVE_NEGATIVE_DECOUPLING;
  }

  private static DecouplingState shrinking(double pressureChange, double e) {
    if (pressureChange > 0) {
      return DecouplingState.STRONG_NEGATIVE_DECOUPLING;
    }
    if (e < LOWER) {
      return DecouplingState.WEAK_NEGATIVE_DECOUPLING;
    }
    return e <= UPPER ? DecouplingState.RECESSIVE_COUPLING : DecouplingState.RECESSIVE_DECOUPLING;
  }
}
