package org.carbonbook.sample;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;

/** Lays energy use by industry out as table 5-4 of the China Energy Statistical Yearbook. */
final class IndustryTable {
  private static final int FIRST_ROW = 7;

  private final SheetFigures figures;

  IndustryTable(SheetFigures figures) {
    this.figures = figures;
  }

  void writeTo(Workbook workbook) {
    SheetWriter sheet = new SheetWriter(workbook.createSheet("Sheet1"));
    int width = figures.header().size();
    sheet.text(1, 1, "5-4  分 行 业 能 源 消 费 总 量");
    sheet.merge(1, 1, 1, width);
    sheet.text(2, 1, "CONSUMPTION OF TOTAL ENERGY AND ITS MAIN VARIETIES BY SECTOR");
    sheet.merge(2, 2, 1, width);
    sheet.text(4, 1, "单位：万吨标准煤");
    sheet.text(4, width, "(10 000  tce)");
    sheet.text(5, 1, "行          业");
    sheet.text(5, 2, "Sector");
    for (int c = 2; c < width; c++) {
      sheet.number(5, c + 1, new BigDecimal(figures.header().get(c)));
    }
    for (int r = 0; r < figures.rows().size(); r++) {
      row(sheet, FIRST_ROW + r, figures.rows().get(r));
    }
  }

  private static void row(SheetWriter sheet, int at, List<String> row) {
    sheet.text(at, 1, row.get(0));
    sheet.text(at, 2, row.get(1));
    for (int c = 2; c < row.size(); c++) {
      if (!row.get(c).isEmpty()) {
        sheet.number(at, c + 1, new BigDecimal(row.get(c)));
      }
    }
  }
}
