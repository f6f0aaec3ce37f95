package org.carbonbook.building;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;

/** Cells of small tables, as values. */
final class CellValues {

  private CellValues() {}

  static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null ? "" : value.trim();
  }

  /** The text, or null when the cell is empty. */
  static String orNull(Map<String, String> row, String column) {
    String value = text(row, column);
    return value.isEmpty() ? null : value;
  }

  /**
   * The number, or null when the cell is empty.
   *
   * @throws IllegalArgumentException that names the cell, when it holds something else
   */
  static Double number(Map<String, String> row, String column) {
    String value = text(row, column).replace(",", "");
    if (value.isEmpty() || value.equals("NA")) {
      return null;
    }
    try {
      return Double.valueOf(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " " + value + " is not a number", e);
    }
  }

  /**
   * The date, or another when the cell is empty.
   *
   * @throws IllegalArgumentException that names the cell, when it holds something else
   */
  static Date date(Map<String, String> row, String column, LocalDate otherwise) {
    String value = text(row, column);
    if (value.isEmpty()) {
      return Date.valueOf(otherwise);
    }
    try {
      return Date.valueOf(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(column + " " + value + " is not a date", e);
    }
  }
}
