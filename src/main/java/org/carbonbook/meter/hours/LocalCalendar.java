package org.carbonbook.meter.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carbonbook.intake.StampPattern;

/** The local days and months of a span of time: where each begins, as an instant. */
final class LocalCalendar {

  final LocalDate firstDay;
  final long[] dayStarts;
  final int[] monthFirstDays;

  /** The days that hold {@code fromS} to {@code toS}, and the start of the day after. */
  LocalCalendar(ZoneId zone, long fromS, long toS) {
    firstDay = LocalDate.ofInstant(Instant.ofEpochSecond(fromS), zone);
    LocalDate lastDay = LocalDate.ofInstant(Instant.ofEpochSecond(toS), zone);
    int days = Math.toIntExact(lastDay.toEpochDay() - firstDay.toEpochDay() + 1);
    dayStarts = new long[days + 1];
    var rules = zone.getRules();
    for (int d = 0; d <= days; d++) {
      LocalDate day = firstDay.plusDays(d);
      dayStarts[d] =
          rules.isFixedOffset()
              ? day.toEpochDay() * StampPattern.DAY_S
                  - rules.getOffset(Instant.EPOCH).getTotalSeconds()
              : day.atStartOfDay(zone).toEpochSecond();
    }
    monthFirstDays = monthFirstDays(days);
  }

  private int[] monthFirstDays(int days) {
    int[] firsts = new int[days + 2];
    int count = 0;
    firsts[count++] = 0;
    for (int d = 1; d < days; d++) {
      if (firstDay.plusDays(d).getDayOfMonth() == 1) {
        firsts[count++] = d;
      }
    }
    firsts[count++] = days;
    return java.util.Arrays.copyOf(firsts, count);
  }

  /** Whether every day has whole hours, as all have where the clocks change by whole hours. */
  boolean hasWholeHours() {
    for (int d = 1; d < dayStarts.length; d++) {
      if ((dayStarts[d] - dayStarts[0]) % HourLedger.HOUR_S != 0) {
        return false;
      }
    }
    return true;
  }

  int days() {
    return dayStarts.length - 1;
  }

  int months() {
    return monthFirstDays.length - 1;
  }

  long startS() {
    return dayStarts[0];
  }

  long endS() {
    return dayStarts[days()];
  }

  long monthStart(int month) {
    return dayStarts[monthFirstDays[month]];
  }

  long monthEnd(int month) {
    return dayStarts[monthFirstDays[month + 1]];
  }

  /** The place of the day that holds an instant of the span. */
  int dayOf(long second) {
    int at = java.util.Arrays.binarySearch(dayStarts, second);
    return at >= 0 ? at : -at - 2;
  }
}
