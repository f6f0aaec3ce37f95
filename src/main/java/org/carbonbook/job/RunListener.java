package org.carbonbook.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Receives the events of a run, for a terminal, a log or metrics. */
public interface RunListener {

  /** A run begins: it holds the lake's lock and has its number. */
  default void started(RunRecord run) {}

  /**
   * The steps that may run, in order, with how long each took last time; negative when it was never
   * done.
   */
  default void planned(Map<String, Double> expectedSeconds) {}

  /** A step begins; {@code expectedSeconds} is negative when no earlier run measured it. */
  default void stepStarted(String step, int place, int count, double expectedSeconds) {}

  /** A step was fresh and did not run. */
  default void stepFresh(String step, int place, int count) {}

  /** A step is done. */
  default void stepDone(String step, StepResult result, double seconds) {}

  /** A step failed, and the run ends with it. */
  default void stepFailed(String step, RuntimeException error) {}

  /** A part of a backfill was loaded, or could not be loaded. */
  default void partLoaded(BackfillReport.Part part, int place, int count) {}

  /** The notices that hold for the lake as it is now. */
  default void notices(List<Notice> notices) {}

  /** A release was published, or nothing had changed, or ERROR notices hold the release back. */
  default void released(RunOutcome outcome, Optional<Release> release) {}

  /** The run has ended: the ledger has its record, and the lock of the lake is free. */
  default void ended(RunRecord run) {}

  /**
   * A command that the job names under {@code notify} failed; the outcome of the run does not
   * change.
   */
  default void hookFailed(Notice notice) {}

  /** One listener that passes every event on to several, in their order. */
  static RunListener all(List<RunListener> listeners) {
    return new RunListeners(List.copyOf(listeners));
  }
}
