package org.carbonbook.job;

/** How a run ended. */
public enum RunOutcome {
  /** A new release was published. */
  PUBLISHED,
  /** Nothing was new, the release stays. */
  UNCHANGED,
  /** A check of severity ERROR failed: all work is done, the old release stays. */
  HELD_BACK,
  /** The job publishes nothing, by its steps or options. */
  NOT_PUBLISHED,
  /** A step failed. */
  FAILED,
  /** The process ended before the run did; the next run says so. */
  KILLED
}
