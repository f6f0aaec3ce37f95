package org.carbonbook.yearbook.grid;

/** Addresses of cells in the notation of spreadsheets. */
public final class CellAddress {

  private CellAddress() {}

  /** The name of a cell whose row and column are counted from 0, e.g. {@code F12}. */
  public static String of(int row, int column) {
    return columnName(column) + (row + 1);
  }

  /** The letters of a column counted from 0. */
  public static String columnName(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
