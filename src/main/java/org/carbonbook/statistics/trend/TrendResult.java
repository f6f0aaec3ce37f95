package org.carbonbook.statistics.trend;

/**
 * The outcome of a test for a monotone trend.
 *
 * @param n the number of observations it rests on
 * @param s the score, Kendall's S or the variant of it that the test uses
 * @param varS the variance of s under no trend; negative where a correction overshoots
 * @param z the standardised score; NaN where the variance is negative
 * @param p the two-sided probability of so large a |z|; NaN where z is
 * @param tau s over the number of pairs
 */
public record TrendResult(int n, double s, double varS, double z, double p, double tau) {

  /** With the continuity correction: z = (s - sign s) / sqrt(var). */
  static TrendResult corrected(int n, double s, double varS, double tau) {
    return standardised(n, s, s - Math.signum(s), varS, tau);
  }

  /** Without it: z = s / sqrt(var). */
  static TrendResult uncorrected(int n, double s, double varS, double tau) {
    return standardised(n, s, s, varS, tau);
  }

  private static TrendResult standardised(
      int n, double s, double numerator, double varS, double tau) {
    double z = s == 0 && varS >= 0 ? 0 : varS > 0 ? numerator / Math.sqrt(varS) : Double.NaN;
    double p = Double.isNaN(z) ? Double.NaN : StandardNormal.twoSided(z);
    return new TrendResult(n, s, varS, z, p, tau);
  }

  /** Whether the variance is positive, so that the test has a result. */
  public boolean isDefined() {
    return !Double.isNaN(z);
  }

  /**
   * What the test says.
   *
   * @param alpha the level of significance, two-sided, e.g. 0.05
   */
  public TrendDirection trend(double alpha) {
    if (!isDefined()) {
      return TrendDirection.UNDEFINED;
    }
    if (p >= alpha) {
      return TrendDirection.NO_TREND;
    }
    return s > 0 ? TrendDirection.INCREASING : TrendDirection.DECREASING;
  }
}
