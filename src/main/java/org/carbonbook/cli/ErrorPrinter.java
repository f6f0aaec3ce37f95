package org.carbonbook.cli;

import java.io.PrintWriter;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints an error in one or two lines; the stack trace only with {@code --verbose}. */
final class ErrorPrinter implements IExecutionExceptionHandler {

  private static final int MAX_LINES = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    int exitCode = e instanceof IllegalArgumentException ? Carbonbook.USAGE : Carbonbook.FAILED;
    if (logsJson(command)) {
      LogManager.getLogger("org.carbonbook").error(summary(e));
      return exitCode;
    }
    PrintWriter err = command.getErr();
    if (parsed.expandedArgs().contains("--verbose")) {
      e.printStackTrace(err);
    }
    err.println("carbonbook: " + summary(e));
    return exitCode;
  }

  private static boolean logsJson(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getCommand() instanceof Carbonbook carbonbook && carbonbook.workspace().logsJson();
  }

  private static String summary(Throwable e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    return text.lines()
        .filter(line -> !line.isBlank())
        .limit(MAX_LINES)
        .reduce((first, second) -> first + "\n" + second)
        .orElse(e.toString());
  }
}
