package org.carbonbook.notice;

/** What an ERROR keeps from being published. */
public enum HoldScope {
  /** The whole release: readers keep the one before. */
  RELEASE,
  /**
   * Only the table that the notice is about: its last good version stays, and others are published.
   */
  TABLE
}
