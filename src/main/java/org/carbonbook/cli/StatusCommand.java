package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunHistory;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOptions;
import org.carbonbook.job.RunRecord;
import org.carbonbook.job.StepPlan;
import org.carbonbook.job.StepRecord;
import org.carbonbook.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code status [RUN]}: the last runs, the steps of one, or why a step would run. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Print the last runs, the steps of one run, or why a step would run.",
    footer = {
      "",
      "Examples:",
      "  carbonbook status",
      "  carbonbook status run-3",
      "  carbonbook status --why footprint"
    })
final class StatusCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "A run, e.g. run-3.")
  private String run;

  @Option(
      names = "--why",
      paramLabel = "STEP",
      description = "Print whether this step would run, and what changed since it ran last.")
  private String why;

  @Option(
      names = "--job",
      paramLabel = "JOB",
      defaultValue = "nightly",
      description = "The job of the step that --why names (default: ${DEFAULT-VALUE}).")
  private String job;

  @Override
  public Integer call() {
    Lake lake = carbonbook.workspace().openLake();
    if (why != null) {
      printWhy(lake);
    } else if (run != null) {
      printSteps(new RunHistory(lake).listSteps(run));
    } else {
      printRuns(new RunHistory(lake).listRuns(), lake);
    }
    return Carbonbook.DONE;
  }

  private void printRuns(List<RunRecord> runs, Lake lake) {
    if (runs.isEmpty()) {
      out().println("no run yet on " + lake.root());
      return;
    }
    TextTable table =
        new TextTable("run", "job", "outcome", "release", "started (UTC)", "seconds", "message");
    for (RunRecord each : runs.subList(0, Math.min(SHOWN, runs.size()))) {
      table.row(
          each.run(),
          each.job(),
          each.outcome(),
          each.release(),
          each.startedAt(),
          seconds(each.seconds()),
          each.message());
    }
    table.print(out());
  }

  private void printSteps(List<StepRecord> steps) {
    TextTable table =
        new TextTable(
            "step", "state", "seconds", "read", "written", "rejected", "unchanged", "reason");
    for (StepRecord each : steps) {
      table.row(
          each.step(),
          each.state(),
          seconds(each.seconds()),
          each.read(),
          each.written(),
          each.rejected(),
          each.unchanged(),
          each.reason().replace("; ", "\n"));
    }
    table.print(out());
  }

  private void printWhy(Lake lake) {
    JobRunner runner =
        new JobRunner(
            lake,
            carbonbook.workspace().configuration(),
            carbonbook.workspace().landing(),
            new RunListener() {});
    StepPlan plan = runner.planOf(carbonbook.workspace().jobs(), job, why, RunOptions.ALL);
    out().println(plan.runs() ? why + " would run:" : why + " is fresh and would be skipped");
    plan.reasons().forEach(reason -> out().println("  " + reason));
    if (plan.runs() && plan.expectedSeconds() >= 0) {
      out().println("  expected: " + seconds(plan.expectedSeconds()) + " s, as last time");
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String seconds(double seconds) {
    return "%.1f".formatted(seconds);
  }
}
