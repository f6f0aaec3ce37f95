package org.carbonbook.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import picocli.CommandLine;

/** One call of the command line within the test's JVM. */
public record CommandRun(int exitCode, String out, String err) {

  /** Runs the command with these words. */
  public static CommandRun of(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Carbonbook.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    int exitCode = commandLine.execute(words);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** The names of all subcommands. */
  public static Set<String> commands() {
    return Carbonbook.commandLine().getSubcommands().keySet();
  }
}
