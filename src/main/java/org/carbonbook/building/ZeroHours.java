package org.carbonbook.building;

/** Hours that read zero, of the days of one month in order: how many, and in which runs. */
final class ZeroHours {

  private int count;
  private int longest;
  private int first;
  private int run;
  private int last;
  private boolean fromStart = true;

  /**
   * Adds a day.
   *
   * @param mask a bit for each hour that reads zero
   * @param follows whether the day follows the one before, or begins the month
   */
  void add(long mask, int hours, boolean follows) {
    if (!follows) {
      endRun();
    }
    for (int hour = 0; hour < hours; hour++) {
      if ((mask >>> hour & 1) == 0) {
        endRun();
      } else {
        count++;
        run++;
        longest = Math.max(longest, run);
      }
    }
  }

  private void endRun() {
    if (fromStart) {
      first = run;
      fromStart = false;
    }
    run = 0;
  }

  /** Ends the month; a run reaches into the next only when the month's last day was added. */
  void close(boolean toTheEnd) {
    last = toTheEnd ? run : 0;
    first = fromStart ? run : first;
  }

  int count() {
    return count;
  }

  int first() {
    return first;
  }

  int longest() {
    return longest;
  }

  int last() {
    return last;
  }
}
