package org.carbonbook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carbonbook.notice.Notice;

/**
 * One shell command that is called after a run. Its output goes to the standard error of this
 * process, because standard output is for results.
 */
record HookCommand(String command, Map<String, String> environment, Duration timeout) {

  /** Calls the command with a text on its standard input; a notice when it did not succeed. */
  Optional<Notice> call(String input) {
    try {
      // A file and no pipe: a command need not read what it is given.
      Path given = Files.createTempFile("carbonbook-notify", ".txt");
      try {
        Files.writeString(given, input);
        return await(start(given));
      } finally {
        Files.delete(given);
      }
    } catch (IOException e) {
      return Optional.of(failed("could not be started: " + e.getMessage()));
    }
  }

  private Process start(Path input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "exec 1>&2\n" + command);
    builder.environment().putAll(environment);
    builder.redirectInput(input.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder.start();
  }

  private Optional<Notice> await(Process process) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue() == 0
            ? Optional.empty()
            : Optional.of(failed("ended with exit code " + process.exitValue()));
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return Optional.of(failed("was stopped after %d s".formatted(timeout.toSeconds())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(failed("was interrupted"));
    }
  }

  private Notice failed(String how) {
    return Notice.of(
        RunNotice.HOOK_FAILED,
        "notify " + environment.get("CARBONBOOK_EVENT"),
        "%s: %s".formatted(command, how),
        "run the command by hand, or fix it under notify: in the job file");
  }
}
