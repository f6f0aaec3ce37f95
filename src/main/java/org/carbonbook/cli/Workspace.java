package org.carbonbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.ReleaseViews;
import org.carbonbook.mart.Releases;
import org.carbonbook.monitor.Lineage;
import org.carbonbook.step.Configuration;
import picocli.CommandLine.Option;

/**
 * The options that every command has: the folders, and the log. A relative default is looked up in
 * the working directory first, then in carbonbook's own folder.
 */
final class Workspace {

  private static final String APPLICATION = "carbonbook";

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Folder of layouts, factors, marts and other configuration (default: conf).")
  private Path conf;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Folder with the received files (default: sample-data).")
  private String landing;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Folder with the tables (default: lake).")
  private String lake;

  @Option(
      names = "--verbose",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Print Spark's log, and the stack trace of an error.")
  private boolean verbose;

  @Option(
      names = "--log-format",
      paramLabel = "plain|json",
      defaultValue = "${env:CARBONBOOK_LOG_FORMAT:-plain}",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description =
          "Format of standard error: plain lines, or one JSON object per line with run and"
              + " step (default: $CARBONBOOK_LOG_FORMAT, else plain).")
  private LogFormat logFormat;

  /** What goes to standard error. */
  enum LogFormat {
    PLAIN,
    JSON
  }

  Configuration configuration() {
    return new Configuration(confFolder());
  }

  private Path confFolder() {
    return conf == null ? home("conf") : conf;
  }

  String landing() {
    return landing == null ? home("sample-data").toString() : landing;
  }

  Path jobs() {
    return home("jobs");
  }

  boolean isVerbose() {
    return verbose;
  }

  Lake openLake() {
    setLogLevel();
    return Lake.open(this::openSpark, lakeFolder());
  }

  SparkSession openSpark() {
    setLogLevel();
    return LakeSession.open(
        APPLICATION, List.of(lakeFolder(), landing()), Lineage.settings(confFolder()));
  }

  private String lakeFolder() {
    return lake == null ? "lake" : lake;
  }

  /** Whether standard error is for machines, so that nothing else may be printed there. */
  boolean logsJson() {
    return logFormat == LogFormat.JSON;
  }

  /** Must come before the first logger; the resource log4j2.properties reads what is set here. */
  private void setLogLevel() {
    System.setProperty("carbonbook.log", verbose ? "info" : logsJson() ? "error" : "fatal");
    System.setProperty("carbonbook.log.events", verbose || logsJson() ? "info" : "error");
    System.setProperty("carbonbook.log.format", logsJson() ? "json" : "plain");
  }

  /**
   * Opens the lake with the views of a release that a statement can see.
   *
   * @param id the release, or null for the current one
   */
  Lake openReleasedFor(String statement, String id) {
    Lake opened = openLake();
    new ReleaseViews(opened).showFor(release(opened, id), statement);
    return opened;
  }

  private static Release release(Lake lake, String id) {
    Releases releases = new Releases(lake);
    return id != null
        ? releases.getRelease(id)
        : releases
            .findCurrent()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nothing is published in %s yet: run a job first, e.g. carbonbook run nightly"
                            .formatted(lake.root())));
  }

  private static Path home(String name) {
    Path here = Path.of(name);
    String home = System.getProperty("carbonbook.home");
    return Files.exists(here) || home == null ? here : Path.of(home, name);
  }
}
