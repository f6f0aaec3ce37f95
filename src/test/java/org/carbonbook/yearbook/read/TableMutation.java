package org.carbonbook.yearbook.read;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;

/** A fault of rows, columns, labels, units or titles. */
enum TableMutation implements WorkbookMutation {
  INSERT_BLANK_ROW {
    @Override
    public String apply(MutatedTable table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      return "row " + row;
    }
  },
  SWAP_ROWS {
    @Override
    public String apply(MutatedTable table) {
      Cell a = table.figure();
      Cell b = table.figure();
      table.swapRows(a.getRowIndex(), b.getRowIndex());
      return a.getRowIndex() + " and " + b.getRowIndex();
    }
  },
  SHIFT_HEADING_RIGHT {
    @Override
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
      String replaced = table.replaceText("(万吨)", "(吨)", 1);
      return replaced.startsWith("0") ? "unit line " + table.addUnitLine("单位：吨") : replaced;
    }
  },
  RENAME_LABEL {
    @Override
    public String apply(MutatedTable table) {
      Cell label = table.label();
      MutatedTable.setText(label, label.getStringCellValue() + "及其他");
      return label.getAddress().toString();
    }
  },
  STAR_LABEL {
    @Override
    public String apply(MutatedTable table) {
      Cell label = table.label();
      MutatedTable.setText(label, "*" + label.getStringCellValue());
      return label.getAddress().toString();
    }
  },
  DROP_LABEL {
    @Override
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
      int row = table.figure().getRowIndex();
      table.sheet.getRow(row).setZeroHeight(true);
      return "row " + row;
    }
  },
  HIDE_COLUMN("HIDDEN_PARTS") {
    @Override
    public String apply(MutatedTable table) {
      int column = table.figure().getColumnIndex();
      table.sheet.setColumnHidden(column, true);
      return "column " + column;
    }
  },
  DROP_TITLE {
    @Override
    public String apply(MutatedTable table) {
      table.sheet.getRow(0).getCell(0).setBlank();
      return "A1";
    }
  },
  SWAP_COLUMNS {
    @Override
    public String apply(MutatedTable table) {
      int a = table.figure().getColumnIndex();
      int b = table.figure().getColumnIndex();
      table.swapColumns(a, b);
      return a + " and " + b;
    }
  },
  INSERT_BLANK_COLUMN {
    @Override
    public String apply(MutatedTable table) {
      int column = table.figure().getColumnIndex();
      table.insertColumn(column);
      return "column " + column;
    }
  },
  CONTRADICT_UNIT_IN_A_NOTE {
    @Override
    public String apply(MutatedTable table) {
      Row note = table.sheet.createRow(table.sheet.getLastRowNum() + 2);
      note.createCell(0).setCellValue("注：本表计量单位为千克。");
      return "row " + note.getRowNum();
    }
  },
  SECOND_TABLE_BELOW {
    @Override
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
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
    public String apply(MutatedTable table) {
      int first = table.firstFigureRow();
      for (int row = table.sheet.getLastRowNum(); row >= first; row--) {
        table.moveDown(row);
      }
      return "all labels";
    }
  },
  ROW_WITHOUT_HEIGHT("HIDDEN_PARTS") {
    @Override
    public String apply(MutatedTable table) {
      Row row = table.figure().getRow();
      row.setHeight((short) 0);
      return "row " + row.getRowNum();
    }
  },
  MISPRINT_YEAR {
    @Override
    public String apply(MutatedTable table) {
      return table.misprintYear();
    }
  },
  UNKNOWN_REGION {
    @Override
    public String apply(MutatedTable table) {
      Cell title = table.sheet.getRow(0).getCell(0);
      String text = title.getStringCellValue().replaceAll("湖北|咸宁|中国|全国", "某某");
      MutatedTable.setText(title, text.contains("某某") ? text : "7-9 某某分行业能源消费总量");
      return text;
    }
  },
  HASH_LABEL {
    @Override
    public String apply(MutatedTable table) {
      Cell label = table.label();
      MutatedTable.setText(label, "#" + label.getStringCellValue());
      return label.getAddress().toString();
    }
  },
  REPEAT_ROW {
    @Override
    public String apply(MutatedTable table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      table.copyRow(row + 1, row, 1.5);
      return "row " + row;
    }
  },
  REPEAT_COLUMN {
    @Override
    public String apply(MutatedTable table) {
      int column = table.figure().getColumnIndex();
      table.insertColumn(column);
      table.copyColumn(column + 1, column, 1.5);
      return "column " + column;
    }
  },
  ROW_WITH_UNKNOWN_LABEL {
    @Override
    public String apply(MutatedTable table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      table.copyRow(row + 1, row, 1.5);
      MutatedTable.setText(table.sheet.getRow(row).getCell(0), "其他未列项");
      return "row " + row;
    }
  },
  ROW_WITHOUT_LABEL {
    @Override
    public String apply(MutatedTable table) {
      int row = table.figureRow();
      table.sheet.shiftRows(row, table.sheet.getLastRowNum(), 1);
      table.copyRow(row + 1, row, 1.5);
      table.dropLabels(row);
      return "row " + row;
    }
  },
  COLUMN_WITHOUT_HEADING {
    @Override
    public String apply(MutatedTable table) {
      int column = table.lastFigureColumn();
      table.copyColumn(column, column + 1, 1.5);
      table.dropHeadings(column + 1);
      return "column " + (column + 1);
    }
  },
  HEADING_ONE_ROW_UP {
    @Override
    public String apply(MutatedTable table) {
      return table.moveHeadingUp(table.figure().getColumnIndex());
    }
  },
  MERGE_HEADING_OVER_TWO_COLUMNS {
    @Override
    public String apply(MutatedTable table) {
      return table.mergeHeading(table.figure());
    }
  },
  HIDE_SHEET("HIDDEN_PARTS") {
    @Override
    public String apply(MutatedTable table) {
      return table.hideSheet(SheetVisibility.HIDDEN);
    }
  },
  HIDE_SHEET_DEEPLY("HIDDEN_PARTS") {
    @Override
    public String apply(MutatedTable table) {
      return table.hideSheet(SheetVisibility.VERY_HIDDEN);
    }
  },
  SECOND_UNIT_LINE {
    @Override
    public String apply(MutatedTable table) {
      table.addUnitLine("单位：千克标准煤");
      return "row 2";
    }
  },
  PART_OF_THE_YEAR_IN_THE_TITLE {
    @Override
    public String apply(MutatedTable table) {
      String[] parts = {"(1-6月)", "（一季度）", "(上半年)", "（累计）", "(9月)"};
      return table.addToTitle(parts[table.random.nextInt(parts.length)]);
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  ANOTHER_MEASURE_IN_THE_TITLE {
    @Override
    public String apply(MutatedTable table) {
      String[] measures = {"增速", "(上年=100)", "构成(%)", "（工业）", "占全国比重"};
      return table.addToTitle(measures[table.random.nextInt(measures.length)]);
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  },
  PART_OF_THE_YEAR_BELOW_THE_TITLE {
    @Override
    public String apply(MutatedTable table) {
      String[] parts = {"1-6月", "2007年1-9月累计", "（第一季度）", "时间：2007年上半年"};
      return table.addLine(parts[table.random.nextInt(parts.length)]);
    }

    @Override
    public boolean hidesTheFigure() {
      return true;
    }
  };

  private final String reportedBy;

  TableMutation() {
    this("");
  }

  TableMutation(String reportedBy) {
    this.reportedBy = reportedBy;
  }

  @Override
  public String reportedBy() {
    return reportedBy;
  }
}
