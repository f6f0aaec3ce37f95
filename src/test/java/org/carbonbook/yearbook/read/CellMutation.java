package org.carbonbook.yearbook.read;

import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** A fault of a single figure: how it is stored, shown or printed. */
enum CellMutation implements WorkbookMutation {
  RAISED_FOOTNOTE_MARK {
    @Override
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
      return table.format("#,##0,");
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_HIDES_MINUS {
    @Override
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      figure.setCellValue(-Math.abs(figure.getNumericCellValue()) - 1);
      return table.format(figure, "0.00;0.00");
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  MERGE_FIGURE_OVER_TWO_ROWS {
    @Override
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      figure.setBlank();
      figure.setCellFormula("1+1");
      if (figure instanceof XSSFCell stored && stored.getCTCell().isSetV()) {
        stored.getCTCell().unsetV();
      }
      return figure.getAddress().toString();
    }
  },
  RAISED_MARK_BEFORE_THE_FIGURE {
    @Override
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      Font raised = table.workbook.createFont();
      raised.setTypeOffset(Font.SS_SUPER);
      RichTextString rich =
          table
              .workbook
              .getCreationHelper()
              .createRichTextString("1" + (long) Math.abs(figure.getNumericCellValue()));
      rich.applyFont(0, 1, raised);
      figure.setCellValue(rich);
      return figure.getAddress().toString();
    }
  },
  FORMAT_IN_TEN_THOUSANDS {
    @Override
    public String apply(MutatedTable table) {
      return table.format("0.00\"万\"");
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_SHOWS_NOTHING {
    @Override
    public String apply(MutatedTable table) {
      return table.format(";;;");
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  MERGE_FIGURE_OVER_TWO_COLUMNS {
    @Override
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      int row = figure.getRowIndex();
      int column = figure.getColumnIndex();
      Cell right = figure.getRow().getCell(column + 1);
      if (right != null) {
        figure.getRow().removeCell(right);
      }
      table.sheet.addMergedRegion(new CellRangeAddress(row, row, column, column + 1));
      return figure.getAddress().toString();
    }
  },
  PRINTED_IN_ANOTHER_WAY {
    @Override
    public String apply(MutatedTable table) {
      String[] ways = {
        "(%s)", "%s①", "%s*", "%s万吨", "%s-", "约%s", "%s1)", "<%s", "1O%s", "%s.0.1", "%s/2"
      };
      Cell figure = table.figure();
      long whole = (long) Math.abs(figure.getNumericCellValue());
      String way = ways[table.random.nextInt(ways.length)];
      MutatedTable.setText(figure, way.formatted(whole));
      return figure.getAddress() + " " + way;
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  STORED_AS_TEXT {
    @Override
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      MutatedTable.setText(figure, MutatedTable.plain(figure));
      return figure.getAddress().toString();
    }
  },
  ERROR_VALUE {
    @Override
    public String apply(MutatedTable table) {
      Cell figure = table.figure();
      figure.setCellErrorValue(FormulaError.REF.getCode());
      return figure.getAddress().toString();
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_SHOWS_ANOTHER_NUMBER {
    @Override
    public String apply(MutatedTable table) {
      String[] formats = {
        "0.0%", "yyyy-mm-dd", "h:mm", "\"-\"0.00", "(0.00)", "\"1\"0.00", "0.00\"千\"", "0,,"
      };
      String format = formats[table.random.nextInt(formats.length)];
      return format + " at " + table.format(format);
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_ROUNDS {
    @Override
    public String apply(MutatedTable table) {
      return table.format("#,##0");
    }
  };
}
