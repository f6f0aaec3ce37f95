package org.carbonbook.export;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts within SQL statements of DuckDB and PostgreSQL. */
final class SqlNames {

  private SqlNames() {}

  /** A name in double quotes. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names in double quotes, with commas. */
  static String names(Collection<String> names) {
    return names.stream().map(SqlNames::name).collect(Collectors.joining(", "));
  }

  /** A text in single quotes. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
