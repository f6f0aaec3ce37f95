package org.carbonbook.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;

/** Lays the national balance out as table 4-1 of the China Energy Statistical Yearbook. */
final class NationalTable {
  private static final int FIRST_ROW = 11;
  private static final SheetFigures COLUMNS = SheetFigures.read("national-balance-columns");
  private static final SheetFigures ROWS = SheetFigures.read("national-balance-rows");

  private final Map<String, Map<String, BigDecimal>> figures;

  NationalTable(SheetFigures figures) {
    this.figures = figures.matrix();
  }

  void writeTo(Workbook workbook) {
    SheetWriter sheet = new SheetWriter(workbook.createSheet("Sheet1"));
    int width = COLUMNS.rows().size() + 2;
    sheet.text(1, 1, "4-1  中国能源平衡表(标准量) -2007");
    sheet.merge(1, 1, 1, width);
    sheet.text(2, 1, "ENERGY BALANCE OF CHINA -2007 (STANDARD QUANTITY)");
    sheet.merge(2, 2, 1, width);
    sheet.text(4, 1, "单位:万吨标准煤");
    sheet.text(4, width, "(10 000 tce)");
    heading(sheet);
    for (int r = 0; r < ROWS.rows().size(); r++) {
      row(sheet, FIRST_ROW + r, ROWS.rows().get(r));
    }
  }

  private static void heading(SheetWriter sheet) {
    sheet.text(7, 1, "项    目");
    sheet.text(7, 2, "Item");
    for (int c = 0; c < COLUMNS.rows().size(); c++) {
      List<String> column = COLUMNS.rows().get(c);
      for (int line = 1; line < column.size(); line++) {
        sheet.text(4 + line, 3 + c, column.get(line));
      }
    }
    sheet.merge(5, 5, 3, 4);
  }

  private void row(SheetWriter sheet, int at, List<String> labels) {
    sheet.text(at, 1, labels.get(1));
    sheet.text(at, 2, labels.get(2));
    for (int c = 0; c < COLUMNS.rows().size(); c++) {
      BigDecimal value = figures.get(labels.get(0)).get(COLUMNS.rows().get(c).get(0));
      if (value != null) {
        sheet.number(at, 3 + c, value);
      }
    }
  }
}
