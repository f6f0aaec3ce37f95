package org.carbonbook.meter.hours;

import java.util.Arrays;
import java.util.List;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.log.ReadingBlock;
import org.carbonbook.meter.registry.Meter;

/**
 * Adds readings of intervals to hours. A value that cannot be energy (sentinel, negative, spike)
 * and an interval inside another are not used and become defects; all others are added as they are.
 */
final class IntervalEngine {

  private static final int HIGH_PERCENT = 98;

  private final Meter meter;
  private final QualityRules rules;
  private final List<String> skippedChecks;
  private final ReadingSeries series;
  private final LocalCalendar calendar;
  private final HourLedger hours;
  private final int[] lengths;
  private final boolean[] jumped;
  private final long[] counted;

  /** The end of the run of equal values that is being read; it may reach over months. */
  private int stuckTo;

  private boolean stuck;

  IntervalEngine(
      Meter meter,
      QualityRules rules,
      List<String> skippedChecks,
      ReadingSeries series,
      LocalCalendar calendar,
      HourLedger hours,
      int[] lengths) {
    this.lengths = lengths;
    this.meter = meter;
    this.rules = rules;
    this.skippedChecks = skippedChecks;
    this.series = series;
    this.calendar = calendar;
    this.hours = hours;
    this.counted = new long[calendar.days()];
    boolean judged = series.lengths == null && !skippedChecks.contains("unit_jump");
    this.jumped = judged ? LevelJumps.find(series, calendar) : null;
  }

  /** Fills the hours and returns the energy of the readings of each day. */
  long[] run() {
    int from = 0;
    long previousEnd = Long.MIN_VALUE;
    for (int month = 0; month < calendar.months(); month++) {
      int to = from;
      long end = calendar.monthEnd(month);
      while (to < series.size() && start(to) < end) {
        to++;
      }
      if (to > from) {
        previousEnd = runMonth(from, to, previousEnd);
      }
      from = to;
    }
    return counted;
  }

  private long start(int i) {
    return meter.stamp() == Meter.Stamp.END ? series.instants[i] - length(i) : series.instants[i];
  }

  private int length(int i) {
    return lengths[i];
  }

  private long runMonth(int from, int to, long before) {
    long previousEnd = before;
    long spike = skippedChecks.contains("spike") ? Long.MAX_VALUE : spikeLimit(from, to);
    int phase = series.lengths == null ? phase(from, to) : 0;
    for (int i = from; i < to; i++) {
      long s = start(i);
      int length = length(i);
      long value = series.values[i];
      QualityReason unused = unusable(i, value, spike, previousEnd);
      if (unused != null) {
        series.found.add(unused, s, s + length, 1, value);
        markUnusable(s, length, unused);
        previousEnd =
            unused == QualityReason.OVERLAP ? previousEnd : Math.max(previousEnd, s + length);
        continue;
      }
      if (i >= stuckTo) {
        stuckTo = endOfRun(i, series.size());
        stuck = value != 0 && isStuck(i, stuckTo);
      }
      gap(previousEnd, s);
      tellClock(s, length, phase, value);
      store(i, s, length, value, stuck);
      previousEnd = Math.max(previousEnd, s + length);
    }
    return previousEnd;
  }

  private void tellClock(long s, int length, int phase, long value) {
    if (series.lengths != null || length >= StampPattern.DAY_S - HourLedger.HOUR_S) {
      return;
    }
    if (length != meter.intervalSeconds()) {
      series.found.add(QualityReason.INTERVAL_DIFFERS, s, s + length, 1, value);
    } else if (Math.floorMod(s, length) != phase) {
      series.found.add(QualityReason.CLOCK_SHIFT, s, s + length, 1, value);
    }
  }

  private void store(int i, long s, int length, long value, boolean stuck) {
    counted[calendar.dayOf(s)] += value;
    if ((series.marks[i] & ReadingBlock.ESTIMATED) != 0) {
      hours.estimate(s, s + length, value, QualityReason.REPORTED_ESTIMATED);
    } else if (stuck) {
      series.found.add(QualityReason.STUCK, s, s + length, 1, value);
      hours.estimate(s, s + length, value, QualityReason.STUCK);
    } else {
      hours.measure(s, s + length, value);
    }
  }

