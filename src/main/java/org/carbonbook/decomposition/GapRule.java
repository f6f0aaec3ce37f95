package org.carbonbook.decomposition;

/** What happens when a chain lacks a year. */
public enum GapRule {
  /** The next available year is used, and the note of the result names the missing years. */
  BRIDGE,
  /** The comparison is not computed. */
  NOT_COMPUTED
}
