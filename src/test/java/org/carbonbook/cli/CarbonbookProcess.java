package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, with the class path of the tests. */
public final class CarbonbookProcess {

  private static final int PATIENCE_MINUTES = 20;

  private final Path home;

  private CarbonbookProcess(Path home) {
    this.home = home;
  }

  /** How a process ended and what it printed. */
  public record Ended(int exitCode, String out, String err) {}

  /** Calls with this folder as working directory and as carbonbook's own folder. */
  public static CarbonbookProcess at(Path home) {
    return new CarbonbookProcess(home);
  }

  /** Runs one command to its end. */
  public Ended run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile("carbonbook", ".out");
    Path err = Files.createTempFile("carbonbook", ".err");
    Process process =
        new ProcessBuilder(command(words))
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end after %d minutes".formatted(PATIENCE_MINUTES));
    }
    Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(".mvn/java-opens").toAbsolutePath());
    command.addAll(List.of("-Xmx1g", "-Dfile.encoding=UTF-8", "-Dcarbonbook.home=" + home));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.carbonbook.cli.Carbonbook");
    command.addAll(List.of(words));
    return command;
  }
}
