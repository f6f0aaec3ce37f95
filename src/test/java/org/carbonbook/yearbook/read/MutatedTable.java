package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

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

  int firstFigureColumn() {
    return figures.stream().mapToInt(Cell::getColumnIndex).min().orElseThrow();
  }

  boolean isHeading(int row, int column) {
    Row heading = sheet.getRow(row);
    boolean above = figures.stream().mapToInt(Cell::getRowIndex).min().orElseThrow() > row;
    return above && row > 1 && heading != null && heading.getCell(column) != null;
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
