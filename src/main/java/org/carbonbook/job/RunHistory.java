package org.carbonbook.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.lake.Lake;

/** The runs on a lake and their steps: those in the ledger, and the one in progress. */
public final class RunHistory {

  private final Lake lake;

  public RunHistory(Lake lake) {
    this.lake = lake;
  }

  /** All runs, the newest first. */
  public List<RunRecord> listRuns() {
    Map<String, RunRecord> runs = new HashMap<>();
    Journal.list(lake).forEach(journal -> runs.put(journal.run().run(), journal.run()));
    lake.smallTable(RunRecord.TABLE).read().stream()
        .map(RunRecord::of)
        .forEach(run -> runs.put(run.run(), run));
    return runs.values().stream()
        .sorted(Comparator.comparingLong(RunRecord::number).reversed())
        .toList();
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
    Map<String, StepRecord> steps = new LinkedHashMap<>();
    Journal.list(lake).stream()
        .flatMap(journal -> journal.steps().stream())
        .forEach(step -> steps.put(step.run() + " " + step.step(), step));
    lake.smallTable(StepRecord.TABLE).read().stream()
        .map(StepRecord::of)
        .forEach(step -> steps.put(step.run() + " " + step.step(), step));
    return List.copyOf(steps.values());
  }
}
