package org.carbonbook.meter.hours;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.carbonbook.intake.Millionths;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * Readings of a register that counts up, as hours. The energy between two readings is their
 * difference; where the register went back, the cause is found: a declared reset, a rollover, a
 * single wrong reading, or another meter. The sum of all parts is register end minus start plus
 * what resets, rollovers and replacements added.
 */
final class RegisterEngine {

  private static final int OUTLIERS = 6;
  private static final int ENOUGH = 10;

  /** A wrap that nobody declared must be as near as this share of the jump limit. */
  private static final int STRICT = 5;

  private final Meter meter;
  private final QualityRules rules;
  private final ReadingSeries series;
  private final LocalCalendar calendar;
  private final HourLedger hours;
  private final long[] counted;
  private final long[] adjusted;

  private long[] at;
  private long[] value;
  private byte[] mark;
  private boolean[] closes;
  private int size;
  private boolean[] dropped;

  private RegisterCourse course;

  RegisterEngine(
      Meter meter,
      QualityRules rules,
      ReadingSeries series,
      LocalCalendar calendar,
      HourLedger hours) {
    this.meter = meter;
    this.rules = rules;
    this.series = series;
    this.calendar = calendar;
    this.hours = hours;
    this.counted = new long[calendar.days()];
    this.adjusted = new long[calendar.days()];
  }

  /**
   * Energy of each day's readings, and the part of it that comes from resets instead of
   * differences.
   */
  static final class Result {
    final long[] counted;
    final long[] adjusted;
    final long[] at;

    /** The accepted registers in the unit of the hours. */
    final long[] scaled;

    Result(long[] counted, long[] adjusted, long[] at, long[] scaled) {
      this.counted = counted;
      this.adjusted = adjusted;
      this.at = at;
      this.scaled = scaled;
    }
  }

  Result run() {
    prepare();
    course = new RegisterCourse(rules, calendar, series.found, at, value, closes, size);
    course.changeUnits();
    double[] limits = rateLimits();
    course.findBackward(limits);
    int previous = -1;
    for (int i = 0; i < size; i++) {
      if (previous >= 0 && isOutlier(previous, i, limits)) {
        continue;
      }
      if (previous >= 0) {
        segment(previous, i, limits);
      }
      previous = i;
    }
    return accepted();
  }

  /** Collects usable readings; a declared reset adds a final reading and a new first one. */
  private void prepare() {
    int max = series.size() + 2 * meter.resets().size();
    at = new long[max];
    value = new long[max];
    mark = new byte[max];
    closes = new boolean[max];
    int reset = 0;
    List<Meter.Reset> resets = meter.resets();
    for (int i = 0; i < series.size(); i++) {
      while (reset < resets.size() && isBefore(resets.get(reset), i)) {
        reset(resets.get(reset++));
      }
      if (isReading(i)) {
        put(series.instants[i], series.values[i], series.marks[i], false);
      }
    }
    while (reset < resets.size()) {
      reset(resets.get(reset++));
    }
    dropped = new boolean[size];
  }

  /** A reading of the same instant belongs to the side of the reset whose register it is near. */
  private boolean isBefore(Meter.Reset reset, int i) {
    long after = series.instants[i] - reset.atS();
    return after > 0
        || (after == 0
            && Math.abs(series.values[i] - reset.start())
                < Math.abs(series.values[i] - reset.end()));
  }

  private void reset(Meter.Reset reset) {
    put(reset.atS(), reset.end(), (byte) 0, false);
    put(reset.atS(), reset.start(), (byte) 0, true);
    series.found.add(
        QualityReason.DECLARED_RESET,
        reset.atS(),
        reset.atS() + 1,
        1,
        scaled(reset.end() - reset.start(), reset.atS()));
  }

  private boolean isReading(int i) {
    long s = series.instants[i];
    if ((series.marks[i] & ReadingSeries.SENTINEL) != 0) {
      series.found.add(QualityReason.SENTINEL, s, s + 1, 1, series.values[i]);
      return false;
    }
    if (series.values[i] < 0) {
      series.found.add(QualityReason.NEGATIVE, s, s + 1, 1, scaled(series.values[i], s));
      return false;
    }
    return true;
  }

  private void put(long second, long register, byte quality, boolean afterReset) {
    at[size] = second;
    value[size] = register;
    mark[size] = quality;
    closes[size] = afterReset;
    size++;
  }

