package org.carbonbook.transport;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The cells of one received row. What a publisher writes for want of a value counts as none. */
record PrintedCells(Map<String, String> cells) {

  private static final Set<String> NO_VALUE =
      Set.of("", "no data", "nodata", "na", "n/a", "null", "unknown", "-", "无数据", "不详", "未知");

  /** The text, or null. */
  String text(String column) {
    String text = cells.get(column);
    String trimmed = text == null ? "" : text.trim();
    return NO_VALUE.contains(trimmed.toLowerCase(Locale.ROOT)) ? null : trimmed;
  }

  String textOr(String column, String otherwise) {
    String text = text(column);
    return text == null ? otherwise : text;
  }

  /**
   * The number, or null where there is none.
   *
   * @throws IllegalArgumentException that names the cell, when it holds something else
   */
  BigDecimal number(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text.replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, text), e);
    }
  }

  /**
   * The date, or another where there is none.
   *
   * @throws IllegalArgumentException that names the cell, when it holds something else
   */
  LocalDate date(String column, LocalDate otherwise) {
    String text = text(column);
    if (text == null) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s '%s' is not a date as 2015-12-31".formatted(column, text), e);
    }
  }

  int line() {
    return Integer.parseInt(cells.get("#line"));
  }
}
