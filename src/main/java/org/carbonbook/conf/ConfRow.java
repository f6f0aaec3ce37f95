package org.carbonbook.conf;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a configuration table, with its place for messages. Cells are trimmed.
 *
 * @param file the file as messages name it
 * @param line the line in the file, from 1
 * @param cells the cells by column name, in the order of the header
 */
public record ConfRow(String file, int line, Map<String, String> cells) {

  public ConfRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The place of the line: {@code FILE:LINE}. */
  public String place() {
    return file + ":" + line;
  }

  /**
   * A cell; the empty string when it is blank.
   *
   * @throws IllegalArgumentException when the table has no such column
   */
  public String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException(
          "%s: no column %s; the columns are %s"
              .formatted(place(), column, String.join(", ", cells.keySet())));
    }
    return cell;
  }

  /**
   * A cell of a column that a table may lack; empty when the column is absent or the cell blank.
   */
  public Optional<String> find(String column) {
    return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
  }

  /**
   * A cell that must not be blank.
   *
   * @throws IllegalArgumentException when it is blank, or the table has no such column
   */
  public String filled(String column) {
    String cell = text(column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("%s: %s is blank".formatted(place(), column));
    }
    return cell;
  }

  /**
   * The number in a cell, with the digits as written; empty when the column is absent or the cell
   * blank.
   *
   * @throws IllegalArgumentException when the cell holds something else
   */
  public Optional<BigDecimal> findDecimal(String column) {
    return find(column).map(cell -> parse(column, cell));
  }

  /**
   * The number in a cell that must be filled.
   *
   * @throws IllegalArgumentException when the cell is blank or holds something else
   */
  public BigDecimal decimal(String column) {
    return parse(column, filled(column));
  }

  /** The parts of a cell that holds several, separated by {@code |}; none when it is blank. */
  public List<String> list(String column) {
    return find(column).stream()
        .flatMap(cell -> Arrays.stream(cell.split("\\|")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private BigDecimal parse(String column, String cell) {
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: %s is '%s', not a number".formatted(place(), column, cell), e);
    }
  }
}
