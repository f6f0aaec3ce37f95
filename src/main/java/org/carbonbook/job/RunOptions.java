package org.carbonbook.job;

import java.time.Duration;
import java.util.List;

/**
 * The part of a job that is to run.
 *
 * @param only the steps to run; empty for all
 * @param from the step to start from, with all that come after it; null for all
 * @param fresh what to do with steps that are fresh
 * @param patience how long to wait for another run on the same lake
 * @param accepted why marts may lose most of their rows; null when they may not
 */
public record RunOptions(
    List<String> only, String from, Fresh fresh, Duration patience, String accepted) {

  /** Options under which a mart that loses most of its rows holds the release back. */
  public RunOptions(List<String> only, String from, Fresh fresh, Duration patience) {
    this(only, from, fresh, patience, null);
  }

  /** How to treat fresh steps. */
  public enum Fresh {
    SKIP,
    RUN_AGAIN
  }

  /** Runs all stale steps, and fails if another run is in progress. */
  public static final RunOptions ALL = new RunOptions(List.of(), null, Fresh.SKIP, Duration.ZERO);
}
