package org.carbonbook.job.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real {@code bin/carbonbook run nightly} in a process of its own. */
final class NightProcess {

  private final Process process;
  private final Path log;

  private NightProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a command on a lake; what it prints goes to a file beside the lake. */
  static NightProcess start(Path landing, Path lake, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("bin/carbonbook"));
    command.addAll(List.of("--landing", landing.toString(), "--lake", lake.toString()));
    command.addAll(List.of(words));
    Path log = Files.createTempFile("carbonbook-night", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CARBONBOOK_HEAP", "1500m");
    builder
        .environment()
        .put(
            "CARBONBOOK_JAVA_OPTIONS",
            "-XX:TieredStopAtLevel=1 " + System.getProperty("crash.java", ""));
    return new NightProcess(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends SIGKILL; the launcher has become the JVM by then. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end. */
  int await() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end after ten minutes");
    }
    return process.exitValue();
  }

  /** What it printed. */
  String said() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }
}
