package org.carbonbook.statistics.trend;

import java.util.Arrays;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A series cut into its seasons: one array to a season, one place to a cycle, NaN where missing.
 */
final class Seasons {

  private Seasons() {}

  /**
   * Cuts a series whose times count seasons, so that time t is season t mod period of cycle t /
   * period.
   *
   * @throws IllegalArgumentException when a time is not whole, or the period is less than two
   */
  static double[][] of(TimeSeries series, int period) {
    if (period < 2) {
      throw new IllegalArgumentException("a cycle has at least two seasons, not " + period);
    }
    long first = Math.floorDiv(whole(series.time(0)), (long) period);
    long last = Math.floorDiv(whole(series.time(series.size() - 1)), (long) period);
    double[][] seasons = new double[period][Math.toIntExact(last - first + 1)];
    Arrays.stream(seasons).forEach(season -> Arrays.fill(season, Double.NaN));
    for (int i = 0; i < series.size(); i++) {
      long time = whole(series.time(i));
      int cycle = (int) (Math.floorDiv(time, (long) period) - first);
      seasons[Math.floorMod(time, period)][cycle] = series.value(i);
    }
    return seasons;
  }

  private static long whole(double time) {
    if (time != Math.rint(time)) {
      throw new IllegalArgumentException(
          "seasons are counted in whole numbers; the time is " + time);
    }
    return (long) time;
  }
}
