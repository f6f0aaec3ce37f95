package org.carbonbook.yearbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A fault that is put into a table at a random place. */
enum TableMutation {
  INSERT_BLANK_ROW {
    @Override
    String apply(Table table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      return "row " + row;
    }
  },
  SWAP_ROWS {
    @Override
    String apply(Table table) {
      Cell a = table.figure();
      Cell b = table.figure();
      table.swapRows(a.getRowIndex(), b.getRowIndex());
      return a.getRowIndex() + " and " + b.getRowIndex();
    }
  },
  SHIFT_HEADING_RIGHT {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      for (int row = figure.getRowIndex() - 1; row >= 0; row--) {
        if (table.isHeading(row, figure.getColumnIndex())) {
          table.shiftRight(row, table.firstFigureColumn());
        }
      }
      return "all headings";
    }
  },
  CHANGE_ONE_UNIT("UNIT_UNLIKELY") {
    @Override
    String apply(Table table) {
      String replaced = table.replaceText("(万吨)", "(吨)", 1);
      return replaced.startsWith("0") ? "unit line " + table.addUnitLine("单位：吨") : replaced;
    }
  },
  RENAME_LABEL {
    @Override
    String apply(Table table) {
      Cell label = table.label();
      Table.setText(label, label.getStringCellValue() + "及其他");
      return label.getAddress().toString();
    }
  },
  STAR_LABEL {
    @Override
    String apply(Table table) {
      Cell label = table.label();
      Table.setText(label, "*" + label.getStringCellValue());
      return label.getAddress().toString();
    }
  },
  DROP_LABEL {
    @Override
    String apply(Table table) {
      Cell label = table.label();
      Row row = label.getRow();
      for (int column = 0; column < table.firstFigureColumn(); column++) {
        Cell cell = row.getCell(column);
        if (cell != null) {
          row.removeCell(cell);
        }
      }
      return "row " + row.getRowNum();
    }
  },
  DROP_HEADING {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      for (int row = figure.getRowIndex() - 1; row >= 0; row--) {
        if (table.isHeading(row, figure.getColumnIndex())) {
          table
              .sheet
              .getRow(row)
              .removeCell(table.sheet.getRow(row).getCell(figure.getColumnIndex()));
        }
      }
      return "column " + figure.getColumnIndex();
    }
  },
  NOTE_IN_THE_MIDDLE {
    @Override
    String apply(Table table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      Row note =
          table.sheet.getRow(row) == null ? table.sheet.createRow(row) : table.sheet.getRow(row);
      note.createCell(0).setCellValue("注：规模以上口径。");
      return "row " + row;
    }
  },
  HIDE_ROW("HIDDEN_PARTS") {
    @Override
    String apply(Table table) {
      int row = table.figure().getRowIndex();
      table.sheet.getRow(row).setZeroHeight(true);
      return "row " + row;
    }
  },
  HIDE_COLUMN("HIDDEN_PARTS") {
    @Override
    String apply(Table table) {
      int column = table.figure().getColumnIndex();
      table.sheet.setColumnHidden(column, true);
      return "column " + column;
    }
  },
  RAISED_FOOTNOTE_MARK {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      String text =
          String.format(
              Locale.ROOT,
              "%s",
              new java.math.BigDecimal(String.valueOf(figure.getNumericCellValue()))
                  .stripTrailingZeros()
                  .toPlainString());
      Font raised = table.workbook.createFont();
      raised.setTypeOffset(Font.SS_SUPER);
      RichTextString rich = table.workbook.getCreationHelper().createRichTextString(text + "1");
      rich.applyFont(text.length(), text.length() + 1, raised);
      figure.setCellValue(rich);
      return figure.getAddress().toString();
    }
  },
  FORMAT_IN_THOUSANDS {
    @Override
    String apply(Table table) {
      return table.format("#,##0,");
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_HIDES_MINUS {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      figure.setCellValue(-Math.abs(figure.getNumericCellValue()) - 1);
      return table.format(figure, "0.00;0.00");
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  MERGE_FIGURE_OVER_TWO_ROWS {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      int row = figure.getRowIndex();
      int column = figure.getColumnIndex();
      Row below = table.sheet.getRow(row + 1);
      if (below != null && below.getCell(column) != null) {
        below.removeCell(below.getCell(column));
      }
      table.sheet.addMergedRegion(new CellRangeAddress(row, row + 1, column, column));
      return figure.getAddress().toString();
    }
  },
  TWO_NUMBERS_IN_A_CELL {
    @Override
    String apply(Table table) {
      Cell figure = table.figure();
      figure.setCellValue(
          (long) figure.getNumericCellValue() % 1000
              + 100
              + (table.random.nextBoolean() ? " " : "\n")
              + "110");
      return figure.getAddress().toString();
    }
  },
  FORMULA_WITHOUT_RESULT {
    @Override
    String apply(Table table) {
      XSSFCell figure = (XSSFCell) table.figure();
      figure.setBlank();
      figure.setCellFormula("1+1");
      if (figure.getCTCell().isSetV()) {
        figure.getCTCell().unsetV();
      }
      return figure.getAddress().toString();
    }
  },
  DROP_TITLE {
    @Override
    String apply(Table table) {
      table.sheet.getRow(0).getCell(0).setBlank();
      return "A1";
    }
  };

  private final String reportedBy;

  TableMutation() {
    this("");
  }

  TableMutation(String reportedBy) {
    this.reportedBy = reportedBy;
  }

  abstract String apply(Table table);

  /** Puts the fault into the first sheet; where it was put. */
  String apply(XSSFWorkbook workbook, Random random) {
    return apply(new Table(workbook, random));
  }

  /** The notice that may report it as less than an error; blank when there is none. */
  String reportedBy() {
    return reportedBy;
  }

  /** Whether the sheet no longer shows the stored figure, so that it must not be published. */
  boolean hidesTheFigure() {
    return false;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The first sheet of a workbook, with ways to pick places of it. */
  static final class Table {
    final XSSFWorkbook workbook;
    final Sheet sheet;
    final Random random;
    private final List<Cell> figures = new ArrayList<>();

    Table(XSSFWorkbook workbook, Random random) {
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
}
