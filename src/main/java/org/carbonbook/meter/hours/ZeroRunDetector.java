package org.carbonbook.meter.hours;

import java.util.List;
import org.carbonbook.meter.registry.Meter;

/**
 * Tells real zeros from missing readings that were written as 0. A run of zero hours is held
 * against the meter's other days of the same month, at the same hours: where those are often zero,
 * zeros are how this meter is in this season.
 */
final class ZeroRunDetector {

  private static final int FEWEST_DAYS = 3;
  private static final int DAY_H = 24;

  private final Meter meter;
  private final QualityRules rules;
  private final HourLedger hours;
  private final DefectList found;

  ZeroRunDetector(Meter meter, QualityRules rules, HourLedger hours, DefectList found) {
    this.meter = meter;
    this.rules = rules;
    this.hours = hours;
    this.found = found;
  }

  /** Takes the zeros away that are not real; returns which hours are zero as read. */
  boolean[] judge(LocalCalendar calendar, List<String> leftOut) {
    boolean[] zero = new boolean[hours.size];
    boolean any = false;
    for (int hour = 0; hour < hours.size; hour++) {
      zero[hour] = hours.isZero(hour);
      any |= zero[hour];
    }
    if (any && !leftOut.contains("zero_run")) {
      for (int month = 0; month < calendar.months(); month++) {
        int from = hours.hourOf(calendar.monthStart(month));
        int to = Math.min(hours.hourOf(calendar.monthEnd(month) - 1) + 1, hours.size);
        judge(zero, from, to);
      }
    }
    return zero;
  }

  private void judge(boolean[] zero, int from, int to) {
    int[] zeros = new int[DAY_H];
    int[] covered = new int[DAY_H];
    for (int hour = from; hour < to; hour++) {
      zeros[hour % DAY_H] += zero[hour] ? 1 : 0;
      covered[hour % DAY_H] += hours.isCovered(hour) ? 1 : 0;
    }
    for (int hour = from; hour < to; hour++) {
      int end = hour;
      while (end < to && zero[end]) {
        end++;
      }
      if (end > hour) {
        if (!isReal(hour, end, zeros, covered)) {
          long s = hours.startOf(hour);
          found.add(QualityReason.ZERO_RUN, s, hours.startOf(end), end - hour, 0);
          hours.uncover(hour, end, QualityReason.ZERO_RUN);
        }
        hour = end;
      }
    }
  }

  /** Compares a run with the same hours of the month's days outside it. */
  private boolean isReal(int from, int to, int[] zeros, int[] covered) {
    long otherZeros = 0;
    long others = 0;
    int[] inRun = new int[DAY_H];
    for (int hour = from; hour < to; hour++) {
      inRun[hour % DAY_H]++;
    }
    for (int h = 0; h < DAY_H; h++) {
      if (inRun[h] > 0) {
        otherZeros += zeros[h] - inRun[h];
        others += covered[h] - inRun[h];
      }
    }
    int hoursOfDay = Math.min(to - from, DAY_H);
    if (others < (long) FEWEST_DAYS * hoursOfDay) {
      return rules.zeroRuns().realWithoutPattern().contains(meter.energyKind());
    }
    return otherZeros >= rules.usualZeroShare(meter.energyKind()) * others;
  }
}
