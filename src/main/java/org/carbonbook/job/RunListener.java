package org.carbonbook.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Hears how a run goes, for a terminal, a log or metrics. */
public interface RunListener {

  /** A run begins: it holds the lake's lock and has its number. */
  default void started(RunRecord run) {}

  /**
   * The steps that may run, in order, with how long each took last time; negative when it was never
   * done.
   */
  default void planned(Map<String, Double> expectedSeconds) {}

  /** A step begins; {@code expectedSeconds} is negative when nothing is known of earlier runs. */
  default void stepStarted(String step, int place, int count, double expectedSeconds) {}

  /** A step was fresh and did not run. */
  default void stepFresh(String step, int place, int count) {}

  /** A step is done. */
  default void stepDone(String step, StepResult result, double seconds) {}

  /** A step failed, and the run ends with it. */
  default void stepFailed(String step, RuntimeException error) {}

  /** A part of a backfill was loaded, or is left. */
  default void partLoaded(BackfillReport.Part part, int place, int count) {}

  /** The notices that hold for the lake as it is now. */
  default void notices(List<Notice> notices) {}

  /** Something was published, or nothing was new, or errors keep the old release. */
  default void released(RunOutcome outcome, Optional<Release> release) {}

  /** The run is over: it stands in the ledger, and the lake is free for the next one. */
  default void ended(RunRecord run) {}

  /** A command that the job names under {@code notify} failed; the run is what it was. */
  default void hookFailed(Notice notice) {}

  /** One listener that tells several, in their order. */
  static RunListener all(List<RunListener> listeners) {
    return new RunListeners(List.copyOf(listeners));
  }
}
