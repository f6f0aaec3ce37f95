package org.carbonbook.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.mart.Tidying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tidy}: compacts tables and deletes releases that retention does not keep. */
@Command(
    name = "tidy",
    mixinStandardHelpOptions = true,
    description =
        "Compact tables that have many small files, and delete files that no release kept by"
            + " conf/retention.yaml needs.",
    footer = {"", "Examples:", "  carbonbook tidy --dry-run", "  carbonbook tidy"})
final class TidyCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", description = "Print what would be done, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--wait",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description =
          "Wait up to so many minutes for a run on the same lake (default: ${DEFAULT-VALUE}).")
  private int waitMinutes;

  @Override
  public Integer call() {
    JobRunner runner =
        new JobRunner(
            carbonbook.workspace().openLake(),
            carbonbook.workspace().configuration(),
            carbonbook.workspace().landing(),
            new RunListener() {});
    Tidying.Report report =
        runner.tidy(dryRun ? Tidying.Mode.SAY : Tidying.Mode.DO, Duration.ofMinutes(waitMinutes));
    print(report);
    return Carbonbook.DONE;
  }

  private void print(Tidying.Report report) {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("table", "small files", "unneeded files", "MiB");
    long files = 0;
    long bytes = 0;
    for (Tidying.Tidied each : report.tables()) {
      table.row(each.table(), each.compacted(), each.deleted(), mebi(each.deletedBytes()));
      files += each.deleted();
      bytes += each.deletedBytes();
    }
    table.print(out);
    out.printf(
        "%s %,d files, %s MiB; releases from R%d on are readable%n",
        dryRun ? "would delete" : "deleted", files, mebi(bytes), report.oldestKept());
  }

  private static String mebi(long bytes) {
    return "%.1f".formatted(bytes / (double) (1 << 20));
  }
}
