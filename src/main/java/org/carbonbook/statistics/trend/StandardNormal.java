package org.carbonbook.statistics.trend;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
final class StandardNormal {

  private static final double SQRT2 = Math.sqrt(2);

  private StandardNormal() {}

  /** The chance of a value at least as far from zero, on either side. */
  static double twoSided(double z) {
    // The complementary error function keeps its digits in the tail, where 1 - Phi has none.
    return Erf.erfc(Math.abs(z) / SQRT2);
  }

  /** The value below which a share p of the distribution lies. */
  static double quantile(double p) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
  }
}
