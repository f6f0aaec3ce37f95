package org.carbonbook.meter;

import java.util.Locale;

/** Why an hour is not plainly measured, and what was found in the readings. */
enum Reason {
  NONE,
  PARTIAL_HOUR,
  GAP,
  LONG_GAP,
  SENTINEL,
  NEGATIVE,
  SPIKE,
  DIP,
  ZERO_RUN,
  STUCK,
  REPORTED_ESTIMATED,
  APPORTIONED,
  OVERLAP,
  CLOCK_SHIFT,
  ROLLOVER,
  DECLARED_RESET,
  METER_REPLACED,
  DUPLICATE_SAME,
  DUPLICATE_DIFFERENT,
  OUT_OF_ORDER,
  LOCAL_TIME_SKIPPED,
  ESTIMATED_LINEAR,
  ESTIMATED_PROFILE,
  ESTIMATED_SPREAD;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
