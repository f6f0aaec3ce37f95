package org.carbonbook.meter.hours;

import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * Readings of a register that counts up, as hours. The energy between two readings is their
 * difference; where the register went back, the cause is found: a declared reset, a rollover, a
 * single wrong reading, or another meter. The sum of all parts is register end minus start plus
 * what resets, rollovers and replacements added.
 */
final class RegisterEngine {

  private final Meter meter;
  private final QualityRules rules;
  private final DefectList found;
  private final LocalCalendar calendar;
  private final HourLedger hours;
  private final long[] counted;
  private final long[] adjusted;

  private final RegisterScale scale;
  private final RegisterReadings readings;
  private final RegisterCourse course;
  private final RateLimits limits;
  private final RegisterOutliers outliers;
  private final RegisterBreaks breaks;

  RegisterEngine(
      Meter meter,
      QualityRules rules,
      ReadingSeries series,
      LocalCalendar calendar,
      HourLedger hours) {
    this.meter = meter;
    this.rules = rules;
    this.found = series.found;
    this.calendar = calendar;
    this.hours = hours;
    this.counted = new long[calendar.days()];
    this.adjusted = new long[calendar.days()];
    this.scale = new RegisterScale(meter);
    this.readings = RegisterReadings.of(meter, series, scale);
    this.course = new RegisterCourse(rules, calendar, found, readings);
    course.changeUnits();
    this.limits = RateLimits.of(readings, calendar, rules.rateRatio());
    course.findBackward(limits);
    this.outliers = new RegisterOutliers(readings, course, limits, scale, found);
    this.breaks = new RegisterBreaks(meter, rules, readings, limits, scale, found, hours);
  }

  /** The accepted readings. */
  static final class Accepted {

    final long[] at;

    /** The registers in the unit of the hours. */
    final long[] scaled;

    Accepted(long[] at, long[] scaled) {
      this.at = at;
      this.scaled = scaled;
    }
  }

  /** What a register counted. */
  static final class Result {

    /** The energy of each day. */
    final long[] counted;

    /** The part of it that comes from resets instead of differences. */
    final long[] adjusted;

    final Accepted accepted;

    Result(long[] counted, long[] adjusted, Accepted accepted) {
      this.counted = counted;
      this.adjusted = adjusted;
      this.accepted = accepted;
    }
  }

  Result run() {
    int previous = -1;
    for (int i = 0; i < readings.size; i++) {
      if (previous >= 0) {
        if (outliers.drop(previous, i)) {
          continue;
        }
        segment(previous, i);
      }
      previous = i;
    }
    return new Result(counted, adjusted, readings.accepted(scale));
  }

  private void segment(int from, int to) {
    long fromS = readings.at[from];
    long toS = readings.at[to];
    long start = readings.value[from];
    long end = readings.value[to];
    long published = scale.scaled(end, toS) - scale.scaled(start, fromS);
    if (readings.closes[to]) {
      adjusted[calendar.dayOf(toS)] -= published;
      return;
    }
    double limit = limits.at(to);
    long reached = end;
    if (course.isBackward(from, to, limit)) {
      found.add(QualityReason.RUNS_BACKWARD, fromS, toS, 1, scale.scaled(end - start, toS));
    } else if (!limits.isPlausible(from, to, end - start, limit)) {
      reached = start + breaks.counted(from, to, limit);
    }
    long quantity = scale.quantity(fromS, toS, start, reached);
    adjusted[calendar.dayOf(toS)] += quantity - published;
    if (toS > fromS) {
      share(from, to, quantity);
    } else if (quantity != 0) {
      counted[calendar.dayOf(toS)] += quantity;
      hours.measure(toS, toS + 1, quantity);
    }
  }

  private void share(int from, int to, long quantity) {
    long fromS = readings.at[from];
    long toS = readings.at[to];
    counted[calendar.dayOf(toS - 1)] += quantity;
    long length = toS - fromS;
    boolean isReplacement = breaks.isReplacement(from, to);
    if (length > meter.maxApportionSeconds()) {
      hours.lose(fromS, toS, quantity, QualityReason.LONG_GAP);
      found.add(QualityReason.GAP, fromS, toS, 1, quantity);
    } else if (isReplacement) {
      hours.because(fromS, toS, QualityReason.METER_REPLACED);
    } else if (to - from > 1 && readings.hasDropped(from, to)) {
      hours.estimate(fromS, toS, quantity, outliers.reasonBetween(from, to));
    } else if ((readings.mark[to] & ReadingBlock.ESTIMATED) != 0) {
      hours.estimate(fromS, toS, quantity, QualityReason.REPORTED_ESTIMATED);
    } else if (length > rules.maxApportionMinutes() * 60L) {
      hours.estimate(fromS, toS, quantity, QualityReason.APPORTIONED);
    } else {
      hours.measure(fromS, toS, quantity);
      if (length > meter.intervalSeconds() * 3L / 2 && length > HourLedger.HOUR_S) {
        found.add(QualityReason.GAP, fromS, toS, 1, quantity);
      }
    }
  }
}
