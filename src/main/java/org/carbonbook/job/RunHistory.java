package org.carbonbook.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carbonbook.lake.Lake;

/** The runs on a lake and their steps: those in the ledger, and the one at work now. */
public final class RunHistory {

  private final Lake lake;

  public RunHistory(Lake lake) {
    this.lake = lake;
  }

  /** All runs, the newest first. */
  public List<RunRecord> listRuns() {
    List<RunRecord> runs = new ArrayList<>();
    Journal.list(lake).forEach(journal -> runs.add(journal.run()));
    lake.smallTable(RunRecord.TABLE).read().stream().map(RunRecord::of).forEach(runs::add);
    return runs.stream().sorted(Comparator.comparingLong(RunRecord::number).reversed()).toList();
  }

  /**
   * The steps of a run, in order.
   *
   * @throws IllegalArgumentException when there is no such run
   */
  public List<StepRecord> listSteps(String run) {
    if (listRuns().stream().noneMatch(each -> each.run().equals(run))) {
      throw new IllegalArgumentException(
          "no run %s on %s; 'status' lists the runs".formatted(run, lake.root()));
    }
    return listSteps().stream()
        .filter(step -> step.run().equals(run))
        .sorted(Comparator.comparingInt(StepRecord::place))
        .toList();
  }

  /** The steps of all runs, in no order. */
  public List<StepRecord> listSteps() {
    List<StepRecord> steps = new ArrayList<>();
    Journal.list(lake).forEach(journal -> steps.addAll(journal.steps()));
    lake.smallTable(StepRecord.TABLE).read().stream().map(StepRecord::of).forEach(steps::add);
    return steps;
  }
}
