package org.carbonbook.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints an error in one or two lines; the stack trace only with {@code --verbose}. */
final class ErrorPrinter implements IExecutionExceptionHandler {

  private static final int MAX_LINES = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (parsed.expandedArgs().contains("--verbose")) {
      e.printStackTrace(err);
    }
    err.println("carbonbook: " + summary(e));
    return e instanceof IllegalArgumentException ? Carbonbook.USAGE : Carbonbook.FAILED;
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
