package org.carbonbook.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.carbonbook.export.CsvStyle;
import org.carbonbook.lake.Lake;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.gate.Answer;
import org.carbonbook.serve.gate.AnswerRows;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.release.ReleaseReader;
import org.carbonbook.serve.release.ShownRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sql QUERY}: runs a query on the current release, or on an older one. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Query a release in SQL.",
    footer = {
      "",
      "Examples:",
      "  carbonbook sql \"show views in mart\"",
      "  carbonbook sql \"describe mart.carbon_footprint\"",
      "  carbonbook sql \"select * from mart.carbon_footprint_total\" --format csv > total.csv",
      "  carbonbook sql \"select * from mart.energy_structure\" --release R1"
    })
final class SqlCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "QUERY", description = "One SQL statement, in quotes.")
  private String query;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, csv or json (default: ${DEFAULT-VALUE}).")
  private ResultPrinter.Format format;

  @Option(
      names = "--formulas",
      paramLabel = "escape|keep",
      defaultValue = "escape",
      description =
          "In csv, whether a text that a spreadsheet would run gets an apostrophe in front (default:"
              + " ${DEFAULT-VALUE}).")
  private CsvStyle.Formulas formulas;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "The release to query (default: the current one).")
  private String release;

  @Override
  public Integer call() {
    Workspace workspace = carbonbook.workspace();
    workspace.requireLake();
    Lake lake = workspace.openLake();
    ShownRelease shown =
        new ReleaseReader(lake, workspace.definitions(), ReleaseReader.Keep.ON_DISK)
            .show(workspace.release(lake, release), Optional.empty());
    ReadSession session =
        ReadSession.open(
            lake.spark().sparkContext(), System.getProperty("user.name"), Access.all());
    Answer answer = session.ask(query, shown);
    try (AnswerRows rows = answer.rows(Long.MAX_VALUE)) {
      new ResultPrinter(spec.commandLine().getOut(), formulas)
          .print(answer.schema().fieldNames(), rows, format);
    }
    return Carbonbook.DONE;
  }
}
