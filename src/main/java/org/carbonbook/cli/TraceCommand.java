package org.carbonbook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder until written below. */
@Command(name = "trace")
final class TraceCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
