package org.carbonbook.meter.hours;

import java.util.Arrays;
import org.carbonbook.intake.Millionths;
import org.carbonbook.lake.TableRows;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * The readings of a day as they are stored. Where the hours are the readings, nothing is stored
 * twice; when they come at a regular distance, the first and the step give their instants.
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

  /**
   * Sets the columns of the readings of a day.
   *
   * @param count the hours of the day
   * @param plain whether every hour is measured in full
   */
  void put(int d, int count, boolean plain, TableRows.RowBuilder day) {
    long startS = calendar.dayStarts[d];
    int from = MeterDays.firstAtOrAfter(series.instants, startS);
    int to = MeterDays.firstAtOrAfter(series.instants, calendar.dayStarts[d + 1]);
    if (to == from || (plain && areTheHours(from, to, startS, count))) {
      day.setNull(
          "reading_first_s",
          "reading_step_s",
          "reading_s",
          "reading",
          "reading_mark",
          "reading_length_s");
      return;
    }
    Double[] values = new Double[to - from];
    for (int i = from; i < to; i++) {
      values[i - from] = Millionths.toDouble(series.values[i]);
    }
    day.set("reading", values);
    day.set("reading_mark", marks(from, to));
    putStamps(from, to, startS, day);
    day.set(
        "reading_length_s",
        series.lengths == null ? null : boxed(Arrays.copyOfRange(series.lengths, from, to)));
  }

  private void putStamps(int from, int to, long startS, TableRows.RowBuilder day) {
    long step = to - from > 1 ? series.instants[from + 1] - series.instants[from] : 0;
    boolean regular = true;
    for (int i = from + 1; i < to && regular; i++) {
      regular = series.instants[i] - series.instants[i - 1] == step;
    }
    int[] seconds = new int[to - from];
    for (int i = from; i < to; i++) {
      seconds[i - from] = (int) (series.instants[i] - startS);
    }
    day.set("reading_first_s", regular ? seconds[0] : null);
    day.set("reading_step_s", regular ? (int) step : null);
    day.set("reading_s", regular ? null : boxed(seconds));
  }

  private static Integer[] boxed(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
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

  private boolean areTheHours(int from, int to, long startS, int count) {
    if (meter.isRegister()
        || series.lengths != null
        || meter.stamp() != Meter.Stamp.START
        || meter.intervalSeconds() != HourLedger.HOUR_S
        || to - from != count) {
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
