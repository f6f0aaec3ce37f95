package org.carbonbook.statistics.trend;

/**
 * The partial Mann-Kendall test (El-Shaarawi 1993; Libiseller and Grimvall 2002, Environmetrics
 * 13): the trend of a series that another one does not account for. The conditional mean and
 * variance are written with the correlation rho of the two scores, rho = covariance /
 * [n(n-1)(2n+5)/18], as Libiseller and Grimvall do for series without ties; ties are not corrected
 * for.
 */
public final class PartialMannKendall {

  private PartialMannKendall() {}

  /**
   * Tests the trend of a response given a covariate.
   *
   * @param response the values in order of time; NaN where missing
   * @param covariate the values at the same times; a time missing in either is excluded
   */
  public static TrendResult test(double[] response, double[] covariate) {
    double[][] complete = GroupedMannKendall.complete(new double[][] {response, covariate});
    double[] x = complete[0];
    double[] y = complete[1];
    KendallScore score = KendallScore.of(x);
    double full = KendallScore.varianceWithoutTies(x.length);
    double rho = GroupedMannKendall.covariance(x, y, Ranks.of(x), Ranks.of(y)) / full;
    double s = score.s() - rho * KendallScore.of(y).s();
    double variance = (1 - rho * rho) * full;
    return TrendResult.uncorrected(x.length, s, variance, score.tau());
  }
}
