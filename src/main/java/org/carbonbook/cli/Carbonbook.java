package org.carbonbook.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Domain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** The main command: its subcommands, help and exit codes. */
@Command(
    name = "carbonbook",
    description =
        "Turn statistical yearbooks and meter logs into carbon accounts that can explain every figure.",
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
      ExportCommand.class,
      TidyCommand.class,
      SampleCommand.class,
      TraceCommand.class,
      ServeCommand.class,
      UsersCommand.class,
      DecomposeCommand.class,
      TrendCommand.class,
      ClaimsCommand.class,
      PreviewCommand.class,
      LayoutCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage",
      "3:done, but no release was published because an ERROR that concerns more than one table is in force"
    },
    footer = {
      "",
      "Examples:",
      "  carbonbook run nightly",
      "  carbonbook sql \"select * from mart.carbon_footprint_total\"",
      "  carbonbook --landing ~/yearbooks --lake ~/lake run nightly",
      "  carbonbook help trace"
    })
public final class Carbonbook implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int HELD_BACK = 3;

  /** Examples of help texts fit into one line each. */
  private static final int HELP_WIDTH = 110;

  @Mixin private Workspace workspace;

  /** Where the lake, the landing folder and the configuration are. */
  Workspace workspace() {
    return workspace;
  }

  /** Runs one command and exits with its exit code. */
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
        .setUsageHelpWidth(HELP_WIDTH)
        .setExecutionExceptionHandler(new ErrorPrinter());
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }
}
