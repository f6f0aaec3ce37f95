package org.carbonbook.statistics.trend;

import java.util.Arrays;

/**
 * The Mann-Kendall tests of several series at once: seasons of one series, or sites of one region.
 * Each series is one array; place i of every array is the same time; NaN where a value is missing.
 */
public final class GroupedMannKendall {

  private GroupedMannKendall() {}

  /**
   * Seasonal test (Hirsch, Slack and Smith 1982, Water Resources Research 18): scores and variances
   * summed over the seasons, which are taken as independent.
   */
  public static TrendResult seasonal(double[][] seasons) {
    return independent(seasons);
  }

  /** Regional test (Helsel and Frans 2006): the same sum over the sites of a region. */
  public static TrendResult regional(double[][] sites) {
    return independent(sites);
  }

  /**
   * Seasonal test for correlated seasons (Hirsch and Slack 1984, Water Resources Research 20);
   * years with a missing season are excluded.
   */
  public static TrendResult correlatedSeasonal(double[][] seasons) {
    return correlated(seasons);
  }

  /** The same for correlated sites or substances; times at which one is missing are excluded. */
  public static TrendResult correlatedMultivariate(double[][] sites) {
    return correlated(sites);
  }

  private static TrendResult independent(double[][] groups) {
    int n = 0;
    long s = 0;
    double variance = 0;
    double pairs = 0;
    for (double[] group : groups) {
      KendallScore score = KendallScore.of(present(group));
      n += score.n();
      s += score.s();
      variance += score.variance();
      pairs += KendallScore.pairs(score.n());
    }
    return TrendResult.corrected(n, (double) s, variance, pairs == 0 ? 0 : s / pairs);
  }

  private static TrendResult correlated(double[][] groups) {
    double[][] complete = complete(groups);
    int n = complete.length == 0 ? 0 : complete[0].length;
    long s = 0;
    double variance = 0;
    double[][] ranks = Arrays.stream(complete).map(Ranks::of).toArray(double[][]::new);
    for (int i = 0; i < complete.length; i++) {
      s += KendallScore.of(complete[i]).s();
      for (int j = 0; j <= i; j++) {
        double covariance = covariance(complete[i], complete[j], ranks[i], ranks[j]);
        variance += i == j ? covariance : 2 * covariance;
      }
    }
    double pairs = (double) complete.length * KendallScore.pairs(n);
    return TrendResult.uncorrected(
        n * complete.length, (double) s, variance, pairs == 0 ? 0 : s / pairs);
  }

  /**
   * The covariance of two scores (Dietz and Killeen 1981, JASA 76): (K + 4 sum R_x R_y -
   * n(n+1)^2)/3, K the score between the two, R their ranks.
   */
  static double covariance(double[] x, double[] y, double[] ranksX, double[] ranksY) {
    double n = x.length;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += ranksX[i] * ranksY[i];
    }
    return (KendallScore.between(x, y) + 4 * sum - n * (n + 1) * (n + 1)) / 3;
  }

  static double[] present(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  /** The series at those times at which every one has a value. */
  static double[][] complete(double[][] groups) {
    int times = groups.length == 0 ? 0 : groups[0].length;
    int[] kept =
        java.util.stream.IntStream.range(0, times)
            .filter(t -> Arrays.stream(groups).allMatch(group -> Double.isFinite(group[t])))
            .toArray();
    return Arrays.stream(groups)
        .map(group -> Arrays.stream(kept).mapToDouble(t -> group[t]).toArray())
        .toArray(double[][]::new);
  }
}
