package org.carbonbook.meter.hours;

import java.util.List;
import org.carbonbook.meter.registry.Meter;

/**
 * Differences that a register cannot have counted: it rolled over at its highest value, or another
 * meter took its place.
 */
final class RegisterBreaks {

  /** A rollover that nobody declared must stay below this part of the rate limit. */
  private static final int STRICT = 5;

  private final Meter meter;
  private final QualityRules rules;
  private final RegisterReadings readings;
  private final RateLimits limits;
  private final RegisterScale scale;
  private final DefectList found;
  private final HourLedger hours;

  RegisterBreaks(
      Meter meter,
      QualityRules rules,
      RegisterReadings readings,
      RateLimits limits,
      RegisterScale scale,
      DefectList found,
      HourLedger hours) {
    this.meter = meter;
    this.rules = rules;
    this.readings = readings;
    this.limits = limits;
    this.scale = scale;
    this.found = found;
    this.hours = hours;
  }

  /** What the register counted between two readings, in its own unit; 0 of another meter. */
  long counted(int from, int to, double limit) {
    return readings.value[to] < readings.value[from]
        ? wentBack(from, to, limit)
        : replaced(from, to);
  }

  private long wentBack(int from, int to, double limit) {
    long before = readings.value[from];
    long after = readings.value[to];
    long declared = meter.registerWrap();
    if (declared > 0) {
      long ran = declared - before + after;
      boolean nearTop = before >= declared / 10 * 9 && after <= declared / 10;
      if (nearTop && ran >= 0 && limits.isPlausible(from, to, ran, limit)) {
        return rolledOver(from, to, ran);
      }
    }
    for (long usual : rules.wraps()) {
      long ran = usual - before + after;
      boolean nearTop = before >= usual / 100 * 99 && before <= usual;
      if (nearTop
          && limit < Double.MAX_VALUE
          && limits.isPlausible(from, to, ran, limit / STRICT)) {
        return rolledOver(from, to, ran);
      }
    }
    return replaced(from, to);
  }

  private long rolledOver(int from, int to, long ran) {
    long second = readings.at[to];
    found.add(QualityReason.ROLLOVER, readings.at[from], second, 1, scale.scaled(ran, second));
    return ran;
  }

  private long replaced(int from, int to) {
    long fromS = readings.at[from];
    long toS = readings.at[to];
    long difference = scale.scaled(readings.value[to] - readings.value[from], toS);
    found.add(QualityReason.METER_REPLACED, fromS, toS, 1, difference);
    hours.because(fromS, toS, QualityReason.METER_REPLACED);
    return 0;
  }

  /** Whether a meter was replaced between two readings that were compared last. */
  boolean isReplacement(int from, int to) {
    List<DefectList.Defect> all = found.list();
    if (all.isEmpty()) {
      return false;
    }
    DefectList.Defect last = all.get(all.size() - 1);
    return last.reason() == QualityReason.METER_REPLACED
        && last.toS() == readings.at[to]
        && last.fromS() <= readings.at[from];
  }
}
