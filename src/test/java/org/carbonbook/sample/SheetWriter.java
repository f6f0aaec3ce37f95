package org.carbonbook.sample;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes cells by row and column, both from 1 as people count them. */
final class SheetWriter {
  private final Sheet sheet;

  SheetWriter(Sheet sheet) {
    this.sheet = sheet;
  }

  /** A blank text leaves the cell out. */
  void text(int row, int column, String text) {
    if (!text.isEmpty()) {
      cell(row, column).setCellValue(text);
    }
  }

  void number(int row, int column, BigDecimal number) {
    cell(row, column).setCellValue(number.doubleValue());
  }

  void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    sheet.addMergedRegion(
        new CellRangeAddress(firstRow - 1, lastRow - 1, firstColumn - 1, lastColumn - 1));
  }

  private Cell cell(int row, int column) {
    Row line = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
    return line.createCell(column - 1);
  }
}
