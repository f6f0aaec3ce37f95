package org.carbonbook.mart;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carbonbook.conf.ConfYaml;

/**
 * How long releases stay readable: the file {@code retention.yaml} of the configuration.
 *
 * @param releases so many of the newest releases are kept, at least one
 * @param days and every release that is not older than this
 * @param unusedHours how long a file stays that no kept release needs
 * @param compactFiles how many small files in one partition make a table worth compacting
 * @param smallMb what counts as small, in MiB
 */
public record Retention(int releases, int days, int unusedHours, int compactFiles, int smallMb) {

  private static final String FILE = "retention.yaml";

  /**
   * Reads the policy of a configuration folder.
   *
   * @throws IllegalArgumentException in one line with the file and the line
   */
  public static Retention read(Path conf) {
    Path file = conf.resolve(FILE);
    return ConfYaml.read(file, Retention.class).valid(file);
  }

  private Retention valid(Path file) {
    if (releases < 1 || days < 0 || unusedHours < 0 || compactFiles < 2 || smallMb < 1) {
      throw new IllegalArgumentException(
          file
              + ": releases and small_mb are at least 1, compact_files at least 2, none is negative");
    }
    return this;
  }

  /**
   * The number of the oldest release that is kept, of releases in rising order. What is newest is
   * kept whatever any clock says.
   */
  long oldestKept(List<Release> rising, Instant now) {
    int from = Math.max(0, rising.size() - releases);
    Instant since = now.minus(Duration.ofDays(days));
    while (from > 0 && !rising.get(from - 1).publishedAt().isBefore(since)) {
      from--;
    }
    return rising.isEmpty() ? 0 : rising.get(from).number();
  }
}
