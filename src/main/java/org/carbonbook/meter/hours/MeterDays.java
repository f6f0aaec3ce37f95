package org.carbonbook.meter.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.lake.TableRows;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * The days of one meter: its readings are judged, added to hours, and the hours cut into local
 * days.
 */
public final class MeterDays {

  /** The table whose rows these are. */
  public static final String TABLE = "core.meter_day";

  private static final TableRows ROWS = TableRows.of(TABLE);

  private final Meter meter;
  private final DefectList found = new DefectList();
  private final ReadingSeries series;
  private final LocalCalendar calendar;
  private final HourLedger hours;
  private final boolean[] zero;
  private final long[] counted;
  private final long[] adjusted;
  private final long[] filled;
  private final RegisterEngine.Accepted register;
  private final long spanFromS;
  private final long spanToS;

  MeterDays(Meter meter, QualityRules rules, List<String> skippedChecks, ReadingBlock received) {
    this(meter, rules, skippedChecks, received, 0, Long.MIN_VALUE);
  }

  /**
   * With readings that were stored before.
   *
   * @param stored how many of the readings
   * @param storedLastS the last stored reading of the meter, here or in other months
   */
  MeterDays(
      Meter meter,
      QualityRules rules,
      List<String> skippedChecks,
      ReadingBlock received,
      int stored,
      long storedLastS) {
    this.meter = meter;
    this.series = ReadingSeries.of(received, stored, storedLastS, found);
    int[] lengths = IntervalLengths.of(meter, series);
    boolean atEnd = meter.stamp() == Meter.Stamp.END;
    long first = series.instants[0];
    long last = series.instants[series.size() - 1];
    long end = last;
    for (int i = 0; i < lengths.length; i++) {
      first = Math.min(first, series.instants[i] - (atEnd ? lengths[i] : 0));
      end = Math.max(end, series.instants[i] + (atEnd ? 0 : lengths[i]));
    }
    if (meter.isRegister()) {
      List<Meter.Reset> resets = meter.resets();
      first =
          resets.isEmpty() ? series.instants[0] : Math.min(series.instants[0], resets.get(0).atS());
      end = 1 + (resets.isEmpty() ? last : Math.max(last, resets.get(resets.size() - 1).atS()));
    }
    this.spanFromS = first;
    this.spanToS = meter.isRegister() ? end - 1 : end;
    this.calendar = new LocalCalendar(meter.zone(), first, Math.max(end - 1, first));
    this.hours = new HourLedger(calendar);
    if (meter.isRegister()) {
      RegisterEngine.Result result =
          new RegisterEngine(meter, rules, series, calendar, hours).run();
      this.register = result.accepted;
      this.counted = result.counted;
      this.adjusted = result.adjusted;
    } else {
      this.register = null;
      this.counted =
          new IntervalEngine(meter, rules, skippedChecks, series, calendar, hours, lengths).run();
      this.adjusted = new long[calendar.days()];
    }
    this.zero = new ZeroRunDetector(meter, rules, hours, found).judge(calendar, skippedChecks);
    this.filled = new GapEstimator(rules.estimation(), hours, calendar).fill();
  }

  /** Adds the defects that were found when the stored readings arrived. */
  void carry(List<DefectList.Defect> carried) {
    found.addAll(carried);
  }

  long firstS() {
    return series.instants[0];
  }

  long lastS() {
    return series.instants[series.size() - 1];
  }

  /** Hours less readings over all days, in millionths: zero when no energy is lost or invented. */
  long difference() {
    long difference = 0;
    for (int hour = 0; hour < hours.size; hour++) {
      difference += hours.measured[hour] + hours.estimated[hour] + hours.lost[hour];
    }
    for (int day = 0; day < calendar.days(); day++) {
      difference -= counted[day] + filled[day];
    }
    return difference == 0 && register != null ? registerDifference() : difference;
  }

  /** Readings less register end minus start plus what was adjusted. */
  private long registerDifference() {
    int size = register.scaled.length;
    long difference = size == 0 ? 0 : register.scaled[0] - register.scaled[size - 1];
    for (int day = 0; day < calendar.days(); day++) {
      difference += counted[day] - adjusted[day];
    }
    return difference;
  }

  /** The days of the given months, or of all when none are given. */
  List<Row> days(Set<String> months) {
    List<Row> days = new ArrayList<>();
    DayReadings readings = new DayReadings(meter, series, calendar, hours);
    DayDefects defects = new DayDefects(found, calendar);
    for (int d = 0; d < calendar.days(); d++) {
      LocalDate date = calendar.firstDay.plusDays(d);
      String month = month(date);
      if (months == null || months.contains(month)) {
        days.add(day(d, date, month, readings, defects));
      }
    }
    return days;
  }

  static String month(LocalDate date) {
    int value = date.getMonthValue();
    return date.getYear() + (value < 10 ? "-0" : "-") + value;
  }

