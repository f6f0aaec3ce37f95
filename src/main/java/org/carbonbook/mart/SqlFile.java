package org.carbonbook.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A SQL file of the configuration, whose leading comment is YAML.
 *
 * @param header the YAML
 * @param sql the rest
 */
record SqlFile(String header, String sql) {

  /** The SQL files of a folder, by name; none when there is no such folder. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  static SqlFile read(Path file) {
    try {
      return split(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8: " + e.getMessage(), e);
    }
  }

  static SqlFile split(String text) {
    List<String> lines = text.lines().toList();
    int header = 0;
    while (header < lines.size() && lines.get(header).startsWith("--")) {
      header++;
    }
    return new SqlFile(
        lines.subList(0, header).stream()
            .map(line -> line.replaceFirst("^-- ?", ""))
            .collect(Collectors.joining("\n")),
        String.join("\n", lines.subList(header, lines.size())));
  }
}
