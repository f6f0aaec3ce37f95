package org.carbonbook.yearbook.grid;

import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.carbonbook.yearbook.vocabulary.LabelText;

/**
 * The text of a cell, apart from the raised characters at its end: in print a raised 1 behind 276
 * is a footnote mark, and not the number 2761.
 *
 * @param base the text without the mark
 * @param mark the raised characters, null when there are none
 * @param fault why a text of digits is not one number, null when it is or has no digits
 */
record RaisedText(String base, String mark, String fault) {

  static RaisedText of(Cell cell) {
    RichTextString rich = cell.getRichStringCellValue();
    String text = rich.getString();
    int runs = rich.numFormattingRuns();
    int start = text.length();
    int run = runs - 1;
    while (run >= 0 && offset(cell, rich, run) == Font.SS_SUPER) {
      start = rich.getIndexOfFormattingRun(run);
      run--;
    }
    boolean marked = start > 0 && start < text.length() && !text.substring(0, start).isBlank();
    String base = marked ? text.substring(0, start) : text;
    String mark = marked ? text.substring(start).strip() : null;
    return new RaisedText(base, mark, faultOf(cell, rich, base));
  }

  /** Digits of which some are raised or lowered are several things, and not one number. */
  private static String faultOf(Cell cell, RichTextString rich, String base) {
    if (!LabelText.isNumeric(base)) {
      return null;
    }
    for (int run = 0; run < rich.numFormattingRuns(); run++) {
      boolean within = rich.getIndexOfFormattingRun(run) < base.length();
      if (within && offset(cell, rich, run) != Font.SS_NONE) {
        return "some of its digits are raised or lowered";
      }
    }
    return null;
  }

  /** The text with its mark. */
  String whole() {
    return mark == null ? base : base + mark;
  }

  private static short offset(Cell cell, RichTextString rich, int run) {
    if (rich instanceof XSSFRichTextString text) {
      XSSFFont font = text.getFontOfFormattingRun(run);
      return font == null ? Font.SS_NONE : font.getTypeOffset();
    }
    if (rich instanceof HSSFRichTextString text) {
      HSSFWorkbook workbook = (HSSFWorkbook) cell.getSheet().getWorkbook();
      return workbook.getFontAt(text.getFontOfFormattingRun(run)).getTypeOffset();
    }
    return Font.SS_NONE;
  }
}
