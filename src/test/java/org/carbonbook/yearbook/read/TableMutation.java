package org.carbonbook.yearbook.read;

import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** A fault that is put into a table at a random place. */
enum TableMutation {
  INSERT_BLANK_ROW {
    @Override
    String apply(MutatedTable table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      return "row " + row;
    }
  },
  SWAP_ROWS {
    @Override
    String apply(MutatedTable table) {
      Cell a = table.figure();
      Cell b = table.figure();
      table.swapRows(a.getRowIndex(), b.getRowIndex());
      return a.getRowIndex() + " and " + b.getRowIndex();
    }
  },
  SHIFT_HEADING_RIGHT {
    @Override
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
      String replaced = table.replaceText("(万吨)", "(吨)", 1);
      return replaced.startsWith("0") ? "unit line " + table.addUnitLine("单位：吨") : replaced;
    }
  },
  RENAME_LABEL {
    @Override
    String apply(MutatedTable table) {
      Cell label = table.label();
      MutatedTable.setText(label, label.getStringCellValue() + "及其他");
      return label.getAddress().toString();
    }
  },
  STAR_LABEL {
    @Override
    String apply(MutatedTable table) {
      Cell label = table.label();
      MutatedTable.setText(label, "*" + label.getStringCellValue());
      return label.getAddress().toString();
    }
  },
  DROP_LABEL {
    @Override
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
      int row = table.figure().getRowIndex();
      table.sheet.getRow(row).setZeroHeight(true);
      return "row " + row;
    }
  },
  HIDE_COLUMN("HIDDEN_PARTS") {
    @Override
    String apply(MutatedTable table) {
      int column = table.figure().getColumnIndex();
      table.sheet.setColumnHidden(column, true);
      return "column " + column;
    }
  },
  RAISED_FOOTNOTE_MARK {
    @Override
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
      return table.format("#,##0,");
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_HIDES_MINUS {
    @Override
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
      Cell figure = table.figure();
      figure.setBlank();
      figure.setCellFormula("1+1");
      if (figure instanceof XSSFCell stored && stored.getCTCell().isSetV()) {
        stored.getCTCell().unsetV();
      }
      return figure.getAddress().toString();
    }
  },
  DROP_TITLE {
    @Override
    String apply(MutatedTable table) {
      table.sheet.getRow(0).getCell(0).setBlank();
      return "A1";
    }
  },
  SWAP_COLUMNS {
    @Override
    String apply(MutatedTable table) {
      int a = table.figure().getColumnIndex();
      int b = table.figure().getColumnIndex();
      table.swapColumns(a, b);
      return a + " and " + b;
    }
  },
  INSERT_BLANK_COLUMN {
    @Override
    String apply(MutatedTable table) {
      int column = table.figure().getColumnIndex();
      table.insertColumn(column);
      return "column " + column;
    }
  },
  CONTRADICT_UNIT_IN_A_NOTE {
    @Override
    String apply(MutatedTable table) {
      Row note = table.sheet.createRow(table.sheet.getLastRowNum() + 2);
      note.createCell(0).setCellValue("注：本表计量单位为千克。");
      return "row " + note.getRowNum();
    }
  },
  SECOND_TABLE_BELOW {
    @Override
    String apply(MutatedTable table) {
      int row = table.sheet.getLastRowNum() + 2;
      int shift = table.random.nextInt(2);
      table.sheet.createRow(row).createCell(0).setCellValue("注：下表为分地区数据。");
      Row figures = table.sheet.createRow(row + 1);
      figures.createCell(shift).setCellValue("某县");
      for (int column = 1; column < 6; column++) {
        figures.createCell(shift + column).setCellValue(100 + table.random.nextInt(900));
      }
      return "row " + row + " from column " + shift;
    }
  },
  MERGE_LABEL_OVER_TWO_ROWS {
    @Override
    String apply(MutatedTable table) {
      int row = table.figureRow();
      Row below = table.sheet.getRow(row);
      for (int column = 0; column < table.firstFigureColumn(); column++) {
        if (below.getCell(column) != null) {
          below.removeCell(below.getCell(column));
        }
      }
      table.sheet.addMergedRegion(new CellRangeAddress(row - 1, row, 0, 0));
      return "rows " + (row - 1) + " and " + row;
    }
  },
  SHIFT_LABELS_DOWN {
    @Override
    String apply(MutatedTable table) {
      int first = table.firstFigureRow();
      for (int row = table.sheet.getLastRowNum(); row >= first; row--) {
        table.moveDown(row);
      }
      return "all labels";
    }
  },
  RAISED_MARK_BEFORE_THE_FIGURE {
    @Override
    String apply(MutatedTable table) {
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
    String apply(MutatedTable table) {
      return table.format("0.00\"万\"");
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  FORMAT_SHOWS_NOTHING {
    @Override
    String apply(MutatedTable table) {
      return table.format(";;;");
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  ROW_WITHOUT_HEIGHT("HIDDEN_PARTS") {
    @Override
    String apply(MutatedTable table) {
      Row row = table.figure().getRow();
      row.setHeight((short) 0);
      return "row " + row.getRowNum();
    }
  },
  MISPRINT_YEAR {
    @Override
    String apply(MutatedTable table) {
      return table.misprintYear();
    }
  },
  UNKNOWN_REGION {
    @Override
    String apply(MutatedTable table) {
      Cell title = table.sheet.getRow(0).getCell(0);
      String text = title.getStringCellValue().replaceAll("湖北|咸宁|中国|全国", "某某");
      MutatedTable.setText(title, text.contains("某某") ? text : "7-9 某某分行业能源消费总量");
      return text;
    }
  };

  private final String reportedBy;

  TableMutation() {
    this("");
  }

  TableMutation(String reportedBy) {
    this.reportedBy = reportedBy;
  }

  abstract String apply(MutatedTable table);

  /** Puts the fault into the first sheet; where it was put. */
  String apply(Workbook workbook, Random random) {
    return apply(new MutatedTable(workbook, random));
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
}
