package org.carbonbook.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The odometer of one vehicle: judges its readings, and says how far it drove between them. */
final class OdometerCourse {

  private static final long DAY_S = 86_400;

  private final List<LogRow> kept = new ArrayList<>();
  private final Map<LogRow, Integer> places = new HashMap<>();
  private final Map<LogRow, Long> driven = new HashMap<>();

  private OdometerCourse() {}

  /** Judges the readings of a vehicle that were not rejected before. */
  static OdometerCourse judge(List<LogRow> rows, OdometerChain.ChainLimits limits) {
    OdometerCourse course = new OdometerCourse();
    List<LogRow> readings = inOrder(withoutDoubles(rows));
    List<OdometerChain.Kept> chain =
        OdometerChain.find(
            readings.stream().mapToLong(row -> row.startS).toArray(),
            readings.stream().mapToLong(row -> row.odometer).toArray(),
            news(readings),
            limits);
    double metresPerSecond = rate(readings, chain);
    LogRow before = null;
    for (OdometerChain.Kept link : chain) {
      LogRow row = readings.get(link.index());
      if (before != null) {
        course.join(before, row, link.link(), limits.modulus(), metresPerSecond);
      }
      course.places.put(row, course.kept.size());
      course.kept.add(row);
      before = row;
    }
    rejectOthers(readings, chain);
    return course;
  }

  private void join(
      LogRow from, LogRow to, OdometerChain.Link link, long modulus, double metresPerSecond) {
    long difference = to.odometer - from.odometer;
    if (link == OdometerChain.Link.ROLLED_OVER) {
      to.adjusted = modulus;
      to.judgeOdometer(RowVerdict.used(LogReason.ROLLOVER));
    } else if (link == OdometerChain.Link.REPLACED) {
      to.adjusted = Math.round((to.startS - from.startS) * metresPerSecond) - difference;
      to.judgeOdometer(RowVerdict.estimated(LogReason.REPLACED));
    }
    driven.put(to, difference + to.adjusted);
  }

  /** Adds what was driven between readings to the months. */
  void addTo(VehicleLedger ledger) {
    for (int i = 1; i < kept.size(); i++) {
      LogRow to = kept.get(i);
      LogRow from = kept.get(i - 1);
      boolean measured = to.odometerVerdict().state() == LogState.USED;
      MonthSpread.spread(
          driven.get(to),
          from.startS,
          to.startS,
          (month, metres) -> {
            FleetMonth sum = ledger.month(month);
            sum.metresMeasured += measured ? metres : 0;
            sum.metresEstimated += measured ? 0 : metres;
          });
      MonthSpread.spread(
          to.startS - from.startS,
          from.startS,
          to.startS,
          (month, seconds) -> ledger.month(month).coveredS += seconds);
    }
  }

  /**
   * Metres between two readings that were kept.
   *
   * @return {@link LogRow#NONE} where a part of them is estimated
   */
  long between(LogRow from, LogRow to) {
    long metres = 0;
    for (int i = places.get(from) + 1; i <= places.get(to); i++) {
      if (kept.get(i).odometerVerdict().state() != LogState.USED) {
        return LogRow.NONE;
      }
      metres += driven.get(kept.get(i));
    }
    return metres;
  }

  /** Whether a reading was kept. */
  boolean keeps(LogRow row) {
    return places.containsKey(row);
  }

  /** Whether a reading lies between those kept before and after it. */
  boolean holds(long second, double metres) {
    LogRow before = null;
    for (LogRow row : kept) {
      if (row.startS > second) {
        return before != null && metres >= before.odometer && metres <= row.odometer;
      }
      before = row;
    }
    return false;
  }

  private static List<LogRow> withoutDoubles(List<LogRow> rows) {
    Set<String> known = new HashSet<>();
    List<LogRow> readings = new ArrayList<>();
    for (LogRow row : rows) {
      if (!row.hasOdometer() || !row.odometerVerdict().counts()) {
        continue;
      }
      if (row.kind() == LogKind.ODOMETER && !known.add(row.startS + "/" + row.odometer)) {
        row.judge(RowVerdict.rejected(LogReason.DUPLICATE));
      } else {
        readings.add(row);
      }
    }
    return readings;
  }

  /**
   * By day, then by time of day; where a reading of the day has no time, by the odometer, as the
   * rows of a day without times have no other order.
   */
  private static List<LogRow> inOrder(List<LogRow> readings) {
    Set<Long> withoutClock =
        readings.stream()
            .filter(row -> !row.hasClock)
            .map(OdometerCourse::day)
            .collect(Collectors.toSet());
    List<LogRow> sorted = new ArrayList<>(readings);
    sorted.sort(
        Comparator.comparingLong(OdometerCourse::day)
            .thenComparingLong(row -> withoutClock.contains(day(row)) ? 0 : row.startS)
            .thenComparingLong(row -> row.odometer)
            .thenComparing(LogRow::path)
            .thenComparingInt(LogRow::line));
    for (int i = 1; i < sorted.size(); i++) {
      // Rows of a day without times take the time of those before them.
      sorted.get(i).startS = Math.max(sorted.get(i).startS, sorted.get(i - 1).startS);
    }
    return sorted;
  }

  private static long day(LogRow row) {
    return Math.floorDiv(row.startS, DAY_S);
  }

  private static boolean[] news(List<LogRow> readings) {
    boolean[] isNew = new boolean[readings.size()];
    for (int i = 0; i < isNew.length; i++) {
      isNew[i] = readings.get(i).isNewOdometer;
    }
    return isNew;
  }

  private static double rate(List<LogRow> readings, List<OdometerChain.Kept> chain) {
    double metres = 0;
    double seconds = 0;
    for (int i = 1; i < chain.size(); i++) {
      if (chain.get(i).link() == OdometerChain.Link.DRIVEN) {
        LogRow from = readings.get(chain.get(i - 1).index());
        LogRow to = readings.get(chain.get(i).index());
        metres += to.odometer - from.odometer;
        seconds += to.startS - from.startS;
      }
    }
    return seconds == 0 ? 0 : metres / seconds;
  }

  private static void rejectOthers(List<LogRow> readings, List<OdometerChain.Kept> chain) {
    int next = 0;
    for (int i = 0; i < readings.size(); i++) {
      if (next < chain.size() && chain.get(next).index() == i) {
        next++;
        continue;
      }
      LogRow row = readings.get(i);
      LogRow after = next < chain.size() ? readings.get(chain.get(next).index()) : null;
      LogRow before = next > 0 ? readings.get(chain.get(next - 1).index()) : null;
      boolean isBelow =
          before != null ? row.odometer < before.odometer : row.odometer <= after.odometer;
      row.judgeOdometer(
          RowVerdict.rejected(isBelow ? LogReason.ODOMETER_BACK : LogReason.ODOMETER_JUMP));
    }
  }
}
