package org.carbonbook.meter.hours;

import java.util.Arrays;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * The readings of a day as they are stored. Where the hours are the readings, nothing is stored
 * twice; where they come at a regular distance, first and step say when.
 */
final class DayReadings {

  private final Meter meter;
  private final ReadingSeries series;
  private final LocalCalendar calendar;
  private final HourLedger hours;

  DayReadings(Meter meter, ReadingSeries series, LocalCalendar calendar, HourLedger hours) {
    this.meter = meter;
    this.series = series;
    this.calendar = calendar;
    this.hours = hours;
  }

  void put(int d, MeterDay day) {
    long startS = calendar.dayStarts[d];
    int from = MeterDays.firstAtOrAfter(series.instants, startS);
    int to = MeterDays.firstAtOrAfter(series.instants, calendar.dayStarts[d + 1]);
    if (to == from || areTheHours(from, to, startS, day)) {
      return;
    }
    double[] values = new double[to - from];
    for (int i = from; i < to; i++) {
      values[i - from] = Millionths.toDouble(series.values[i]);
    }
    day.setReading(values);
    putStamps(from, to, startS, day);
    day.setReadingMark(marks(from, to));
    if (series.lengths != null) {
      day.setReadingLengthS(Arrays.copyOfRange(series.lengths, from, to));
    }
  }

  private void putStamps(int from, int to, long startS, MeterDay day) {
    long step = to - from > 1 ? series.instants[from + 1] - series.instants[from] : 0;
    boolean regular = true;
    for (int i = from + 1; i < to && regular; i++) {
      regular = series.instants[i] - series.instants[i - 1] == step;
    }
    if (regular) {
      day.setReadingFirstS((int) (series.instants[from] - startS));
      day.setReadingStepS((int) step);
      return;
    }
    int[] seconds = new int[to - from];
    for (int i = from; i < to; i++) {
      seconds[i - from] = (int) (series.instants[i] - startS);
    }
    day.setReadingS(seconds);
  }

  /**
   * A letter a reading: measured, estimated by the source, sentinel; null when all are measured.
   */
  private String marks(int from, int to) {
    boolean plain = true;
    char[] letters = new char[to - from];
    for (int i = from; i < to; i++) {
      byte mark = series.marks[i];
      letters[i - from] =
          (mark & ReadingSeries.SENTINEL) != 0
              ? 'S'
              : (mark & ReadingBlock.ESTIMATED) != 0 ? 'E' : 'M';
      plain &= letters[i - from] == 'M';
    }
    return plain ? null : new String(letters);
  }

  private boolean areTheHours(int from, int to, long startS, MeterDay day) {
    if (meter.isRegister()
        || series.lengths != null
        || meter.stamp() != Meter.Stamp.START
        || meter.intervalSeconds() != HourLedger.HOUR_S
        || to - from != day.getHours()
        || day.getHourReason() != null) {
      return false;
    }
    int hour = hours.hourOf(startS);
    for (int i = from; i < to; i++, hour++) {
      if (series.instants[i] != startS + (long) (i - from) * HourLedger.HOUR_S
          || series.values[i] != hours.measured[hour]
          || series.marks[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
