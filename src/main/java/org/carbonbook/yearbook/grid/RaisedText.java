package org.carbonbook.yearbook.grid;

import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * The text of a cell, apart from the raised characters at its end: in print a raised 1 behind 276
 * is a footnote mark, and not the number 2761.
 *
 * @param base the text without the mark
 * @param mark the raised characters, null when there are none
 */
record RaisedText(String base, String mark) {

  static RaisedText of(Cell cell) {
    RichTextString rich = cell.getRichStringCellValue();
    String text = rich.getString();
    int start = text.length();
    for (int run = rich.numFormattingRuns() - 1; run >= 0; run--) {
      if (!isRaised(cell, rich, run)) {
        break;
      }
      start = rich.getIndexOfFormattingRun(run);
    }
    boolean marked = start > 0 && start < text.length() && !text.substring(0, start).isBlank();
    return marked
        ? new RaisedText(text.substring(0, start), text.substring(start).strip())
        : new RaisedText(text, null);
  }

  /** The text with its mark. */
  String whole() {
    return mark == null ? base : base + mark;
  }

  private static boolean isRaised(Cell cell, RichTextString rich, int run) {
    if (rich instanceof XSSFRichTextString text) {
      XSSFFont font = text.getFontOfFormattingRun(run);
      return font != null && font.getTypeOffset() == Font.SS_SUPER;
    }
    if (rich instanceof HSSFRichTextString text) {
      HSSFWorkbook workbook = (HSSFWorkbook) cell.getSheet().getWorkbook();
      return workbook.getFontAt(text.getFontOfFormattingRun(run)).getTypeOffset() == Font.SS_SUPER;
    }
    return false;
  }
}
