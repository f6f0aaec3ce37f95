package org.carbonbook.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.lake.TableDefinition;

/**
 * One mart: a SQL file of {@code conf/marts}. Its leading comment is the dictionary (the same YAML
 * as of any table), the rest is one SELECT over tables of the lake.
 *
 * @param file the file's name
 * @param definition name, grain, columns with zh and en comments, lineage
 * @param sql the SELECT
 */
public record MartDefinition(String file, TableDefinition definition, String sql) {

  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join)\\s+((?:raw|core|mart|ops)\\.[a-z0-9_]+)", Pattern.CASE_INSENSITIVE);

  /** All marts of a configuration folder, by file name. */
  public static List<MartDefinition> listMarts(Path conf) {
    Path folder = conf.resolve("marts");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(MartDefinition::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private static MartDefinition read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: %s".formatted(file, e.getMessage().lines().findFirst().orElse("not readable")), e);
    }
  }

  static MartDefinition parse(String file, String text) throws IOException {
    List<String> lines = text.lines().toList();
    int header = 0;
    while (header < lines.size() && lines.get(header).startsWith("--")) {
      header++;
    }
    String yaml =
        lines.subList(0, header).stream()
            .map(line -> line.replaceFirst("^-- ?", ""))
            .collect(Collectors.joining("\n"));
    String sql = String.join("\n", lines.subList(header, lines.size()));
    return new MartDefinition(file, TableDefinition.parse(yaml), sql);
  }

  /** The mart's table, e.g. {@code mart.carbon_footprint}. */
  public String table() {
    return definition.table();
  }

  /** The tables of the lake that the SELECT reads. */
  List<String> reads() {
    List<String> tables = new ArrayList<>();
    Matcher matcher = TABLE.matcher(sql.replaceAll("--.*", ""));
    while (matcher.find()) {
      String table = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
      if (!tables.contains(table)) {
        tables.add(table);
      }
    }
    return tables;
  }
}
