package org.carbonbook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.carbonbook.job.BackfillReport;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOptions;
import org.carbonbook.job.RunOptions.Fresh;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.job.StepPlan;
import org.carbonbook.lake.Lake;
import org.carbonbook.monitor.LineageSettings;
import org.carbonbook.monitor.MetricsFile;
import org.carbonbook.monitor.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code run JOB}: runs the stale steps of a job and publishes a release. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run the stale steps of a job, then publish a release.",
    footer = {
      "",
      "Examples:",
      "  carbonbook run nightly",
      "  carbonbook run nightly --dry-run",
      "  carbonbook run nightly --only archive --only yearbook",
      "  carbonbook run nightly --from footprint --force",
      "  carbonbook run backfill --from-year 1995 --to-year 2012",
      "  carbonbook run backfill --from-date 2024-01-01 --to-date 2024-03-31"
    })
final class RunCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "JOB",
      description = "The job: the name of a file in jobs/, without .yaml.")
  private String job;

  @Option(names = "--only", paramLabel = "STEP", description = "Run only this step; repeatable.")
  private List<String> only = List.of();

  @Option(
      names = "--from",
      paramLabel = "STEP",
      description = "Run only this step and those after it.")
  private String from;

  @Option(
      names = "--force",
      description = "Run fresh steps too, and compute all their files and months again.")
  private boolean force;

  @Option(
      names = "--dry-run",
      description = "Print which steps would run and why, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--wait",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description =
          "Wait up to so many minutes for another run on the same lake (default: ${DEFAULT-VALUE}).")
  private int waitMinutes;

  @Option(
      names = "--accept",
      paramLabel = "REASON",
      description =
          "Publish although marts lose most of their rows; the reason is printed with them.")
  private String accepted;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      defaultValue = "${env:CARBONBOOK_METRICS}",
      description =
          "Write Prometheus metrics to this file when the run is over"
              + " (default: $CARBONBOOK_METRICS).")
  private Path metrics;

  @Mixin private BackfillOptions range;

  @Override
  public Integer call() {
    RunOptions options =
        new RunOptions(
            only,
            from,
            force ? Fresh.RUN_AGAIN : Fresh.SKIP,
            Duration.ofMinutes(waitMinutes),
            accepted);
    Lake lake = carbonbook.workspace().openLake();
    JobRunner runner =
        new JobRunner(
            lake,
            carbonbook.workspace().configuration(),
            carbonbook.workspace().landing(),
            listener(lake));
    if (range.isGiven()) {
      BackfillReport report =
          runner.backfill(
              carbonbook.workspace().jobs(), job, range.range(), Duration.ofMinutes(waitMinutes));
      return range.print(report, job, spec.commandLine().getOut());
    }
    if (dryRun) {
      print(runner.plan(carbonbook.workspace().jobs(), job, options));
      return Carbonbook.DONE;
    }
    RunOutcome outcome = runner.run(carbonbook.workspace().jobs(), job, options);
    return outcome == RunOutcome.HELD_BACK ? Carbonbook.HELD_BACK : Carbonbook.DONE;
  }

  private RunListener listener(Lake lake) {
    PrintWriter err = spec.commandLine().getErr();
    List<RunListener> listeners = new ArrayList<>();
    if (LiveLine.isTerminal() && !carbonbook.workspace().logsJson()) {
      listeners.add(new LiveLine(err));
    }
    listeners.add(carbonbook.workspace().logsJson() ? new RunLog() : new RunProgress(err));
    if (metrics != null) {
      listeners.add(new MetricsFile(lake, metrics, err));
    }
    LineageSettings.findListener(carbonbook.workspace().configuration().folder(), lake)
        .ifPresent(listeners::add);
    return RunListener.all(listeners);
  }

  private void print(List<StepPlan> plans) {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("step", "would", "expected", "why");
    for (StepPlan plan : plans) {
      table.row(
          plan.step(),
          plan.runs() ? "run" : "skip",
          plan.runs() && plan.expectedSeconds() >= 0
              ? "%.1f s".formatted(plan.expectedSeconds())
              : "",
          plan.runs() ? String.join("\n", plan.reasons()) : "nothing changed");
    }
    table.print(out);
  }
}
