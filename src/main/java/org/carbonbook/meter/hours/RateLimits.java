package org.carbonbook.meter.hours;

import java.util.Arrays;

/**
 * The highest rates that are plausible for a register: for each month, a multiple of its median
 * rate. A month with few readings has no limit.
 */
final class RateLimits {

  private static final int ENOUGH = 10;

  private final RegisterReadings readings;
  private final LocalCalendar calendar;

  /** Millionths a second. */
  private final double[] limits;

  private RateLimits(RegisterReadings readings, LocalCalendar calendar, double[] limits) {
    this.readings = readings;
    this.calendar = calendar;
    this.limits = limits;
  }

  static RateLimits of(RegisterReadings readings, LocalCalendar calendar, double rateRatio) {
    long[] at = readings.at;
    long[] value = readings.value;
    double[] limits = new double[calendar.months()];
    int from = 0;
    for (int month = 0; month < limits.length; month++) {
      int to = from;
      while (to < readings.size && at[to] < calendar.monthEnd(month)) {
        to++;
      }
      double[] rates = new double[Math.max(to - from, 0)];
      int count = 0;
      for (int i = Math.max(from, 1); i < to; i++) {
        long difference = value[i] - value[i - 1];
        if (difference > 0 && at[i] > at[i - 1] && !readings.closes[i]) {
          rates[count++] = difference / (double) (at[i] - at[i - 1]);
        }
      }
      Arrays.sort(rates, 0, count);
      limits[month] = count < ENOUGH ? Double.MAX_VALUE : rateRatio * rates[count / 2];
      from = to;
    }
    return new RateLimits(readings, calendar, limits);
  }

  /** The limit of a month, counted from the first one. */
  double ofMonth(int month) {
    return limits[month];
  }

  /** The limit at a reading. */
  double at(int i) {
    for (int month = 0; month < limits.length; month++) {
      if (readings.at[i] < calendar.monthEnd(month)) {
        return limits[month];
      }
    }
    return Double.MAX_VALUE;
  }

  /** Whether a register can have counted a difference from one reading to another. */
  boolean isPlausible(int from, int to, long difference, double limit) {
    long seconds = Math.max(readings.at[to] - readings.at[from], 1);
    return difference >= 0 && difference <= limit * seconds;
  }
}
