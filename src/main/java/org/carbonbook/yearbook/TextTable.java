package org.carbonbook.yearbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal, where a Chinese character is two columns wide. */
final class TextTable {

  private static final String GAP = "  ";

  private final int maxWidth;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param maxWidth the widest a column may be; longer texts are cut with {@code …}
   * @param heading the column headings
   */
  TextTable(int maxWidth, String... heading) {
    this.maxWidth = maxWidth;
    rows.add(List.of(heading));
  }

  void add(String... cells) {
    rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
  }

  /** The table with its heading underlined; every line begins with {@code indent}. */
  String render(String indent) {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append(line(indent, rows.get(row), widths));
      if (row == 0) {
        List<String> rules = Arrays.stream(widths).mapToObj("-"::repeat).toList();
        text.append(line(indent, rules, widths));
      }
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(cut(row.get(i), maxWidth)));
      }
    }
    return widths;
  }

  private String line(String indent, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), maxWidth);
      line.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** The text, shortened to a width. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.append('…').toString();
  }

  /** How many terminal columns a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /** Wide and full-width characters of Unicode's East Asian Width (UAX 11) take two columns. */
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
