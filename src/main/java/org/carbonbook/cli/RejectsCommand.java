package org.carbonbook.cli;

import java.util.concurrent.Callable;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.ReleaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rejects [TABLE]}: the rejected rows, with reason and original text. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = "Print the rejected rows, with reason and original text.",
    footer = {"", "Examples:", "  carbonbook rejects", "  carbonbook rejects core.observation"})
final class RejectsCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "Print only rows that were meant for this table.")
  private String table;

  @Override
  public Integer call() {
    Lake lake = carbonbook.workspace().openLake();
    if (!lake.table("ops.reject").exists()) {
      spec.commandLine().getOut().println("nothing was rejected");
      return Carbonbook.DONE;
    }
    new ReleaseViews(lake).showOperations();
    String where = table == null ? "" : " WHERE table = '" + table.replace("'", "") + "'";
    new ResultPrinter(spec.commandLine().getOut())
        .print(
            lake.spark().sql("SELECT * FROM ops.reject" + where + " ORDER BY table, place, reason"),
            ResultPrinter.Format.TABLE);
    return Carbonbook.DONE;
  }
}
