package org.carbonbook.meter.hours;

import java.util.List;
import java.util.Locale;

/** Why an hour is not plainly measured, and what was found in the readings. */
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

  /** Reasons about how readings arrived. */
  static final List<QualityReason> OF_ARRIVAL =
      List.of(OUT_OF_ORDER, DUPLICATE_SAME, DUPLICATE_DIFFERENT);

  /** Whether it is about how readings arrived, which the readings that stand do not show. */
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
