package org.carbonbook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.meter.sample.SampleLogs;
import org.carbonbook.meter.sample.SampleTown;
import org.carbonbook.meter.sample.SampleTruth;
import org.carbonbook.transport.sample.SampleFleet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code sample}: writes synthetic meter logs with every kind of defect, and the truth about them;
 * or a town of buildings, or a fleet of vehicles.
 */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Write synthetic meter logs with every kind of defect, and a list of these defects.",
      "With --town: write the made-up buildings of sample-data/meters instead;",
      "with --fleet: the made-up vehicles of sample-data/transport."
    },
    footer = {
      "",
      "Examples:",
      "  carbonbook sample --meters 44 --days 90 --output logs",
      "  carbonbook --landing logs --lake lake run nightly",
      "  carbonbook --lake lake sample --output logs --check",
      "  carbonbook sample --town --output town",
      "  carbonbook sample --fleet --output fleet"
    })
final class SampleCommand implements Callable<Integer> {

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  @Option(
      names = "--meters",
      paramLabel = "N",
      defaultValue = "20",
      description = "Number of meters (default: ${DEFAULT-VALUE}).")
  private int meters;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "60",
      description = "Number of days from 2024-01-01 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed; the same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the logs.")
  private Path output;

  @Option(names = "--clean", description = "Write logs without defects.")
  private boolean clean;

  @Option(
      names = "--check",
      description =
          "Write nothing; compare the list of defects with what a run on the logs found, kind by kind.")
  private boolean check;

  @Option(
      names = "--town",
      description =
          "Write thirteen buildings of five uses with two years of meters, weather, grid factors"
              + " and events; of the other options only --output has an effect.")
  private boolean town;

  @Option(
      names = "--fleet",
      description =
          "Write sixty vehicles with a year of odometer readings, fuel cards and charging sessions,"
              + " and the list of their defects; of the other options only --output has an"
              + " effect.")
  private boolean fleet;

  @Override
  public Integer call() {
    if (check) {
      return check();
    }
    if (town) {
      long readings = new SampleTown(carbonbook.workspace().configuration().folder()).write(output);
      spec.commandLine().getErr().printf("%,d readings of a town in %s%n", readings, output);
      return Carbonbook.DONE;
    }
    if (fleet) {
      long rows = new SampleFleet().write(output);
      spec.commandLine().getErr().printf("%,d rows of a fleet in %s%n", rows, output);
      return Carbonbook.DONE;
    }
    SampleLogs logs =
        new SampleLogs(
            meters, days, seed, clean ? SampleLogs.Defects.NONE : SampleLogs.Defects.EVERY_KIND);
    long readings = logs.write(output);
    spec.commandLine()
        .getErr()
        .printf(
            "%,d readings of %,d meters in %s; truth/ lists the defects%n",
            readings, meters, output);
    return Carbonbook.DONE;
  }

  private int check() {
    Dataset<Row> days = carbonbook.workspace().openLake().table("core.meter_day").read();
    SampleTruth.Agreement found = SampleTruth.read(output).compare(days);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-22s %-22s %s%n", "put in", "found as", "times");
    found
        .confusion()
        .forEach(
            (kind, columns) ->
                columns.forEach(
                    (column, times) -> out.printf("%-22s %-22s %d%n", kind, column, times)));
    out.printf(
        "%d of %d defects found as what they are%n%d of %d meters conserved exactly%n"
            + "energy made %s kWh, in the hours %s kWh%n",
        found.found(),
        found.injected(),
        found.conserved(),
        found.meters(),
        found.trueEnergy().toPlainString(),
        found.foundEnergy().stripTrailingZeros().toPlainString());
    return found.conserved() == found.meters() ? Carbonbook.DONE : Carbonbook.FAILED;
  }
}
