package org.carbonbook.yearbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The first sheet of a workbook, with ways to pick places of it. */
final class MutatedTable {
  final Workbook workbook;
  final Sheet sheet;
  final Random random;
  private final List<Cell> figures = new ArrayList<>();

  MutatedTable(Workbook workbook, Random random) {
    this.workbook = workbook;
    this.sheet = workbook.getSheetAt(0);
    this.random = random;
    for (Row row : sheet) {
      Cell label = row.getCell(0);
      boolean labelled =
          label != null
              && label.getCellType() == CellType.STRING
              && label.getStringCellValue().strip().length() > 1;
      for (Cell cell : row) {
        boolean number =
            cell.getCellType() == CellType.NUMERIC && Math.abs(cell.getNumericCellValue()) >= 1;
        if (labelled && number && cell.getColumnIndex() > 0 && !isYear(cell)) {
          figures.add(cell);
        }
      }
    }
  }

  private static boolean isYear(Cell cell) {
    if (cell.getCellType() != CellType.NUMERIC) {
      return false;
    }
    double value = cell.getNumericCellValue();
    return value == Math.rint(value) && value >= 1900 && value < 2100 && cell.getRowIndex() < 5;
  }

  Cell figure() {
    return figures.get(random.nextInt(figures.size()));
  }

  /** The label of a row with a figure. */
  Cell label() {
    return figure().getRow().getCell(0);
  }

  /** A row with figures that is not the first of them. */
  int figureRow() {
    int first = figures.get(0).getRowIndex();
    int row = figure().getRowIndex();
    return Math.max(row, first + 1);
  }

  int firstFigureRow() {
    return figures.stream().mapToInt(Cell::getRowIndex).min().orElseThrow();
  }

  /** The label of a row to the row below. */
  void moveDown(int from) {
    Row row = sheet.getRow(from);
    Row below = sheet.getRow(from + 1) == null ? sheet.createRow(from + 1) : sheet.getRow(from + 1);
    for (int column = 0; row != null && column < firstFigureColumn(); column++) {
      put(below, column, take(row, column));
    }
  }

  void swapColumns(int a, int b) {
    for (Row row : sheet) {
      if (a != b && row.getRowNum() > 0) {
        Object left = take(row, a);
        Object right = take(row, b);
        put(row, a, right);
        put(row, b, left);
      }
    }
  }

  void insertColumn(int column) {
    for (Row row : sheet) {
      for (int from = row.getLastCellNum(); row.getRowNum() > 0 && from >= column; from--) {
        put(row, from + 1, take(row, from));
      }
    }
  }

  String misprintYear() {
    for (Row row : sheet) {
      for (Cell cell : row) {
        boolean text = cell.getCellType() == CellType.STRING;
        if (text && cell.getStringCellValue().matches("(?s).*20[01]\\d.*")) {
          setText(cell, cell.getStringCellValue().replaceFirst("20[01](\\d)", "206$1"));
          return cell.getAddress().toString();
        }
        if (isYear(cell)) {
          cell.setCellValue(2060);
          return cell.getAddress().toString();
        }
      }
    }
    throw new IllegalStateException("no year");
  }

  int lastFigureColumn() {
    return figures.stream().mapToInt(Cell::getColumnIndex).max().orElseThrow();
  }

  /** Copies a row; figures are multiplied, so that a copy differs from its original. */
  void copyRow(int from, int to, double factor) {
    Row source = sheet.getRow(from);
    Row target = sheet.getRow(to) == null ? sheet.createRow(to) : sheet.getRow(to);
    for (int column = 0; column < source.getLastCellNum(); column++) {
      copy(source, column, target, column, factor);
    }
  }

  /** Copies a column with its heading; the figures are multiplied. */
  void copyColumn(int from, int to, double factor) {
    for (Row row : sheet) {
      copy(row, from, row, to, row.getRowNum() < firstFigureRow() ? 1 : factor);
    }
  }

  private static void copy(Row source, int from, Row target, int to, double factor) {
    Object value = source.getCell(from) == null ? null : take(source, from);
    put(source, from, value);
    put(target, to, value instanceof Double number ? (Object) (number * factor) : value);
  }

  void dropLabels(int row) {
    for (int column = 0; column < firstFigureColumn(); column++) {
      Cell cell = sheet.getRow(row).getCell(column);
      if (cell != null) {
        sheet.getRow(row).removeCell(cell);
      }
    }
  }

  void dropHeadings(int column) {
    for (int row = 0; row < firstFigureRow(); row++) {
      Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
      if (cell != null) {
        sheet.getRow(row).removeCell(cell);
      }
    }
  }

  /** Moves the lowest heading of a column to the row above the highest one. */
  String moveHeadingUp(int column) {
    List<Integer> rows = headingRows(column);
    int top = rows.get(0);
    Object heading = take(sheet.getRow(rows.get(rows.size() - 1)), column);
    put(
        sheet.getRow(top - 1) == null ? sheet.createRow(top - 1) : sheet.getRow(top - 1),
        column,
        heading);
    return "column " + column;
  }

