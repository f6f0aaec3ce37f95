package org.carbonbook.decomposition;

/** What happens when a year is absent in a chain. */
public enum GapRule {
  /** The next year that the group has is used, and the result's note says so. */
  SAY,
  /** The comparison has no result. */
  REFUSE
}
