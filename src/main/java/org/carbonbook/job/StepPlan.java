package org.carbonbook.job;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.step.Step;

/**
 * What a run would do with a step.
 *
 * @param step its name
 * @param reasons why it would run, a line each; empty when it would be skipped
 * @param expectedSeconds how long it took last time; negative when it was never done
 * @param writes the tables it writes
 */
public record StepPlan(
    String step, List<String> reasons, double expectedSeconds, List<String> writes) {

  /** The plan of one step; it also runs when an earlier step of the plan rewrites what it reads. */
  static StepPlan of(Step step, Freshness freshness, List<StepPlan> earlier, RunOptions options) {
    List<String> reasons = new ArrayList<>(freshness.reasons());
    for (StepPlan before : earlier) {
      if (before.runs() && before.writes().stream().anyMatch(step.reads()::contains)) {
        reasons.add("reads what step " + before.step() + " may rewrite");
      }
    }
    if (reasons.isEmpty() && options.fresh() == RunOptions.Fresh.RUN_AGAIN) {
      reasons.add("forced");
    }
    double expected = freshness.last().map(StepMark::seconds).orElse(-1.0);
    return new StepPlan(step.name(), reasons, expected, step.writes());
  }

  /** Whether the step would run. */
  public boolean runs() {
    return !reasons.isEmpty();
  }
}
