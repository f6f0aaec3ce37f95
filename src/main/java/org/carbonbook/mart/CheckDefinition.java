package org.carbonbook.mart;

import java.nio.file.Path;
import java.util.List;
import org.carbonbook.conf.ConfYaml;

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
record CheckDefinition(String file, String zh, String en, String sql) {

  private static final String SUFFIX = ".sql";

  /** What the comment at the head of the file says. */
  private record Header(String zh, String en) {}

  /** All checks of a configuration folder, by file name. */
  public static List<CheckDefinition> listChecks(Path conf) {
    return SqlFile.list(conf.resolve("checks")).stream().map(CheckDefinition::read).toList();
  }

  private static CheckDefinition read(Path file) {
    SqlFile parts = SqlFile.read(file);
    Header header = ConfYaml.parse(file.toString(), parts.header(), Header.class);
    return new CheckDefinition(
        file.getFileName().toString(), header.zh(), header.en(), parts.sql());
  }

  /** The name of the rule, which is the file's name without its suffix. */
  String name() {
    return file.substring(0, file.length() - SUFFIX.length());
  }
}
