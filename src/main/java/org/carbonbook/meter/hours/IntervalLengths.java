package org.carbonbook.meter.hours;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.carbonbook.intake.StampPattern;
import org.carbonbook.meter.registry.Meter;

/**
 * How long the interval of each reading is. It is what the registry states, a local day of 23 to 25
 * hours where that is a day. Where readings keep another distance for a while, they show it: a
 * shorter one at once; a longer one when their values are larger too, for else readings are
 * missing.
 */
final class IntervalLengths {

  private static final int MONTH_S = 30 * 86_400;

  /** So many equal distances in a row show that the interval is shorter than registered. */
  private static final int SHORTER = 4;

  /** So many equal distances in a row show that the interval is longer than registered. */
  private static final int LONGER = 11;

  private static final int SHORTEST_S = 60;

  private final Meter meter;
  private final ReadingSeries series;
  private final int[] lengths;
  private final boolean atEnd;

  private IntervalLengths(Meter meter, ReadingSeries series) {
    this.meter = meter;
    this.series = series;
    this.lengths = new int[series.size()];
    this.atEnd = meter.stamp() == Meter.Stamp.END;
  }

  /** The seconds of each reading. */
  static int[] of(Meter meter, ReadingSeries series) {
    if (series.lengths != null || meter.isRegister()) {
      return series.lengths == null ? new int[0] : series.lengths;
    }
    IntervalLengths of = new IntervalLengths(meter, series);
    of.registered();
    of.observed();
    return of.lengths;
  }

  private void registered() {
    boolean one = meter.versions().size() == 1;
    ZoneRules rules = meter.zone().getRules();
    boolean fixed = rules.isFixedOffset();
    int usual = meter.intervalSeconds();
    if (one && (fixed || usual % StampPattern.DAY_S != 0) && usual != MONTH_S) {
      Arrays.fill(lengths, usual);
      return;
    }
    for (int i = 0; i < lengths.length; i++) {
      long at = series.instants[i];
      long local = at + rules.getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
      int length = one ? usual : meter.at(atEnd ? local - 1 : local).intervalSeconds();
      boolean days = length % StampPattern.DAY_S == 0;
      lengths[i] = days ? calendarLength(at, length) : length;
    }
  }

  /** The seconds of some local days, or of a local month, that begin or end at an instant. */
  private int calendarLength(long at, int length) {
    ZonedDateTime stamp = Instant.ofEpochSecond(at).atZone(meter.zone());
    long days = length / StampPattern.DAY_S;
    int sign = atEnd ? -1 : 1;
    ZonedDateTime other = length == MONTH_S ? stamp.plusMonths(sign) : stamp.plusDays(sign * days);
    return (int) Math.abs(other.toEpochSecond() - at);
  }

  /** Finds runs of equal distances that are not what the registry states. */
  private void observed() {
    int n = lengths.length;
    int from = 0;
    while (from + 1 < n) {
      long step = series.instants[from + 1] - series.instants[from];
      int to = from + 1;
      while (to + 1 < n && series.instants[to + 1] - series.instants[to] == step) {
        to++;
      }
      int registered = lengths[from];
      if (step != registered && isShown(from, to, step, registered)) {
        show(from, to, (int) step);
      }
      from = to;
    }
  }

  private boolean isShown(int from, int to, long step, int registered) {
    if (step < SHORTEST_S || StampPattern.DAY_S % step != 0 || registered > StampPattern.DAY_S) {
      return false;
    }
    return step < registered
        ? registered % step == 0 && to - from >= SHORTER
        : step % registered == 0 && to - from >= LONGER && isLarger(from, to, step, registered);
  }

  /** Whether the values of a run are larger than the other values as its distance is. */
  private boolean isLarger(int from, int to, long step, int registered) {
    double run = 0;
    double others = 0;
    int count = 0;
    for (int i = 0; i < lengths.length; i++) {
      if ((series.marks[i] & ReadingSeries.SENTINEL) != 0) {
        continue;
      }
      boolean inside = i >= from && i <= to;
      boolean usual =
          i + 1 < lengths.length && series.instants[i + 1] - series.instants[i] == registered;
      if (inside) {
        run += series.values[i] / (double) (to - from + 1);
      } else if (usual) {
        others += series.values[i];
        count++;
      }
    }
    return count == 0 || run >= others / count * Math.sqrt(step / (double) registered);
  }

  /** Stamps at the start show the length by the next stamp, those at the end by the one before. */
  private void show(int from, int to, int step) {
    int first = atEnd ? from + 1 : from;
    int last = atEnd ? to : to - 1;
    boolean closes = !atEnd && (to + 1 >= lengths.length || isGap(to, to + 1, step));
    boolean opens = atEnd && (from == 0 || isGap(from - 1, from, step));
    Arrays.fill(lengths, opens ? from : first, (closes ? to : last) + 1, step);
  }

  /** Whether two neighbours are further apart than either length. */
  private boolean isGap(int one, int other, int step) {
    long distance = series.instants[other] - series.instants[one];
    return distance > Math.max(step, meter.intervalSeconds());
  }
}
