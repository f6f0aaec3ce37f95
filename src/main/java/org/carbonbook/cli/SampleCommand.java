package org.carbonbook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.carbonbook.meter.SampleLogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: made-up meter logs with every defect, and the truth beside them. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Write made-up meter logs with every kind of defect, and the truth beside them.",
    footer = {
      "",
      "Examples:",
      "  carbonbook sample --meters 44 --days 90 --output /tmp/logs",
      "  carbonbook --landing /tmp/logs --lake /tmp/lake run nightly"
    })
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--meters",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many meters (default: ${DEFAULT-VALUE}).")
  private int meters;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "60",
      description = "How many days from 2024-01-01 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to.")
  private Path output;

  @Option(names = "--clean", description = "Without defects.")
  private boolean clean;

  @Override
  public Integer call() {
    SampleLogs logs =
        new SampleLogs(
            meters, days, seed, clean ? SampleLogs.Defects.NONE : SampleLogs.Defects.EVERY_KIND);
    long readings = logs.write(output);
    spec.commandLine()
        .getErr()
        .printf(
            "%,d readings of %,d meters in %s; truth/ says what was put in%n",
            readings, meters, output);
    return Carbonbook.DONE;
  }
}
