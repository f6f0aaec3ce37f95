package org.carbonbook.yearbook.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.yearbook.grid.Grid;
import org.carbonbook.yearbook.grid.GridCell;
import org.carbonbook.yearbook.vocabulary.LabelText;

/**
 * Where the parts of an unknown sheet seem to be. Rows and columns count from 0.
 *
 * @param headerTop the first heading row
 * @param firstRow the first row of figures
 * @param lastRow the last row of figures
 * @param labelColumn the column of the row labels
 * @param secondLabelColumn the column of English row labels, -1 when there is none
 * @param figureColumns the columns with figures
 */
record SheetShape(
    int headerTop,
    int firstRow,
    int lastRow,
    int labelColumn,
    int secondLabelColumn,
    List<Integer> figureColumns) {

  private static final int HEADING_ROWS = 6;

  /** The shape of a sheet; empty when no row has a label and a figure. */
  static Optional<SheetShape> of(Grid grid) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      if (isFigureRow(grid, row)) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int first = rows.get(0);
    int last = rows.get(rows.size() - 1);
    List<Integer> figures = columnsWith(grid, rows, true);
    List<Integer> labels =
        columnsWith(grid, rows, false).stream()
            .filter(column -> figures.isEmpty() || column < figures.get(0))
            .toList();
    if (labels.isEmpty() || figures.isEmpty()) {
      return Optional.empty();
    }
    int label =
        labels.stream()
            .max(Comparator.comparingLong((Integer column) -> hanCells(grid, rows, column)))
            .orElseThrow();
    int second =
        labels.stream()
            .filter(column -> column != label && hanCells(grid, rows, column) == 0)
            .findFirst()
            .orElse(-1);
    return Optional.of(
        new SheetShape(headerTop(grid, first, figures), first, last, label, second, figures));
  }

  /** A row with a text or a year and, right of it, a number that is not a year in a heading. */
  private static boolean isFigureRow(Grid grid, int row) {
    boolean label = false;
    int numbers = 0;
    int years = 0;
    for (int column = 0; column < grid.columns(); column++) {
      GridCell cell = grid.findCell(row, column).orElse(null);
      if (cell != null && isNumber(cell) && label) {
        numbers++;
        years += isYear(cell) ? 1 : 0;
      } else if (cell != null) {
        label |= !isNumber(cell) || isYear(cell);
      }
    }
    return numbers > years;
  }

  static boolean isNumber(GridCell cell) {
    return cell.number() != null || LabelText.isNumeric(cell.text());
  }

  private static boolean isFigure(GridCell cell) {
    return isNumber(cell) && !(isYear(cell) && cell.column() == 0);
  }

  /** The printed label; a year that is stored as a number is that number. */
  static String label(Grid grid, int row, int column) {
    GridCell cell = grid.findShown(row, column).orElse(null);
    boolean year = cell != null && cell.number() != null && isYear(cell);
    return year ? String.valueOf(cell.number().intValue()) : grid.text(row, column);
  }

  private static boolean isYear(GridCell cell) {
    Double number = cell.number();
    return number == null
        ? isYear(cell.text())
        : number == Math.rint(number) && number >= 1900 && number < 2100;
  }

  static boolean isYear(String text) {
    return LabelText.compact(text).matches("(?:19|20)\\d{2}(?:\\.0)?年?度?");
  }

  /** The columns in which at least a third of the rows have a number, or a text. */
  private static List<Integer> columnsWith(Grid grid, List<Integer> rows, boolean numbers) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < grid.columns(); column++) {
      int of = column;
      long found =
          rows.stream()
              .filter(row -> grid.hasCell(row, of))
              .filter(row -> isFigure(grid.findCell(row, of).orElseThrow()) == numbers)
              .count();
      if (found > 0 && (numbers || 3 * found >= rows.size())) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static long hanCells(Grid grid, List<Integer> rows, int column) {
    return rows.stream().filter(row -> LabelText.hasHan(grid.text(row, column))).count();
  }

  /** The heading begins at the first of the rows above that has something over the figures. */
  private static int headerTop(Grid grid, int firstRow, List<Integer> figures) {
    int top = firstRow;
    for (int row = firstRow - 1; row >= Math.max(0, firstRow - HEADING_ROWS); row--) {
      int of = row;
      long over = figures.stream().filter(column -> grid.hasCell(of, column)).count();
      if (over * 2 >= figures.size() || (over > 0 && top < firstRow)) {
        top = row;
      }
    }
    return top;
  }
}
