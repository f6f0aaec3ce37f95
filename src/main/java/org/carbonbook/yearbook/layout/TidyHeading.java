package org.carbonbook.yearbook.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.vocabulary.LabelText;

/**
 * The heading row of a tidy table.
 *
 * @param row the heading row, counted from 0
 * @param columns the column of each field, counted from 0
 */
public record TidyHeading(int row, Map<String, Integer> columns) {

  /** The columns without which a table is not of this kind. */
  static final List<String> REQUIRED = List.of("region", "year", "indicator", "value", "unit");

  private static final int SEARCHED_ROWS = 30;

  /** The first row that names all required fields. */
  public static Optional<TidyHeading> find(Grid grid, Map<String, List<String>> fields) {
    Map<String, String> fieldByLabel = fieldByLabel(fields);
    for (int row = 0; row < Math.min(grid.rows(), SEARCHED_ROWS); row++) {
      Map<String, Integer> columns = columnsOf(grid, row, fieldByLabel);
      if (columns.keySet().containsAll(REQUIRED)) {
        return Optional.of(new TidyHeading(row, columns));
      }
    }
    return Optional.empty();
  }

  /** Whether a row names at least three of the fields. */
  static boolean hasTrace(Grid grid, Map<String, List<String>> fields) {
    Map<String, String> fieldByLabel = fieldByLabel(fields);
    for (int row = 0; row < Math.min(grid.rows(), SEARCHED_ROWS); row++) {
      if (columnsOf(grid, row, fieldByLabel).size() >= 3) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> fieldByLabel(Map<String, List<String>> fields) {
    Map<String, String> byLabel = new HashMap<>();
    fields.forEach(
        (field, labels) -> {
          byLabel.put(LabelText.key(field), field);
          labels.forEach(label -> byLabel.put(LabelText.key(label), field));
        });
    return byLabel;
  }

  private static Map<String, Integer> columnsOf(
      Grid grid, int row, Map<String, String> fieldByLabel) {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 0; column < grid.columns(); column++) {
      String field = fieldByLabel.get(LabelText.key(grid.text(row, column)));
      if (field != null) {
        columns.putIfAbsent(field, column);
      }
    }
    return columns;
  }
}
