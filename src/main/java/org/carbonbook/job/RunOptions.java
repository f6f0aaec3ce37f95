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

  /** Options by which no mart may lose most of its rows. */
  public RunOptions(List<String> only, String from, Fresh fresh, Duration patience) {
    this(only, from, fresh, patience, null);
  }

  /** What to do with steps whose result would be the same. */
  public enum Fresh {
    SKIP,
    RUN_AGAIN
  }

  /** Everything that is stale; another run is not waited for. */
  public static final RunOptions ALL = new RunOptions(List.of(), null, Fresh.SKIP, Duration.ZERO);
}
