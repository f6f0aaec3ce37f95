package org.carbonbook.decomposition;

import org.carbonbook.decomposition.method.NotComputableException;

/** The times of a group, each made ready once however often it is compared. */
final class GroupSides {

  private final PanelSums sums;
  private final Side[] sides;
  private final NotComputableException[] broken;

  GroupSides(Panel panel) {
    this.sums = new PanelSums(panel);
    this.sides = new Side[panel.times.length];
    this.broken = new NotComputableException[panel.times.length];
  }

  PanelSums sums() {
    return sums;
  }

  Panel panel() {
    return sums.panel();
  }

  /**
   * The values of one time.
   *
   * @throws NotComputableException when a value is missing or a number is divided by zero
   */
  Side side(int time) {
    if (broken[time] != null) {
      throw broken[time];
    }
    if (sides[time] == null) {
      try {
        sides[time] = Side.of(sums, time);
      } catch (NotComputableException e) {
        broken[time] = e;
        throw e;
      }
    }
    return sides[time];
  }
}
