package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/**
 * The Mann-Kendall tests of one series. Scores take the observations in order and pass over gaps.
 * The corrections for serial correlation know Sen's slope by time, but take observations on either
 * side of a gap as neighbours: that is how the published figures of these tests are computed.
 */
public final class MannKendall {

  /** The level at which Hamed and Rao's test takes a correlation for real. */
  static final double ALPHA = 0.05;

  private MannKendall() {}

  /** Mann (1945) and Kendall (1955), variance corrected for ties, continuity corrected. */
  public static TrendResult original(TimeSeries series) {
    return tested(series.values(), 1);
  }

  /** With Hamed and Rao's (1998) variance over all lags, correlations judged at 5 %. */
  public static TrendResult hamedRao(TimeSeries series) {
    return hamedRao(series, series.size() - 1, ALPHA);
  }

  /**
   * With Hamed and Rao's (1998) variance.
   *
   * @param series at least three observations
   * @param lags how many lags to look at
   * @param alpha the level at which a correlation counts
   */
  public static TrendResult hamedRao(TimeSeries series, int lags, double alpha) {
    double factor = SerialCorrection.hamedRao(series, lagsWithin(series, lags), alpha);
    return tested(series.values(), factor);
  }

  /** With Yue and Wang's (2004) variance over all lags. */
  public static TrendResult yueWang(TimeSeries series) {
    return yueWang(series, series.size() - 1);
  }

  /** With Yue and Wang's (2004) variance over the lags given. */
  public static TrendResult yueWang(TimeSeries series, int lags) {
    double factor = SerialCorrection.yueWang(series, lagsWithin(series, lags));
    return tested(series.values(), factor);
  }

  /** The original test after lag-1 correlation is removed (Storch 1999). */
  public static TrendResult preWhitened(TimeSeries series) {
    return tested(PreWhitening.plain(series.values()), 1);
  }

  /** The original test after trend-free pre-whitening (Yue et al. 2002). */
  public static TrendResult trendFreePreWhitened(TimeSeries series) {
    return tested(PreWhitening.trendFree(series), 1);
  }

  private static TrendResult tested(double[] values, double varianceFactor) {
    KendallScore score = KendallScore.of(values);
    return TrendResult.corrected(
        score.n(), (double) score.s(), score.variance() * varianceFactor, score.tau());
  }

  private static int lagsWithin(TimeSeries series, int lags) {
    if (lags < 0) {
      throw new IllegalArgumentException("the number of lags is negative: " + lags);
    }
    return Math.min(lags, series.size() - 1);
  }
}
