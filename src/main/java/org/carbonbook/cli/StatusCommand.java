package org.carbonbook.cli;

import java.util.concurrent.Callable;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.ReleaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code status [RUN]}: the last runs, or the steps of one. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Print the last runs, or the steps of one run.",
    footer = {"", "Examples:", "  carbonbook status", "  carbonbook status run-3"})
final class StatusCommand implements Callable<Integer> {

  private static final String RUNS =
      "SELECT run, job, outcome, release, started_at, round(unix_millis(ended_at) / 1000D - "
          + "unix_millis(started_at) / 1000D, 1) AS seconds, message FROM ops.run "
          + "ORDER BY number DESC LIMIT 20";
  private static final String STEPS =
      "SELECT step, state, round(unix_millis(ended_at) / 1000D - unix_millis(started_at) / 1000D, 1)"
          + " AS seconds, rows_read, rows_written, rows_rejected, rows_unchanged, reason "
          + "FROM ops.step_run WHERE run = '%s' ORDER BY place";

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "RUN", description = "A run, e.g. run-3.")
  private String run;

  @Override
  public Integer call() {
    Lake lake = carbonbook.workspace().openLake();
    if (!lake.table("ops.run").exists()) {
      spec.commandLine().getOut().println("no run yet on " + lake.root());
      return Carbonbook.DONE;
    }
    new ReleaseViews(lake).showOperations();
    String query = run == null ? RUNS : STEPS.formatted(run.replace("'", ""));
    new ResultPrinter(spec.commandLine().getOut())
        .print(lake.spark().sql(query), ResultPrinter.Format.TABLE);
    return Carbonbook.DONE;
  }
}
