package org.carbonbook.meter.hours;

import org.carbonbook.intake.ZoneClock;
import org.carbonbook.meter.registry.Meter;

/**
 * Where the intervals of a meter begin on its clock. A stamp that misses such a second by a small
 * share of the interval was meant to be that second: loggers jitter, and are polled late.
 */
final class StampGrid {

  /** The share of an interval that a stamp may miss, and the seconds. */
  private static final int SHARE = 10;

  private static final int MOST_S = 120;

  private static final int[] FINER_S = {900, 300};

  private final int intervalS;
  private final ZoneClock clock;

  StampGrid(Meter meter) {
    this.intervalS = meter.intervalSeconds();
    this.clock = new ZoneClock(meter.zone().getRules());
  }

  /** The second that a stamp was meant to be. */
  long snap(long instant) {
    if (instant % 300 == 0) {
      return instant;
    }
    long local = clock.localOf(instant);
    long miss = miss(local, intervalS);
    for (int i = 0; miss == Long.MAX_VALUE && i < FINER_S.length; i++) {
      miss = FINER_S[i] < intervalS ? miss(local, FINER_S[i]) : Long.MAX_VALUE;
    }
    return miss == Long.MAX_VALUE ? instant : instant - miss;
  }

  /** How far a second is behind the nearest multiple; the largest number when it is too far. */
  private static long miss(long local, int step) {
    long behind = Math.floorMod(local, (long) step);
    long miss = behind * 2 > step ? behind - step : behind;
    return Math.abs(miss) <= Math.min(step / SHARE, MOST_S) ? miss : Long.MAX_VALUE;
  }
}
