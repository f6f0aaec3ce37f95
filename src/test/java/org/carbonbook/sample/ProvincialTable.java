package org.carbonbook.sample;

import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;

/** Lays a balance out as tables 6-N of the China Energy Statistical Yearbook. */
final class ProvincialTable {
  private static final int FIRST_ROW = 11;
  private static final SheetFigures COLUMNS = SheetFigures.read("balance-columns");
  private static final SheetFigures ROWS = SheetFigures.read("balance-rows");

  private final SampleBalance balance;
  private final String titleZh;
  private final String titleEn;
  private final String note;

  /**
   * @param note line below the table, empty for none
   */
  ProvincialTable(SampleBalance balance, String titleZh, String titleEn, String note) {
    this.balance = balance;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.note = note;
  }

  void writeTo(Workbook workbook) {
    SheetWriter sheet = new SheetWriter(workbook.createSheet("Sheet1"));
    int width = COLUMNS.rows().size() + 2;
    sheet.text(1, 1, titleZh);
    sheet.merge(1, 1, 1, width);
    sheet.text(2, 1, titleEn);
    sheet.merge(2, 2, 1, width);
    heading(sheet);
    for (int r = 0; r < ROWS.rows().size(); r++) {
      row(sheet, FIRST_ROW + r, ROWS.rows().get(r));
    }
    sheet.text(FIRST_ROW + ROWS.rows().size() + 1, 1, note);
  }

  private static void heading(SheetWriter sheet) {
    sheet.text(4, 1, "项        目");
    sheet.merge(4, 9, 1, 1);
    sheet.text(4, 2, "Item");
    sheet.merge(4, 9, 2, 2);
    for (int c = 0; c < COLUMNS.rows().size(); c++) {
      List<String> column = COLUMNS.rows().get(c);
      for (int line = 1; line < column.size(); line++) {
        sheet.text(3 + line, 3 + c, column.get(line));
      }
    }
  }

  private void row(SheetWriter sheet, int at, List<String> labels) {
    sheet.text(at, 1, labels.get(1));
    sheet.text(at, 2, labels.get(2));
    for (int c = 0; c < COLUMNS.rows().size(); c++) {
      int column = 3 + c;
      balance
          .find(labels.get(0), COLUMNS.rows().get(c).get(0))
          .ifPresent(value -> sheet.number(at, column, value));
    }
  }
}
