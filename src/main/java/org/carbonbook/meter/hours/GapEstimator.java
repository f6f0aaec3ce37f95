package org.carbonbook.meter.hours;

import java.time.DayOfWeek;

/**
 * Fills hours without energy by a named method. Energy whose total a register gives is only
 * distributed, so that nothing is added; where nothing is known, what is filled in counts as
 * filled.
 */
final class GapEstimator {

  private static final int DAY_H = 24;

  private final QualityRules.Estimation how;
  private final HourLedger hours;
  private final LocalCalendar calendar;

  GapEstimator(QualityRules.Estimation how, HourLedger hours, LocalCalendar calendar) {
    this.how = how;
    this.hours = hours;
    this.calendar = calendar;
  }

  /** Fills gaps between covered hours; returns what was filled in by day, from nothing known. */
  long[] fill() {
    long[] filled = new long[calendar.days()];
    if (how.method() == QualityRules.EstimationMethod.NONE) {
      return filled;
    }
    int previous = -1;
    for (int hour = 0; hour < hours.size; hour++) {
      if (!hours.isCovered(hour)) {
        continue;
      }
      if (previous >= 0 && hour - previous > 1) {
        fill(previous, hour, filled);
      }
      previous = hour;
    }
    return filled;
  }

  private void fill(int before, int after, long[] filled) {
    int length = after - before - 1;
    double[] guess = new double[length];
    QualityReason reason = guess(before, after, guess);
    if (reason == null) {
      return;
    }
    long known = 0;
    for (int hour = before; hour <= after; hour++) {
      known += hours.lost[hour];
      hours.lost[hour] = 0;
    }
    long given = 0;
    double weight = 0;
    double total = java.util.Arrays.stream(guess).sum();
    for (int i = 0; i < length; i++) {
      int hour = before + 1 + i;
      weight += guess[i];
      long amount;
      if (known > 0) {
        double share = total > 0 ? weight / total : (i + 1.0) / length;
        long sum = i == length - 1 ? known : Math.min(known, Math.round(known * share));
        amount = sum - given;
        given = sum;
        reason = QualityReason.ESTIMATED_SPREAD;
      } else {
        amount = Math.round(guess[i]);
        filled[calendar.dayOf(hours.startOf(hour))] += amount;
      }
      hours.measured[hour] = 0;
      hours.estimated[hour] = amount;
      hours.coveredEstimated[hour] = hours.lengthOf(hour);
      hours.reasons[hour] = reason;
    }
  }

  private QualityReason guess(int before, int after, double[] guess) {
    if (guess.length <= how.linearMaxH()) {
      double from = hours.quantity(before);
      double step = (hours.quantity(after) - from) / (guess.length + 1);
      for (int i = 0; i < guess.length; i++) {
        guess[i] = from + step * (i + 1);
      }
      return QualityReason.ESTIMATED_LINEAR;
    }
    if (how.method() != QualityRules.EstimationMethod.SAME_HOUR_DAY_TYPE
        || guess.length > how.profileMaxH()) {
      return null;
    }
    for (int i = 0; i < guess.length; i++) {
      double usual = usual(before + 1 + i);
      if (Double.isNaN(usual)) {
        return null;
      }
      guess[i] = usual;
    }
    return QualityReason.ESTIMATED_PROFILE;
  }

  /** The mean of measured hours at the same time of day, on the same type of day of the month. */
  private double usual(int hour) {
    int day = calendar.dayOf(hours.startOf(hour));
    int month = 0;
    while (calendar.monthFirstDays[month + 1] <= day) {
      month++;
    }
    int place = (int) ((hours.startOf(hour) - calendar.dayStarts[day]) / HourLedger.HOUR_S) % DAY_H;
    double sum = 0;
    int count = 0;
    for (int d = calendar.monthFirstDays[month]; d < calendar.monthFirstDays[month + 1]; d++) {
      int other = hours.hourOf(calendar.dayStarts[d]) + place;
      if (isRest(d) == isRest(day)
          && other < hours.size
          && hours.coveredMeasured[other] >= hours.lengthOf(other)) {
        sum += hours.measured[other];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private boolean isRest(int day) {
    DayOfWeek weekday = calendar.firstDay.plusDays(day).getDayOfWeek();
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
  }
}
