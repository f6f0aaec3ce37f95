package org.carbonbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.ReleaseViews;
import org.carbonbook.mart.Releases;
import org.carbonbook.monitor.LineageSettings;
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

  Lake openLake() {
    return openLake(Map.of());
  }

  /** Opens the lake with further Spark settings. */
  Lake openLake(Map<String, String> settings) {
    setLogLevel();
    return Lake.open(() -> openSpark(settings), lakeFolder());
  }

  SparkSession openSpark() {
    return openSpark(Map.of());
  }

  private SparkSession openSpark(Map<String, String> settings) {
    setLogLevel();
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(LineageSettings.settings(confFolder()));
    return LakeSession.open(APPLICATION, List.of(lakeFolder(), landing()), all);
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

  /**
   * What a table is, by its name: the definition of a mart of the configuration, or of a table that
   * steps write.
   */
  Function<String, Optional<TableDefinition>> definitions() {
    Map<String, TableDefinition> marts =
        MartDefinition.listMarts(confFolder()).stream()
            .map(MartDefinition::definition)
            .collect(Collectors.toMap(TableDefinition::table, definition -> definition));
    return table ->
        Optional.ofNullable(marts.get(table)).or(() -> TableDefinition.findDefinition(table));
  }

  /**
   * Checks that there is a lake, without making one.
   *
   * @throws IllegalStateException when there is none
   */
  void requireLake() {
    if (!Lake.exists(lakeFolder())) {
      throw new IllegalStateException(
          "there is no lake in %s: give --lake, or run a job first, e.g. carbonbook run nightly"
              .formatted(lakeFolder()));
    }
  }

  /**
   * A release.
   *
   * @param id its id, or null for the current one
   * @throws IllegalStateException when nothing was published yet
   */
  Release release(Lake lake, String id) {
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
