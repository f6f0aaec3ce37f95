package org.carbonbook.statistics.trend;

import java.util.Arrays;

/**
 * Order statistics of the slopes between all pairs of observations. Short series list every slope.
 * Long ones bisect on the slope: the pairs with a slope of at most q are those whose residuals v -
 * q t do not rise, and a merge sort counts them, so that a series of n takes O(n log n) time for
 * each of at most 64 halvings and O(n) memory, instead of O(n^2) of both.
 */
final class PairSlopes {

  /** Up to this many observations every slope is listed (two million doubles). */
  static final int LISTED_UP_TO = 2000;

  private PairSlopes() {}

  /**
   * The slopes at places of the sorted slopes.
   *
   * @param times strictly ascending
   * @param values the values at those times
   * @param places places from 0, ascending, below n(n-1)/2
   */
  static double[] select(double[] times, double[] values, long[] places) {
    if (times.length <= LISTED_UP_TO) {
      int[] small = Arrays.stream(places).mapToInt(Math::toIntExact).toArray();
      return OrderStatistics.select(list(times, values), small);
    }
    return bisect(times, values, places);
  }

  /** Every slope, in no order. */
  static double[] list(double[] times, double[] values) {
    int n = times.length;
    double[] slopes = new double[Math.toIntExact(KendallScore.pairs(n))];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[k++] = (values[j] - values[i]) / (times[j] - times[i]);
      }
    }
    return slopes;
  }

  /** The same by bisection; differs from the listed slope by no more than rounding. */
  static double[] bisect(double[] times, double[] values, long[] places) {
    double[] t = centred(times);
    double[] v = centred(values);
    double[] residuals = new double[t.length];
    double[] scratch = new double[t.length];
    double[] found = new double[places.length];
    double steepest = steepest(times, values);
    for (int i = 0; i < places.length; i++) {
      long low = ordinal(-steepest);
      long high = ordinal(steepest);
      while (low < high) {
        long middle = (low & high) + ((low ^ high) >> 1);
        if (countUpTo(t, v, valueOf(middle), residuals, scratch) > places[i]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      found[i] = valueOf(low) + 0.0;
    }
    return found;
  }

  private static double steepest(double[] times, double[] values) {
    double steepest = 0;
    for (int i = 1; i < times.length; i++) {
      steepest =
          Math.max(steepest, Math.abs((values[i] - values[i - 1]) / (times[i] - times[i - 1])));
    }
    return steepest;
  }

  private static double[] centred(double[] values) {
    double middle = values[values.length / 2];
    double[] centred = new double[values.length];
    Arrays.setAll(centred, i -> values[i] - middle);
    return centred;
  }

  private static long countUpTo(
      double[] t, double[] v, double slope, double[] residuals, double[] scratch) {
    for (int i = 0; i < t.length; i++) {
      residuals[i] = v[i] - slope * t[i];
    }
    long falling = Inversions.sortCounting(residuals, scratch);
    long level = 0;
    long run = 0;
    for (int i = 1; i < residuals.length; i++) {
      run = residuals[i] == residuals[i - 1] ? run + 1 : 0;
      level += run;
    }
    return falling + level;
  }

  /** Numbers the doubles in their own order, so that halving reaches any of them in 64 steps. */
  private static long ordinal(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double valueOf(long ordinal) {
    return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
  }
}
