package org.carbonbook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.StarPattern;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Dictionary;
import org.carbonbook.mart.Release;

/** The tables of a release that an export is to have. */
final class ReleaseTables {

  private final Lake lake;
  private final Release release;
  private final ExportDefinitions known;

  ReleaseTables(Lake lake, Release release, ExportDefinitions known) {
    this.lake = lake;
    this.release = release;
    this.known = known;
  }

  /**
   * The tables whose names fit one of the patterns, and the dictionary of their columns as the last
   * one.
   *
   * @throws IllegalArgumentException when a pattern fits none
   */
  List<ExportTable> select(List<String> patterns) {
    List<Pattern> wanted = patterns.stream().map(this::compiled).toList();
    List<ExportTable> tables = new ArrayList<>();
    release
        .tables()
        .forEach(
            (name, version) -> {
              if (!name.equals(Dictionary.TABLE)
                  && wanted.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
                tables.add(table(name, version));
              }
            });
    tables.add(new ExportDictionary(lake, release, known).of(tables));
    return tables;
  }

  /** A table of the release, if it has it. */
  Optional<ExportTable> find(String name) {
    return Optional.ofNullable(release.tables().get(name)).map(version -> table(name, version));
  }

  private ExportTable table(String name, long version) {
    Dataset<Row> rows = lake.table(name).readAt(version);
    return new ExportTable(
        name, known.definition(name), rows.schema(), () -> lake.table(name).readAt(version));
  }

  private Pattern compiled(String pattern) {
    Pattern compiled = StarPattern.ofAnyCase(pattern);
    if (release.tables().keySet().stream().noneMatch(name -> compiled.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "no table of %s is named %s; its marts are %s"
              .formatted(
                  release.id(),
                  pattern,
                  release.tables().keySet().stream()
                      .filter(name -> name.startsWith("mart."))
                      .collect(Collectors.joining(", "))));
    }
    return compiled;
  }
}