  private Row day(int d, LocalDate date, String month, DayReadings readings, DayDefects defects) {
    TableRows.RowBuilder day =
        ROWS.row()
            .set("meter_id", meter.meterId())
            .set("month", month)
            .set("day", date)
            .set("building_id", buildingAt(date))
            .set("energy_kind", meter.energyKind())
            .set("unit", meter.unit())
            .set("starts_at", Instant.ofEpochSecond(calendar.dayStarts[d]))
            .set("counted", Millionths.toDouble(counted[d]))
            .set("adjusted", Millionths.toDouble(adjusted[d]))
            .set("filled", Millionths.toDouble(filled[d]))
            .set("defects", defects.of(d));
    int from = hours.hourOf(calendar.dayStarts[d]);
    int to = Math.min(hours.hourOf(calendar.dayStarts[d + 1] - 1) + 1, hours.size);
    boolean plain = putHours(from, to - from, day);
    putRegister(d, day);
    readings.put(d, to - from, plain, day);
    return day.build();
  }

  private String buildingAt(LocalDate date) {
    return meter.at(date.toEpochDay() * StampPattern.DAY_S).buildingId();
  }

  /** Sets the columns of the hours; returns whether every hour is measured in full. */
  private boolean putHours(int from, int count, TableRows.RowBuilder day) {
    Double[] quantity = new Double[count];
    char[] state = new char[count];
    long measured = 0;
    long estimated = 0;
    long lost = 0;
    long measuredS = 0;
    long estimatedS = 0;
    long spanS = 0;
    long mask = 0;
    boolean plain = true;
    for (int i = 0; i < count; i++) {
      int hour = from + i;
      measured += hours.measured[hour];
      estimated += hours.estimated[hour];
      lost += hours.lost[hour];
      measuredS += Math.min(hours.coveredMeasured[hour], hours.lengthOf(hour));
      estimatedS += Math.min(hours.coveredEstimated[hour], hours.lengthOf(hour));
      mask |= zero[hour] ? 1L << i : 0;
      spanS += inSpan(hour);
      boolean covered = hours.isCovered(hour);
      quantity[i] = covered ? Millionths.toDouble(hours.quantity(hour)) : null;
      state[i] =
          !covered ? inSpan(hour) == 0 ? '-' : 'L' : hours.coveredEstimated[hour] > 0 ? 'E' : 'M';
      plain &= hours.coveredMeasured[hour] >= hours.lengthOf(hour) && hours.reasons[hour] == null;
    }
    putShape(day, quantity);
    day.set("hours", count)
        .set("measured", Millionths.toDouble(measured))
        .set("estimated", Millionths.toDouble(estimated))
        .set("lost", Millionths.toDouble(lost))
        .set("measured_h", measuredS / (double) HourLedger.HOUR_S)
        .set("estimated_h", estimatedS / (double) HourLedger.HOUR_S)
        .set("lost_h", Math.max(0, spanS - measuredS - estimatedS) / (double) HourLedger.HOUR_S)
        .set("zero_mask", mask)
        .set("hour_quantity", quantity)
        .set("hour_state", new String(state))
        .set("hour_reason", plain ? null : reasons(from, count))
        .set("hour_lost", lost(from, count));
    return plain;
  }

  /** Min and max of an hour. */
  private static void putShape(TableRows.RowBuilder day, Double[] quantity) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Double hour : quantity) {
      if (hour != null) {
        min = Math.min(min, hour);
        max = Math.max(max, hour);
      }
    }
    boolean any = max >= min;
    day.set("hour_min", any ? min : null);
    day.set("hour_max", any ? max : null);
  }

  /** The seconds of an hour between the first and the last reading. */
  private long inSpan(int hour) {
    long from = Math.max(hours.startOf(hour), spanFromS);
    return Math.max(0, Math.min(hours.endOf(hour), spanToS) - from);
  }

  private String[] reasons(int from, int count) {
    String[] codes = new String[count];
    for (int i = 0; i < count; i++) {
      QualityReason given = hours.reasons[from + i];
      QualityReason reason = given == null ? QualityReason.NONE : given;
      int covered = hours.coveredMeasured[from + i] + hours.coveredEstimated[from + i];
      boolean partial =
          reason == QualityReason.NONE && covered > 0 && covered < hours.lengthOf(from + i);
      boolean absent = reason == QualityReason.NONE && covered == 0 && inSpan(from + i) > 0;
      codes[i] =
          (partial ? QualityReason.PARTIAL_HOUR : absent ? QualityReason.GAP : reason).code();
    }
    return codes;
  }

  private Double[] lost(int from, int count) {
    boolean any = false;
    for (int i = 0; i < count; i++) {
      any |= hours.lost[from + i] != 0;
    }
    if (!any) {
      return null;
    }
    Double[] lost = new Double[count];
    for (int i = 0; i < count; i++) {
      lost[i] = Millionths.toDouble(hours.lost[from + i]);
    }
    return lost;
  }

  private void putRegister(int d, TableRows.RowBuilder day) {
    int from = register == null ? 0 : firstAtOrAfter(register.at, calendar.dayStarts[d]);
    int to = register == null ? 0 : firstAtOrAfter(register.at, calendar.dayStarts[d + 1]);
    boolean any = to > from;
    day.set("register_start", any ? Millionths.toDouble(register.scaled[from]) : null);
    day.set("register_end", any ? Millionths.toDouble(register.scaled[to - 1]) : null);
  }

  static int firstAtOrAfter(long[] sorted, long second) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
