package org.carbonbook.decomposition.panel;

import org.carbonbook.decomposition.method.NotComputableException;

/** The values of each time of a group, computed once however often the time is compared. */
public final class PanelPeriods {

  private final PanelSums sums;
  private final PeriodValues[] sides;
  private final NotComputableException[] broken;

  public PanelPeriods(Panel panel) {
    this.sums = new PanelSums(panel);
    this.sides = new PeriodValues[panel.times.length];
    this.broken = new NotComputableException[panel.times.length];
  }

  public PanelSums sums() {
    return sums;
  }

  public Panel panel() {
    return sums.panel();
  }

  /**
   * The values of one time.
   *
   * @throws NotComputableException when a value is missing or a number is divided by zero
   */
  public PeriodValues side(int time) {
    if (broken[time] != null) {
      throw broken[time];
    }
    if (sides[time] == null) {
      try {
        sides[time] = PeriodValues.of(sums, time);
      } catch (NotComputableException e) {
        broken[time] = e;
        throw e;
      }
    }
    return sides[time];
  }
}
