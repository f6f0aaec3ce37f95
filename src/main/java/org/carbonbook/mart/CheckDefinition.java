package org.carbonbook.mart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A rule over whole marts, for example that parts sum to their total: a SQL file of {@code
 * conf/checks} that selects what breaks the rule, with the columns {@code place} and {@code
 * message}.
 *
 * @param file the file's name
 * @param zh the rule, in Chinese
 * @param en the rule, in English
 * @param sql the SELECT; no row means that the rule holds
 */
public record CheckDefinition(String file, String zh, String en, String sql) {

  private static final String SUFFIX = ".sql";

  /** What the comment at the head of the file says. */
  private record Header(String zh, String en) {}

  /** All checks of a configuration folder, by file name. */
  public static List<CheckDefinition> listChecks(Path conf) {
    return SqlFile.list(conf.resolve("checks")).stream().map(CheckDefinition::read).toList();
  }

  private static CheckDefinition read(Path file) {
    try {
      SqlFile parts = SqlFile.split(Files.readString(file, StandardCharsets.UTF_8));
      Header header = new ObjectMapper(new YAMLFactory()).readValue(parts.header(), Header.class);
      return new CheckDefinition(
          file.getFileName().toString(), header.zh(), header.en(), parts.sql());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: %s; the comment at its head states zh and en"
              .formatted(file, e.getMessage().lines().findFirst().orElse("not readable")),
          e);
    }
  }

  /** The name of the rule, which is the file's name without its suffix. */
  String name() {
    return file.substring(0, file.length() - SUFFIX.length());
  }
}
