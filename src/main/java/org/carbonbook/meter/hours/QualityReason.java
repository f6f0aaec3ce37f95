package org.carbonbook.meter.hours;

import java.util.List;
import java.util.Locale;

/** Why an hour is not measured in full, and which defects readings have. */
public enum QualityReason {
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
  UNIT_JUMP,
  UNIT_CHANGED,
  RUNS_BACKWARD,
  INTERVAL_DIFFERS,
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

  /** Reasons about the arrival of readings. */
  static final List<QualityReason> OF_ARRIVAL =
      List.of(OUT_OF_ORDER, DUPLICATE_SAME, DUPLICATE_DIFFERENT);

  /** Whether it is about the arrival of readings, which the accepted readings do not show. */
  boolean isOfArrival() {
    return OF_ARRIVAL.contains(this);
  }

  /**
   * The reason with a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  static QualityReason getReason(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
