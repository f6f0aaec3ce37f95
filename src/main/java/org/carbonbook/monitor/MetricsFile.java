package org.carbonbook.monitor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunRecord;
import org.carbonbook.lake.Lake;

/**
 * Writes the metrics of a lake to a file when a run is over, however it ended: for the textfile
 * collector of Prometheus' node exporter. A reader sees the old file or the new one. A file that
 * cannot be written is reported, and does not change the outcome of the run.
 */
public final class MetricsFile implements RunListener {

  private final Lake lake;
  private final Path file;
  private final PrintWriter complaints;

  /**
   * @param file on this machine; its name must end with {@code .prom} for the node exporter
   */
  public MetricsFile(Lake lake, Path file, PrintWriter complaints) {
    this.lake = lake;
    this.file = file.toAbsolutePath();
    this.complaints = complaints;
  }

  @Override
  public void ended(RunRecord run) {
    try {
      write(new RunMetrics(lake).text());
    } catch (IOException | RuntimeException e) {
      complaints.printf("cannot write the metrics to %s: %s%n", file, e.getMessage());
      complaints.flush();
    }
  }

  private void write(String text) throws IOException {
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    Files.writeString(partial, text);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
