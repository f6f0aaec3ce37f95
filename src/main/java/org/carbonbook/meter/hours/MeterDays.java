package org.carbonbook.meter.hours;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carbonbook.intake.Millionths;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/** The days of one meter: readings judged, put into hours, cut into local days. */
final class MeterDays {

  private static final int OPEN_H = 7;
  private static final int CLOSED_H = 19;

  private final Meter meter;
  private final DefectList found = new DefectList();
  private final ReadingSeries series;
  private final LocalCalendar calendar;
  private final HourLedger hours;
  private final boolean[] zero;
  private final long[] counted;
  private final long[] adjusted;
  private final long[] filled;
  private final RegisterEngine.Result register;
  private final long spanFromS;
  private final long spanToS;

  MeterDays(Meter meter, QualityRules rules, List<String> leftOut, ReadingBlock received) {
    this(meter, rules, leftOut, received, 0, Long.MIN_VALUE);
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
      List<String> leftOut,
      ReadingBlock received,
      int stored,
      long storedLastS) {
    this.meter = meter;
    this.series = ReadingSeries.of(received, stored, storedLastS, found);
    int longest = longest();
    long first = series.instants[0] - (meter.stamp() == Meter.Stamp.END ? longest : 0);
    long last = series.instants[series.size() - 1];
    long end = meter.stamp() == Meter.Stamp.END || meter.isRegister() ? last : last + longest;
    if (meter.isRegister()) {
      List<Meter.Reset> resets = meter.resets();
      first =
          resets.isEmpty() ? series.instants[0] : Math.min(series.instants[0], resets.get(0).atS());
      end = 1 + (resets.isEmpty() ? last : Math.max(last, resets.get(resets.size() - 1).atS()));
    }
    this.spanFromS = first;
    this.spanToS = meter.isRegister() ? end - 1 : end;
    this.calendar = new LocalCalendar(meter.zone(), first, Math.max(end - 1, first));
    this.hours = new HourLedger(calendar.startS(), calendar.endS());
    if (meter.isRegister()) {
      this.register = new RegisterEngine(meter, rules, series, calendar, hours).run();
      this.counted = register.counted;
      this.adjusted = register.adjusted;
    } else {
      this.register = null;
      this.counted = new IntervalEngine(meter, rules, leftOut, series, calendar, hours).run();
      this.adjusted = new long[calendar.days()];
    }
    this.zero = new ZeroRunDetector(meter, rules, hours, found).judge(calendar, leftOut);
    this.filled = new GapEstimator(rules.estimation(), hours, calendar).fill();
  }