  private List<Integer> headingRows(int column) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < firstFigureRow(); row++) {
      if (isHeading(row, column)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** One heading over two columns: nothing says of which column it is. */
  String mergeHeading(Cell figure) {
    int column = Math.min(figure.getColumnIndex(), lastFigureColumn() - 1);
    for (int row : headingRows(column)) {
      Cell right = sheet.getRow(row).getCell(column + 1);
      if (right != null) {
        sheet.getRow(row).removeCell(right);
      }
      if (!isMerged(row, column)) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, column, column + 1));
      }
    }
    return "columns " + column + " and " + (column + 1);
  }

  private boolean isMerged(int row, int column) {
    return sheet.getMergedRegions().stream()
        .anyMatch(region -> region.isInRange(row, column) || region.isInRange(row, column + 1));
  }

  String hideSheet(SheetVisibility visibility) {
    Sheet other = workbook.createSheet("封面");
    other.createRow(0).createCell(0).setCellValue("封面");
    workbook.setActiveSheet(workbook.getSheetIndex(other));
    workbook.setSheetVisibility(0, visibility);
    return sheet.getSheetName();
  }

  String addToTitle(String text) {
    Cell title = sheet.getRow(0).getCell(0);
    setText(title, title.getStringCellValue() + text);
    return text;
  }

  /** A line of its own between the title and the table. */
  String addLine(String text) {
    sheet.shiftRows(1, sheet.getLastRowNum(), 1);
    Row line = sheet.getRow(1) == null ? sheet.createRow(1) : sheet.getRow(1);
    line.createCell(0).setCellValue(text);
    return text;
  }

  /** The digits of a figure as a text. */
  static String plain(Cell figure) {
    return new BigDecimal(String.valueOf(figure.getNumericCellValue()))
        .stripTrailingZeros()
        .toPlainString();
  }

  int firstFigureColumn() {
    return figures.stream().mapToInt(Cell::getColumnIndex).min().orElseThrow();
  }

  boolean isHeading(int row, int column) {
    Row heading = sheet.getRow(row);
    boolean above = figures.stream().mapToInt(Cell::getRowIndex).min().orElseThrow() > row;
    return above && row > 0 && heading != null && heading.getCell(column) != null;
  }

  void shiftRight(int row, int from) {
    Row heading = sheet.getRow(row);
    for (int column = heading.getLastCellNum() - 1; column >= from; column--) {
      Cell cell = heading.getCell(column);
      if (cell != null && cell.getCellType() == CellType.STRING) {
        heading.createCell(column + 1).setCellValue(cell.getStringCellValue());
        heading.removeCell(cell);
      } else if (cell != null && cell.getCellType() == CellType.NUMERIC) {
        heading.createCell(column + 1).setCellValue(cell.getNumericCellValue());
        heading.removeCell(cell);
      }
    }
  }

  String replaceText(String from, String to, int count) {
    List<Cell> found = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        boolean text = cell.getCellType() == CellType.STRING && row.getRowNum() > 1;
        if (text && cell.getStringCellValue().contains(from) && found.size() < count) {
          found.add(cell);
        }
      }
    }
    found.forEach(cell -> setText(cell, cell.getStringCellValue().replace(from, to)));
    return found.size() + " replaced";
  }

  boolean addUnitLine(String text) {
    Row row = sheet.getRow(1) == null ? sheet.createRow(1) : sheet.getRow(1);
    row.createCell(Math.max(row.getLastCellNum(), 3)).setCellValue(text);
    return true;
  }

  String format(String format) {
    Cell large =
        figures.stream()
            .filter(c -> Math.abs(c.getNumericCellValue()) >= 2)
            .toList()
            .get(
                random.nextInt(
                    (int)
                        figures.stream()
                            .filter(c -> Math.abs(c.getNumericCellValue()) >= 2)
                            .count()));
    return format(large, format);
  }

  String format(Cell cell, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell.getAddress() + " " + cell.getNumericCellValue();
  }

  void swapRows(int a, int b) {
    if (a == b) {
      return;
    }
    Row one = sheet.getRow(a);
    Row other = sheet.getRow(b);
    int columns = Math.max(one.getLastCellNum(), other.getLastCellNum());
    for (int column = 0; column < columns; column++) {
      Object left = take(one, column);
      Object right = take(other, column);
      put(one, column, right);
      put(other, column, left);
    }
  }

  /** Writers keep texts in two ways, of which the library replaces only one. */
  static void setText(Cell cell, String text) {
    Row row = cell.getRow();
    int column = cell.getColumnIndex();
    row.removeCell(cell);
    row.createCell(column).setCellValue(text);
  }

  private static Object take(Row row, int column) {
    Cell cell = row.getCell(column);
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return null;
    }
    Object value =
        cell.getCellType() == CellType.NUMERIC
            ? (Object) cell.getNumericCellValue()
            : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : null;
    row.removeCell(cell);
    return value;
  }

  private static void put(Row row, int column, Object value) {
    if (value instanceof Double number) {
      row.createCell(column).setCellValue(number);
    } else if (value != null) {
      row.createCell(column).setCellValue(value.toString());
    }
  }
}
