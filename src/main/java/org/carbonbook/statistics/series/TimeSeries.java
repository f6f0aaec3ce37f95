package org.carbonbook.statistics.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The observations of one series, in order of time, at most one for each time, without gaps. Times
 * are in any unit (years as a rule); values are finite.
 */
public final class TimeSeries {

  private final double[] times;
  private final double[] values;
  private final int gaps;

  private TimeSeries(double[] times, double[] values, int gaps) {
    this.times = times;
    this.values = values;
    this.gaps = gaps;
  }

  /**
   * Orders the rows of one series by time and excludes those without a finite value. Not assessed:
   * a row without a time, two values for one time, no value at all.
   *
   * @param times the times, in any order
   * @param values the value at each time; NaN or infinite where missing
   */
  public static Assessment<TimeSeries> of(double[] times, double[] values) {
    Objects.requireNonNull(times, "times");
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "there are %d times but %d values".formatted(times.length, values.length));
    }
    int present = 0;
    for (int i = 0; i < times.length; i++) {
      if (!Double.isFinite(times[i])) {
        return Assessment.not(NotAssessedReason.NO_TIME, "a row without a time");
      }
      if (Double.isFinite(values[i])) {
        present++;
      }
    }
    if (present == 0) {
      return Assessment.not(NotAssessedReason.NO_OBSERVATIONS, "no observation");
    }
    return ordered(times, values, present);
  }

  /** A series at the times 0, 1, 2, …; NaN where a value is missing. */
  public static Assessment<TimeSeries> ofSequence(double... values) {
    double[] times = new double[values.length];
    Arrays.setAll(times, i -> i);
    return of(times, values);
  }

  private static Assessment<TimeSeries> ordered(double[] times, double[] values, int present) {
    double[] t = new double[present];
    double[] v = new double[present];
    int k = 0;
    boolean ascending = true;
    for (int i = 0; i < times.length; i++) {
      if (Double.isFinite(values[i])) {
        ascending &= k == 0 || t[k - 1] < times[i];
        // Adding zero turns a negative zero into zero, so that equal values sort as equal.
        t[k] = times[i] + 0.0;
        v[k++] = values[i] + 0.0;
      }
    }
    if (!ascending) {
      sortByTime(t, v);
    }
    for (int i = 1; i < present; i++) {
      if (t[i] == t[i - 1]) {
        return Assessment.not(
            NotAssessedReason.DUPLICATE_TIME, "two values for time " + timeText(t[i]));
      }
    }
    return Assessment.of(new TimeSeries(t, v, times.length - present));
  }

  private static void sortByTime(double[] t, double[] v) {
    Integer[] order = new Integer[t.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(t[a], t[b]));
    double[] times = t.clone();
    double[] values = v.clone();
    for (int i = 0; i < t.length; i++) {
      t[i] = times[order[i]];
      v[i] = values[order[i]];
    }
  }

  /** A time as people write it: a whole number without a decimal point. */
  public static String timeText(double time) {
    return time == Math.rint(time) && Math.abs(time) < 1e15
        ? String.valueOf((long) time)
        : String.format(Locale.ROOT, "%s", time);
  }

  /** The number of observations. */
  public int size() {
    return values.length;
  }

  /** The number of rows that had no value. */
  public int gaps() {
    return gaps;
  }

  /** The times of the observations, ascending. */
  public double[] times() {
    return times.clone();
  }

  /** The values of the observations, by time. */
  public double[] values() {
    return values.clone();
  }

  /** The time of the i-th observation, from 0. */
  public double time(int i) {
    return times[i];
  }

  /** The value of the i-th observation, from 0. */
  public double value(int i) {
    return values[i];
  }

  /** The value at a time. */
  public OptionalDouble findAt(double time) {
    int i = Arrays.binarySearch(times, time);
    return i < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
  }

  /** The first time inside the series at which the step is not one; empty when unbroken. */
  public OptionalDouble findFirstMissingTime() {
    for (int i = 1; i < times.length; i++) {
      if (times[i] - times[i - 1] != 1) {
        return OptionalDouble.of(times[i - 1] + 1);
      }
    }
    return OptionalDouble.empty();
  }

  /** The first observation that is zero or negative, by its position; -1 when all are positive. */
  public int firstNotPositive() {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether all values are equal. */
  public boolean isConstant() {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** The observations at positions from (inclusive) to (exclusive). */
  public TimeSeries slice(int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException("an empty slice: from %d to %d".formatted(from, to));
    }
    return new TimeSeries(
        Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to), 0);
  }
}