  private int longest() {
    int longest = meter.intervalSeconds();
    if (series.lengths != null) {
      for (int length : series.lengths) {
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  /** Takes what was found when stored readings arrived. */
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
    return difference;
  }

  /** The days of the given months, or of all when none are given. */
  List<MeterDay> days(Set<String> months) {
    List<MeterDay> days = new ArrayList<>();
    DayReadings readings = new DayReadings(meter, series, calendar, hours);
    DayDefects defects = new DayDefects(found, calendar);
    for (int d = 0; d < calendar.days(); d++) {
      LocalDate date = calendar.firstDay.plusDays(d);
      String month = month(date);
      if (months == null || months.contains(month)) {
        MeterDay day = day(d, date, month);
        readings.put(d, day);
        day.setDefects(defects.of(d));
        days.add(day);
      }
    }
    return days;
  }

  static String month(LocalDate date) {
    int value = date.getMonthValue();
    return date.getYear() + (value < 10 ? "-0" : "-") + value;
  }

  private MeterDay day(int d, LocalDate date, String month) {
    MeterDay day = new MeterDay();
    day.setMeterId(meter.meterId());
    day.setMonth(month);
    day.setDay(Date.valueOf(date));
    day.setBuildingId(buildingAt(date));
    day.setEnergyKind(meter.energyKind());
    day.setUnit(meter.unit());
    day.setStartsAt(new Timestamp(calendar.dayStarts[d] * 1000));
    day.setCounted(Millionths.toDouble(counted[d]));
    day.setAdjusted(Millionths.toDouble(adjusted[d]));
    day.setFilled(Millionths.toDouble(filled[d]));
    putHours(d, date, day);
    putRegister(d, day);
    return day;
  }

  private String buildingAt(LocalDate date) {
    long local = date.toEpochDay() * StampPattern.DAY_S;
    for (Meter.Version version : meter.versions()) {
      if (local < version.toS()) {
        return version.buildingId();
      }
    }
    return meter.versions().get(meter.versions().size() - 1).buildingId();
  }

  private void putHours(int d, LocalDate date, MeterDay day) {
    int from = hours.hourOf(calendar.dayStarts[d]);
    int to = Math.min(hours.hourOf(calendar.dayStarts[d + 1] - 1) + 1, hours.size);
    int count = to - from;
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
      measuredS += Math.min(hours.coveredMeasured[hour], HourLedger.HOUR_S);
      estimatedS += Math.min(hours.coveredEstimated[hour], HourLedger.HOUR_S);
      mask |= zero[hour] ? 1L << i : 0;
      spanS += inSpan(hour);
      boolean covered = hours.isCovered(hour);
      quantity[i] = covered ? Millionths.toDouble(hours.quantity(hour)) : null;
      state[i] =
          !covered ? inSpan(hour) == 0 ? '-' : 'L' : hours.coveredEstimated[hour] > 0 ? 'E' : 'M';
      plain &= hours.coveredMeasured[hour] >= HourLedger.HOUR_S && hours.reasons[hour] == null;
    }
    putShape(day, date, quantity);
    day.setHours(count);
    day.setMeasured(Millionths.toDouble(measured));
    day.setEstimated(Millionths.toDouble(estimated));
    day.setLost(Millionths.toDouble(lost));
    day.setMeasuredH(measuredS / (double) HourLedger.HOUR_S);
    day.setEstimatedH(estimatedS / (double) HourLedger.HOUR_S);
    day.setLostH(Math.max(0, spanS - measuredS - estimatedS) / (double) HourLedger.HOUR_S);
    day.setZeroMask(mask);
    day.setHourQuantity(quantity);
    day.setHourState(new String(state));
    day.setHourReason(plain ? null : reasons(from, count));
    day.setHourLost(lost == 0 ? null : lost(from, count));
  }

  /** Least and most of an hour, and the energy outside 7 to 19 o'clock of Monday to Friday. */
  private static void putShape(MeterDay day, LocalDate date, Double[] quantity) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    long outside = 0;
    boolean rest = date.getDayOfWeek().getValue() > 5;
    for (int i = 0; i < quantity.length; i++) {
      if (quantity[i] != null) {
        least = Math.min(least, quantity[i]);
        most = Math.max(most, quantity[i]);
        boolean open = !rest && i >= OPEN_H && i < CLOSED_H;
        outside += open ? 0 : Math.round(quantity[i] * Millionths.ONE);
      }
    }
    if (most >= least) {
      day.setHourMin(least);
      day.setHourMax(most);
      day.setOutOfHours(Millionths.toDouble(outside));
    }
  }

  /** The seconds of an hour between the first and the last reading. */
  private long inSpan(int hour) {
    long from = Math.max(hours.startOf(hour), spanFromS);
    return Math.max(0, Math.min(hours.startOf(hour) + HourLedger.HOUR_S, spanToS) - from);
  }

  private String[] reasons(int from, int count) {
    String[] codes = new String[count];
    for (int i = 0; i < count; i++) {
      QualityReason given = hours.reasons[from + i];
      QualityReason reason = given == null ? QualityReason.NONE : given;
      int covered = hours.coveredMeasured[from + i] + hours.coveredEstimated[from + i];
      boolean partial = reason == QualityReason.NONE && covered > 0 && covered < HourLedger.HOUR_S;
      boolean absent = reason == QualityReason.NONE && covered == 0 && inSpan(from + i) > 0;
      codes[i] =
          (partial ? QualityReason.PARTIAL_HOUR : absent ? QualityReason.GAP : reason).code();
    }
    return codes;
  }

  private double[] lost(int from, int count) {
    double[] lost = new double[count];
    for (int i = 0; i < count; i++) {
      lost[i] = Millionths.toDouble(hours.lost[from + i]);
    }
    return lost;
  }

  private void putRegister(int d, MeterDay day) {
    if (register == null) {
      return;
    }
    int from = firstAtOrAfter(register.at, calendar.dayStarts[d]);
    int to = firstAtOrAfter(register.at, calendar.dayStarts[d + 1]);
    if (to > from) {
      day.setRegisterStart(Millionths.toDouble(register.value[from]));
      day.setRegisterEnd(Millionths.toDouble(register.value[to - 1]));
    }
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