  /** The highest believable rate of each month, in millionths a second. */
  private double[] rateLimits() {
    double[] limits = new double[calendar.months()];
    int from = 0;
    for (int month = 0; month < limits.length; month++) {
      int to = from;
      while (to < size && at[to] < calendar.monthEnd(month)) {
        to++;
      }
      double[] rates = new double[Math.max(to - from, 0)];
      int count = 0;
      for (int i = Math.max(from, 1); i < to; i++) {
        long difference = value[i] - value[i - 1];
        if (difference > 0 && at[i] > at[i - 1] && !closes[i]) {
          rates[count++] = difference / (double) (at[i] - at[i - 1]);
        }
      }
      Arrays.sort(rates, 0, count);
      limits[month] = count < ENOUGH ? Double.MAX_VALUE : rules.rateRatio() * rates[count / 2];
      from = to;
    }
    return limits;
  }

  private double limit(int i, double[] limits) {
    for (int month = 0; month < limits.length; month++) {
      if (at[i] < calendar.monthEnd(month)) {
        return limits[month];
      }
    }
    return Double.MAX_VALUE;
  }

  private boolean isPlausible(int from, int to, long difference, double limit) {
    long seconds = Math.max(at[to] - at[from], 1);
    return difference >= 0 && difference <= limit * seconds;
  }

  /**
   * Whether a reading is wrong by itself: the register is back in its course within a few readings.
   */
  private boolean isOutlier(int previous, int i, double[] limits) {
    if (closes[i] || at[i] == at[previous] || course.isBackward(previous, i, limit(i, limits))) {
      return false;
    }
    long difference = value[i] - value[previous];
    double limit = limit(i, limits);
    if (isPlausible(previous, i, difference, limit)) {
      return difference > 0 && isBump(previous, i, limits);
    }
    int last = Math.min(i + OUTLIERS, size - 1);
    for (int j = i + 1; j <= last && !closes[j]; j++) {
      long back = value[j] - value[previous];
      boolean comesBack = difference < 0 ? back >= 0 : value[j] < value[i] && back >= 0;
      if (comesBack && isPlausible(previous, j, back, limit) && isCalm(j, limits)) {
        drop(i, difference < 0 ? QualityReason.DIP : QualityReason.SPIKE, difference);
        return true;
      }
    }
    return false;
  }

  /** A small step up that the next reading takes back. */
  private boolean isBump(int previous, int i, double[] limits) {
    return i + 1 < size
        && !closes[i + 1]
        && value[i + 1] < value[i]
        && value[i + 1] >= value[previous]
        && i + 2 < size
        && !closes[i + 2]
        && value[i + 2] < value[i]
        && isPlausible(previous, i + 1, value[i + 1] - value[previous], limit(i, limits))
        && dropBump(i, value[i] - value[previous]);
  }

  private boolean dropBump(int i, long difference) {
    drop(i, QualityReason.SPIKE, difference);
    return true;
  }

  /** Whether the register continues from a reading, so that it is not the outlier. */
  private boolean isCalm(int j, double[] limits) {
    return j + 1 >= size
        || closes[j + 1]
        || isPlausible(j, j + 1, value[j + 1] - value[j], limit(j, limits));
  }

  private void drop(int i, QualityReason reason, long difference) {
    dropped[i] = true;
    series.found.add(reason, at[i], at[i] + 1, 1, scaled(difference, at[i]));
  }

  private void segment(int from, int to, double[] limits) {
    long published = scaled(value[to], at[to]) - scaled(value[from], at[from]);
    if (closes[to]) {
      adjusted[calendar.dayOf(at[to])] -= published;
      return;
    }
    long difference = value[to] - value[from];
    double limit = limit(to, limits);
    long end = value[to];
    if (course.isBackward(from, to, limit)) {
      series.found.add(
          QualityReason.RUNS_BACKWARD, at[from], at[to], 1, scaled(difference, at[to]));
    } else if (!isPlausible(from, to, difference, limit)) {
      end = value[from] + (difference < 0 ? wentBack(from, to, limit) : replaced(from, to));
    }
    long quantity = quantity(from, to, end);
    adjusted[calendar.dayOf(at[to])] += quantity - published;
    if (at[to] > at[from]) {
      share(from, to, quantity);
    } else if (quantity != 0) {
      counted[calendar.dayOf(at[to])] += quantity;
      hours.measure(at[to], at[to] + 1, quantity);
    }
  }

  /** A printed register in the unit of the hours, by the multiplier of its time. */
  private long scaled(long printed, long second) {
    return Millionths.times(printed, factor(second));
  }

  private double factor(long second) {
    List<Meter.Version> versions = meter.versions();
    return versions.size() == 1 ? versions.get(0).factor() : meter.at(local(second)).factor();
  }

