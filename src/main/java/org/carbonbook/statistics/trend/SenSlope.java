package org.carbonbook.statistics.trend;

import java.util.Arrays;
import java.util.function.Function;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Sen's slope: the median of the slopes between all pairs (Theil 1950; Sen 1968, JASA 63), with
 * confidence limits by Gilbert (1987, section 16.5): of N slopes the M1-th smallest and the (M2 +
 * 1)-th, M1 and M2 = (N -+ z sqrt(var S)) / 2, interpolated between neighbours.
 *
 * @param slope the slope, in units of the value per unit of time
 * @param intercept the median value less the slope times the median time
 * @param low the lower limit; NaN where the series is too short to have one
 * @param high the upper limit; NaN likewise
 */
public record SenSlope(double slope, double intercept, double low, double high) {

  /**
   * The slope of one series, by its times, gaps kept as gaps.
   *
   * @param series at least two observations
   * @param alpha one less the confidence, e.g. 0.05 for limits of 95 %
   */
  public static SenSlope of(TimeSeries series, double alpha) {
    return of(series, alpha, KendallScore.of(series.values()).variance());
  }

  static SenSlope of(TimeSeries series, double alpha, double variance) {
    double[] times = series.times();
    double[] values = series.values();
    long count = KendallScore.pairs(times.length);
    Picks picks = Picks.of(count, alpha, variance);
    double[] found = picks.limits(places -> PairSlopes.select(times, values, places));
    double slope = found[1];
    double intercept = median(values) - median(times) * slope;
    return new SenSlope(slope, intercept, found[0], found[2]);
  }

  /** The slope alone. */
  static double slopeOf(TimeSeries series) {
    long count = KendallScore.pairs(series.size());
    double[] middle =
        PairSlopes.select(series.times(), series.values(), new long[] {(count - 1) / 2, count / 2});
    return (middle[0] + middle[1]) / 2;
  }

  /**
   * The slope common to several series: the median of the slopes within each (Hirsch, Slack and
   * Smith 1982). Place i of every array is time i; NaN where missing. The intercept is NaN: several
   * levels have no one intercept.
   */
  public static SenSlope pooled(double[][] groups, double alpha) {
    double[] slopes =
        Arrays.stream(groups).flatMapToDouble(g -> Arrays.stream(slopesOf(g))).toArray();
    if (slopes.length == 0) {
      return new SenSlope(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double variance =
        Arrays.stream(groups)
            .mapToDouble(g -> KendallScore.of(GroupedMannKendall.present(g)).variance())
            .sum();
    double[] found =
        Picks.of(slopes.length, alpha, variance)
            .limits(
                places ->
                    OrderStatistics.select(
                        slopes, Arrays.stream(places).mapToInt(Math::toIntExact).toArray()));
    return new SenSlope(found[1], Double.NaN, found[0], found[2]);
  }

  /**
   * The slope of a seasonal series, per whole cycle, with the intercept at time 0.
   *
   * @param series times are whole numbers, one to a season
   * @param period how many seasons make a cycle
   */
  public static SenSlope seasonal(TimeSeries series, int period, double alpha) {
    SenSlope pooled = pooled(Seasons.of(series, period), alpha);
    double intercept = median(series.values()) - median(series.times()) / period * pooled.slope();
    return new SenSlope(pooled.slope(), intercept, pooled.low(), pooled.high());
  }

  private static double[] slopesOf(double[] group) {
    double[] times = new double[group.length];
    int k = 0;
    for (int i = 0; i < group.length; i++) {
      if (Double.isFinite(group[i])) {
        times[k++] = i;
      }
    }
    return PairSlopes.list(Arrays.copyOf(times, k), GroupedMannKendall.present(group));
  }

  static double median(double[] values) {
    int n = values.length;
    double[] middle = OrderStatistics.select(values.clone(), new int[] {(n - 1) / 2, n / 2});
    return (middle[0] + middle[1]) / 2;
  }

  /** Which of N sorted slopes are wanted; ranks count from 1 and may fall between two. */
  private record Picks(long count, double lowRank, double highRank) {

    static Picks of(long count, double alpha, double variance) {
      double reach = StandardNormal.quantile(1 - alpha / 2) * Math.sqrt(Math.max(0, variance));
      double low = (count - reach) / 2;
      double high = (count + reach) / 2 + 1;
      // With no variance at all every slope is the same, and the limits meet in the middle.
      return reach == 0
          ? new Picks(count, (count + 1) / 2.0, (count + 1) / 2.0)
          : new Picks(count, low, high);
    }

    double[] limits(Function<long[], double[]> select) {
      double middle = (count + 1) / 2.0;
      boolean limited = lowRank >= 1 && highRank <= count;
      double[] ranks = limited ? new double[] {lowRank, middle, highRank} : new double[] {middle};
      long[] places = new long[2 * ranks.length];
      for (int i = 0; i < ranks.length; i++) {
        places[2 * i] = (long) Math.floor(ranks[i]) - 1;
        places[2 * i + 1] = (long) Math.ceil(ranks[i]) - 1;
      }
      double[] neighbours = select.apply(places);
      double[] found = new double[ranks.length];
      for (int i = 0; i < ranks.length; i++) {
        double share = ranks[i] - Math.floor(ranks[i]);
        found[i] = between(neighbours[2 * i], neighbours[2 * i + 1], share);
      }
      return limited ? found : new double[] {Double.NaN, found[0], Double.NaN};
    }

    private static double between(double low, double high, double share) {
      return share == 0.5 ? (low + high) / 2 : low + share * (high - low);
    }
  }
}
