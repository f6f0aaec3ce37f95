package org.carbonbook.job;

import java.util.List;
import java.util.Optional;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Hears how a run goes, for a terminal, a log or metrics. */
public interface RunListener {

  /** A step begins; {@code expectedSeconds} is negative when nothing is known of earlier runs. */
  default void stepStarted(String step, int place, int count, double expectedSeconds) {}

  /** A step was fresh and did not run. */
  default void stepFresh(String step, int place, int count) {}

  /** A step is done. */
  default void stepDone(String step, StepResult result, double seconds) {}

  /** The notices that hold for the lake as it is now. */
  default void notices(List<Notice> notices) {}

  /** Something was published, or nothing was new, or errors keep the old release. */
  default void released(RunOutcome outcome, Optional<Release> release) {}
}