  private long local(long second) {
    return second
        + meter.zone().getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  /**
   * The energy that a register counts from one reading to a value: differences come before
   * multipliers, and where the multiplier changes on the way, each part has its own.
   */
  private long quantity(int from, int to, long end) {
    List<Meter.Version> versions = meter.versions();
    if (versions.size() == 1) {
      double factor = versions.get(0).factor();
      return Millionths.times(end, factor) - Millionths.times(value[from], factor);
    }
    long length = Math.max(1, at[to] - at[from]);
    long localFrom = local(at[from]);
    long quantity = 0;
    long reached = 0;
    for (int k = 0; k < versions.size(); k++) {
      Meter.Version version = versions.get(k);
      boolean last = version.toS() >= localFrom + length || k == versions.size() - 1;
      if (version.toS() <= localFrom && !last) {
        continue;
      }
      long part =
          last
              ? end - value[from]
              : HourLedger.portion(end - value[from], version.toS() - localFrom, length);
      quantity += Millionths.times(part - reached, version.factor());
      reached = part;
      if (last) {
        break;
      }
    }
    return quantity;
  }

  /** What a register that went back ran: over its wrap what it ran, of another meter nothing. */
  private long wentBack(int from, int to, double limit) {
    long declared = meter.registerWrap();
    if (declared > 0) {
      long ran = declared - value[from] + value[to];
      boolean nearTop = value[from] >= declared / 10 * 9 && value[to] <= declared / 10;
      if (nearTop && ran >= 0 && isPlausible(from, to, ran, limit)) {
        return rollover(from, to, ran);
      }
    }
    for (long usual : rules.wraps()) {
      long ran = usual - value[from] + value[to];
      boolean nearTop = value[from] >= usual / 100 * 99 && value[from] <= usual;
      if (nearTop && limit < Double.MAX_VALUE && isPlausible(from, to, ran, limit / STRICT)) {
        return rollover(from, to, ran);
      }
    }
    return replaced(from, to);
  }

  private long rollover(int from, int to, long ran) {
    series.found.add(QualityReason.ROLLOVER, at[from], at[to], 1, scaled(ran, at[to]));
    return ran;
  }

  private long replaced(int from, int to) {
    long difference = scaled(value[to] - value[from], at[to]);
    series.found.add(QualityReason.METER_REPLACED, at[from], at[to], 1, difference);
    hours.because(at[from], at[to], QualityReason.METER_REPLACED);
    return 0;
  }

  private void share(int from, int to, long quantity) {
    counted[calendar.dayOf(at[to] - 1)] += quantity;
    long length = at[to] - at[from];
    boolean unknown = hasReplacement(from, to);
    if (length > meter.maxApportionSeconds()) {
      hours.lose(at[from], at[to], quantity, QualityReason.LONG_GAP);
      series.found.add(QualityReason.GAP, at[from], at[to], 1, quantity);
    } else if (unknown) {
      hours.because(at[from], at[to], QualityReason.METER_REPLACED);
    } else if (to - from > 1 && hasDropped(from, to)) {
      hours.estimate(at[from], at[to], quantity, reasonOfDropped(from, to));
    } else if ((mark[to] & ReadingBlock.ESTIMATED) != 0) {
      hours.estimate(at[from], at[to], quantity, QualityReason.REPORTED_ESTIMATED);
    } else if (length > rules.maxApportionMinutes() * 60L) {
      hours.estimate(at[from], at[to], quantity, QualityReason.APPORTIONED);
    } else {
      hours.measure(at[from], at[to], quantity);
      gap(from, to, length, quantity);
    }
  }

  private void gap(int from, int to, long length, long quantity) {
    if (length > meter.intervalSeconds() * 3L / 2 && length > HourLedger.HOUR_S) {
      series.found.add(QualityReason.GAP, at[from], at[to], 1, quantity);
    }
  }

  private boolean hasReplacement(int from, int to) {
    List<DefectList.Defect> found = series.found.list();
    if (found.isEmpty()) {
      return false;
    }
    DefectList.Defect last = found.get(found.size() - 1);
    return last.reason() == QualityReason.METER_REPLACED
        && last.toS() == at[to]
        && last.fromS() <= at[from];
  }

  private boolean hasDropped(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (dropped[i]) {
        return true;
      }
    }
    return false;
  }

  private QualityReason reasonOfDropped(int from, int to) {
    return value[from + 1] > value[to] ? QualityReason.SPIKE : QualityReason.DIP;
  }

  private Result accepted() {
    long[] times = new long[size];
    long[] registers = new long[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!dropped[i]) {
        times[kept] = at[i];
        registers[kept++] = scaled(value[i], at[i]);
      }
    }
    return new Result(
        counted, adjusted, Arrays.copyOf(times, kept), Arrays.copyOf(registers, kept));
  }
}
