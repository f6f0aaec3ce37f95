package org.carbonbook.meter.hours;

import java.util.Arrays;

/**
 * The hours of one meter, counted from a local midnight: energy by whether it was measured,
 * estimated or lost, and how many seconds of the hour each covers. All in whole millionths.
 */
final class HourLedger {

  static final int HOUR_S = 3600;

  final long startS;
  final int size;
  final long[] measured;
  final long[] estimated;
  final long[] lost;
  final int[] coveredMeasured;
  final int[] coveredEstimated;
  final QualityReason[] reasons;
  final long[] nonZero;

  HourLedger(long startS, long endS) {
    this.startS = startS;
    this.size = Math.toIntExact((endS - startS + HOUR_S - 1) / HOUR_S);
    this.measured = new long[size];
    this.estimated = new long[size];
    this.lost = new long[size];
    this.coveredMeasured = new int[size];
    this.coveredEstimated = new int[size];
    this.reasons = new QualityReason[size];
    this.nonZero = new long[(size + 63) / 64];
  }

  int hourOf(long second) {
    return (int) Math.floorDiv(second - startS, (long) HOUR_S);
  }

  long startOf(int hour) {
    return startS + (long) hour * HOUR_S;
  }

  void measure(long fromS, long toS, long quantity) {
    share(measured, coveredMeasured, fromS, toS, quantity);
  }

  void estimate(long fromS, long toS, long quantity, QualityReason reason) {
    share(estimated, coveredEstimated, fromS, toS, quantity);
    because(fromS, toS, reason);
  }

  /** Energy that is known in sum but not by hour: it stands in the hour that closes the gap. */
  void lose(long fromS, long toS, long quantity, QualityReason reason) {
    lost[hourOf(toS - 1)] += quantity;
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
    if (fromS - startOf(hour) + (toS - fromS) <= HOUR_S) {
      into[hour] += quantity;
      covered[hour] += (int) (toS - fromS);
      if (quantity != 0) {
        markNonZero(hour);
      }
      return;
    }
    long given = 0;
    long length = toS - fromS;
    for (long s = fromS; s < toS; hour++) {
      long end = Math.min(startOf(hour) + HOUR_S, toS);
      long sum = end == toS ? quantity : portion(quantity, end - fromS, length);
      into[hour] += sum - given;
      covered[hour] += (int) (end - s);
      if (quantity != 0) {
        markNonZero(hour);
      }
      given = sum;
      s = end;
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

  private void markNonZero(int hour) {
    nonZero[hour >> 6] |= 1L << hour;
  }

  /** Whether readings cover the hour and all of them are zero. */
  boolean isZero(int hour) {
    return (nonZero[hour >> 6] >>> hour & 1) == 0
        && coveredMeasured[hour] + coveredEstimated[hour] > 0;
  }

  boolean isCovered(int hour) {
    return coveredMeasured[hour] + coveredEstimated[hour] > 0;
  }

  long quantity(int hour) {
    return measured[hour] + estimated[hour];
  }

  /** Takes the coverage of hours away: what their readings say is not believed. */
  void uncover(int fromHour, int toHour, QualityReason reason) {
    Arrays.fill(coveredMeasured, fromHour, toHour, 0);
    Arrays.fill(coveredEstimated, fromHour, toHour, 0);
    Arrays.fill(reasons, fromHour, toHour, reason);
  }
}