  private void markUnusable(long s, int length, QualityReason unused) {
    if (unused != QualityReason.OVERLAP) {
      hours.because(s, s + length, unused);
    }
  }

  private QualityReason unusable(int i, long value, long spike, long previousEnd) {
    if ((series.marks[i] & ReadingSeries.SENTINEL) != 0) {
      return QualityReason.SENTINEL;
    }
    if (value < 0 && !skippedChecks.contains("negative")) {
      return QualityReason.NEGATIVE;
    }
    if (value > spike) {
      return QualityReason.SPIKE;
    }
    if (jumped != null && jumped[i]) {
      return QualityReason.UNIT_JUMP;
    }
    return series.lengths == null && start(i) < previousEnd && isStray(i, series.size())
        ? QualityReason.OVERLAP
        : null;
  }

  /** An interval inside another, after which the meter continues in its rhythm. */
  private boolean isStray(int i, int to) {
    if (i + 1 >= to || i == 0) {
      return false;
    }
    long step = series.instants[i + 1] - series.instants[i - 1];
    return step % length(i) == 0 && step > 0;
  }

  private void gap(long previousEnd, long s) {
    if (previousEnd == Long.MIN_VALUE || s <= previousEnd) {
      return;
    }
    if (series.lengths != null) {
      hours.measure(previousEnd, s, 0);
      return;
    }
    long missing = Math.max(1, Math.round((s - previousEnd) / (double) meter.intervalSeconds()));
    series.found.add(
        QualityReason.GAP, previousEnd, s, (int) Math.min(missing, Integer.MAX_VALUE), 0);
    hours.because(previousEnd, s, QualityReason.GAP);
  }

  private int endOfRun(int i, int to) {
    int end = i + 1;
    while (end < to && series.values[end] == series.values[i]) {
      end++;
    }
    return end;
  }

  private boolean isStuck(int from, int to) {
    return to - from >= rules.stuckReadings()
        && series.lengths == null
        && !skippedChecks.contains("stuck")
        && (long) (to - from) * length(from) >= (long) rules.stuckHours() * HourLedger.HOUR_S;
  }

  /** The value above which an interval is a spike: a multiple of the month's high value. */
  private long spikeLimit(int from, int to) {
    long highest = 0;
    long sum = 0;
    for (int i = from; i < to; i++) {
      long value = series.values[i];
      if ((series.marks[i] & ReadingSeries.SENTINEL) == 0 && value > 0) {
        highest = Math.max(highest, value);
        sum += Math.min(value, Long.MAX_VALUE / (4L * (to - from)));
      }
    }
    double ratio = rules.spikeRatio();
    if (highest <= ratio * ((double) sum / (to - from))) {
      return Long.MAX_VALUE;
    }
    long[] positive =
        java.util.stream.IntStream.range(from, to)
            .filter(i -> (series.marks[i] & ReadingSeries.SENTINEL) == 0 && series.values[i] > 0)
            .mapToLong(i -> series.values[i])
            .sorted()
            .toArray();
    if (positive.length < 20) {
      return Long.MAX_VALUE;
    }
    double limit = ratio * positive[(int) ((long) (positive.length - 1) * HIGH_PERCENT / 100)];
    return limit >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) limit;
  }

  /** Where in its length the intervals of a month usually begin. */
  private int phase(int from, int to) {
    int length = meter.intervalSeconds();
    int first = (int) Math.floorMod(start(from), (long) length);
    int others = 0;
    for (int i = from; i < to; i++) {
      if (Math.floorMod(start(i), (long) length) != first) {
        others++;
      }
    }
    if (others * 2 <= to - from) {
      return first;
    }
    int[] phases = new int[to - from];
    for (int i = from; i < to; i++) {
      phases[i - from] = (int) Math.floorMod(start(i), (long) length);
    }
    Arrays.sort(phases);
    return phases[phases.length / 2];
  }
}
