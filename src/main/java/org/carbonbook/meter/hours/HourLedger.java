package org.carbonbook.meter.hours;

import java.util.Arrays;

/**
 * The hours of one meter by local day, each day counted from its midnight: energy by whether it was
 * measured, estimated or lost, and how many seconds of the hour each covers. All in whole
 * millionths. Where the clocks change by half an hour, the last hour of that day is half an hour.
 */
final class HourLedger {

  static final int HOUR_S = 3600;

  final int size;
  final long[] measured;
  final long[] estimated;
  final long[] lost;
  final int[] coveredMeasured;
  final int[] coveredEstimated;
  final QualityReason[] reasons;
  final long[] nonZero;

  private final LocalCalendar calendar;
  private final long startS;

  /** Whether every day has whole hours, so that the hours of all days are one row. */
  private final boolean even;

  /** The first hour of each day, where days do not have whole hours; else null. */
  private final int[] firstHours;

  HourLedger(LocalCalendar calendar) {
    this.calendar = calendar;
    this.startS = calendar.startS();
    this.even = calendar.hasWholeHours();
    this.firstHours = even ? null : firstHours(calendar);
    this.size =
        even
            ? Math.toIntExact((calendar.endS() - startS) / HOUR_S)
            : firstHours[firstHours.length - 1];
    this.measured = new long[size];
    this.estimated = new long[size];
    this.lost = new long[size];
    this.coveredMeasured = new int[size];
    this.coveredEstimated = new int[size];
    this.reasons = new QualityReason[size];
    this.nonZero = new long[(size + 63) / 64];
  }

  private static int[] firstHours(LocalCalendar calendar) {
    int[] firsts = new int[calendar.days() + 1];
    for (int day = 0; day < calendar.days(); day++) {
      long length = calendar.dayStarts[day + 1] - calendar.dayStarts[day];
      firsts[day + 1] = firsts[day] + Math.toIntExact((length + HOUR_S - 1) / HOUR_S);
    }
    return firsts;
  }

  int hourOf(long second) {
    if (even) {
      return (int) Math.floorDiv(second - startS, (long) HOUR_S);
    }
    int day = Math.max(0, Math.min(calendar.dayOf(second), calendar.days() - 1));
    return firstHours[day] + (int) Math.floorDiv(second - calendar.dayStarts[day], (long) HOUR_S);
  }

  long startOf(int hour) {
    if (even) {
      return startS + (long) hour * HOUR_S;
    }
    int at = Arrays.binarySearch(firstHours, hour);
    int day = Math.min(at >= 0 ? at : -at - 2, calendar.days() - 1);
    return calendar.dayStarts[day] + (long) (hour - firstHours[day]) * HOUR_S;
  }

  /** The end of an hour. */
  long endOf(int hour) {
    return even ? startOf(hour) + HOUR_S : hour + 1 >= size ? calendar.endS() : startOf(hour + 1);
  }

  /** The seconds of an hour. */
  int lengthOf(int hour) {
    return even ? HOUR_S : (int) (endOf(hour) - startOf(hour));
  }

  void measure(long fromS, long toS, long quantity) {
    share(measured, coveredMeasured, fromS, toS, quantity);
  }

  void estimate(long fromS, long toS, long quantity, QualityReason reason) {
    share(estimated, coveredEstimated, fromS, toS, quantity);
    because(fromS, toS, reason);
  }

  /**
   * Adds energy whose total is known but not its hours: it is shared out by seconds, so that months
   * have their part, and covers no hour.
   */
  void lose(long fromS, long toS, long quantity, QualityReason reason) {
    share(lost, null, fromS, toS, quantity);
    because(fromS, toS, reason);
  }

  void because(long fromS, long toS, QualityReason reason) {
    int last = Math.min(hourOf(toS - 1), size - 1);
    for (int hour = Math.max(hourOf(fromS), 0); hour <= last; hour++) {
      if (reasons[hour] == null || reasons[hour].compareTo(reason) < 0) {
        reasons[hour] = reason;
      }
    }
  }

  /**
   * Shares a quantity out over the hours by seconds. The parts are differences of one rounded
   * running sum, so they add up to the quantity exactly.
   */
  private void share(long[] into, int[] covered, long fromS, long toS, long quantity) {
    int hour = hourOf(fromS);
    if (toS <= endOf(hour)) {
      add(into, covered, hour, (int) (toS - fromS), quantity, quantity != 0);
      return;
    }
    long given = 0;
    long length = toS - fromS;
    for (long s = fromS; s < toS; hour++) {
      long end = Math.min(endOf(hour), toS);
      long sum = end == toS ? quantity : portion(quantity, end - fromS, length);
      add(into, covered, hour, (int) (end - s), sum - given, quantity != 0);
      given = sum;
      s = end;
    }
  }

  private void add(
      long[] into, int[] covered, int hour, int seconds, long quantity, boolean isNonZero) {
    into[hour] += quantity;
    if (covered != null) {
      covered[hour] += seconds;
      if (isNonZero) {
        nonZero[hour >> 6] |= 1L << hour;
      }
    }
  }

  /** {@code quantity * part / whole}, rounded down, without overflow. */
  static long portion(long quantity, long part, long whole) {
    long product = quantity * part;
    if (Math.multiplyHigh(quantity, part) == (product >> 63)) {
      return Math.floorDiv(product, whole);
    }
    return java.math.BigInteger.valueOf(quantity)
        .multiply(java.math.BigInteger.valueOf(part))
        .divide(java.math.BigInteger.valueOf(whole))
        .longValueExact();
  }

  /** Whether readings cover the hour and all of them are zero. */
  boolean isZero(int hour) {
    return (nonZero[hour >> 6] >>> hour & 1) == 0 && isCovered(hour);
  }

  boolean isCovered(int hour) {
    return coveredMeasured[hour] + coveredEstimated[hour] > 0;
  }

  long quantity(int hour) {
    return measured[hour] + estimated[hour];
  }

  /** Removes the coverage of hours whose readings are not believed. */
  void uncover(int fromHour, int toHour, QualityReason reason) {
    Arrays.fill(coveredMeasured, fromHour, toHour, 0);
    Arrays.fill(coveredEstimated, fromHour, toHour, 0);
    Arrays.fill(reasons, fromHour, toHour, reason);
  }
}
