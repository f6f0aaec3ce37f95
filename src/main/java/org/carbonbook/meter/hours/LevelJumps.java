package org.carbonbook.meter.hours;

import org.carbonbook.meter.log.ReadingBlock;

/**
 * Finds days on which the values of a meter are about a thousand times its own history, or a
 * thousandth: the unit of its log changed, from kWh to Wh or back. The history is the mean of the
 * days before that were not found so.
 */
final class LevelJumps {

  private static final double LEAST = 700;
  private static final double MOST = 1400;
  private static final double NEAR = 10;
  private static final int HISTORY = 7;
  private static final int FEWEST = 3;

  private final double[] history = new double[HISTORY];
  private int known;

  private LevelJumps() {}

  /** Which readings are of such days and such a size; null when none is. */
  static boolean[] find(ReadingSeries series, LocalCalendar calendar) {
    return new LevelJumps().judge(series, calendar);
  }

  private boolean[] judge(ReadingSeries series, LocalCalendar calendar) {
    boolean[] jumped = null;
    int from = 0;
    for (int day = 0; day < calendar.days() && from < series.size(); day++) {
      int to = from;
      double sum = 0;
      int count = 0;
      while (to < series.size() && series.instants[to] < calendar.dayStarts[day + 1]) {
        if (series.values[to] > 0 && (series.marks[to] & ReadingSeries.SENTINEL) == 0) {
          sum += series.values[to];
          count++;
        }
        to++;
      }
      if (count > 0) {
        double mean = sum / count;
        double ratio = ratio(mean);
        if (isJump(ratio)) {
          jumped = jumped == null ? new boolean[series.size()] : jumped;
          mark(series, from, to, mean, jumped);
        } else {
          history[known++ % HISTORY] = mean;
        }
      }
      from = to;
    }
    return jumped;
  }

  private double ratio(double mean) {
    if (known < FEWEST) {
      return 1;
    }
    double sum = 0;
    int days = Math.min(known, HISTORY);
    for (int i = 0; i < days; i++) {
      sum += history[i];
    }
    return mean * days / sum;
  }

  private static boolean isJump(double ratio) {
    return (ratio >= LEAST && ratio <= MOST) || (ratio >= 1 / MOST && ratio <= 1 / LEAST);
  }

  private static void mark(ReadingSeries series, int from, int to, double mean, boolean[] jumped) {
    for (int i = from; i < to; i++) {
      double value = series.values[i];
      boolean own = (series.marks[i] & ReadingBlock.ESTIMATED) == 0;
      jumped[i] = own && value > mean / NEAR && value < mean * NEAR;
    }
  }
}
