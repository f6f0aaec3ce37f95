package org.carbonbook.serve.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.conf.StarPattern;

/**
 * What a role may read: tables by pattern, and of tables with certain columns only rows with
 * certain values.
 *
 * @param role its name
 * @param tables patterns of names with schema, e.g. {@code mart.*}
 * @param rows the values that may be read, by column; empty for all rows
 * @param unfiltered patterns of tables that have none of these columns and may be read all the
 *     same, e.g. dictionaries
 */
public record Access(
    String role, List<String> tables, Map<String, Set<String>> rows, List<String> unfiltered) {

  public Access {
    tables = List.copyOf(tables);
    rows = Map.copyOf(rows);
    unfiltered = List.copyOf(unfiltered);
  }

  /** All tables and all rows. */
  public static Access all() {
    return new Access("all", List.of("*"), Map.of(), List.of());
  }

  /**
   * Whether the role may read a table at all. A table without the column of a row filter could show
   * other rows' figures, so it is closed unless it is named as unfiltered.
   *
   * @param columns the table's columns
   */
  public boolean sees(String table, List<String> columns) {
    return matches(tables, table)
        && (rows.isEmpty()
            || columns.stream().anyMatch(rows::containsKey)
            || matches(unfiltered, table));
  }

  /** The values of a column that may be read; nothing when all may. */
  public Optional<Set<String>> valuesOf(String column) {
    return Optional.ofNullable(rows.get(column));
  }

  private static boolean matches(List<String> patterns, String table) {
    return patterns.stream()
        .anyMatch(pattern -> StarPattern.ofAnyCase(pattern).matcher(table).matches());
  }
}
