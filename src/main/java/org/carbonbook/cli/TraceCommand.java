package org.carbonbook.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trace TABLE KEY=VALUE...}: explains a published figure down to the printed cell. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Explain a published figure: formula, terms, factors and printed cells.",
    footer = {
      "",
      "Examples:",
      "  carbonbook trace mart.carbon_footprint region_code=420000 year=2007 sector=industry fuel=raw_coal",
      "  carbonbook trace mart.carbon_footprint_total region_code=420000 year=2007 --column scope1_t"
    })
final class TraceCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "The table, e.g. mart.carbon_footprint.")
  private String table;

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = "Column values that select the rows.")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--column",
      paramLabel = "C",
      description = "The column to explain (default: every column that has a lineage).")
  private String column;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "The release to trace in (default: the current one).")
  private String release;

  @Override
  public Integer call() {
    Lake lake = carbonbook.workspace().openLake();
    Releases releases = new Releases(lake);
    Release shown =
        release != null
            ? releases.getRelease(release)
            : releases
                .findCurrent()
                .orElseThrow(
                    () -> new IllegalStateException("nothing was published yet: run a job first"));
    Trace trace =
        new Trace(
            lake,
            shown,
            carbonbook.workspace().configuration().folder(),
            spec.commandLine().getOut());
    return trace.print(table, values, column) ? Carbonbook.DONE : Carbonbook.FAILED;
  }
}
