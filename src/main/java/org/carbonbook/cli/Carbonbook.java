package org.carbonbook.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Domain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** The command line: what people type, and the exit codes they get. */
@Command(
    name = "carbonbook",
    description =
        "Statistical yearbooks and meter logs in, carbon accounts that explain themselves out.",
    version = "carbonbook 0.1.0",
    mixinStandardHelpOptions = true,
    subcommands = {
      HelpCommand.class,
      RunCommand.class,
      StatusCommand.class,
      NoticesCommand.class,
      RejectsCommand.class,
      SqlCommand.class,
      ReleasesCommand.class,
      TidyCommand.class,
      SampleCommand.class,
      TraceCommand.class,
      ServeCommand.class,
      DecomposeCommand.class,
      TrendCommand.class,
      ClaimsCommand.class,
      PreviewCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage",
      "3:done but nothing released, because a check of severity ERROR failed"
    },
    footer = {
      "",
      "Examples:",
      "  carbonbook run nightly",
      "  carbonbook sql \"select * from mart.carbon_footprint_total\"",
      "  carbonbook --landing ~/yearbooks --lake ~/lake run nightly"
    })
public final class Carbonbook implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int HELD_BACK = 3;

  @Mixin private Workspace workspace;

  /** Where the lake, the landing folder and the configuration are. */
  Workspace workspace() {
    return workspace;
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    LakeSession.steadyFooters();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Carbonbook());
    Domain.list().forEach(domain -> domain.commands().forEach(line::addSubcommand));
    return line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ErrorPrinter());
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }
}
