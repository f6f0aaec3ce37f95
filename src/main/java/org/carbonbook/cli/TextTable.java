package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal; a Chinese character is two columns wide. */
final class TextTable {

  private final List<String[]> rows = new ArrayList<>();
  private final int columns;

  TextTable(String... header) {
    this.columns = header.length;
    rows.add(header);
  }

  /** Adds a row; a cell may have several lines. */
  TextTable row(Object... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(cell -> cell == null ? "" : cell.toString())
            .toArray(String[]::new));
    return this;
  }

  void print(PrintWriter out) {
    int[] widths = widths();
    for (int i = 0; i < rows.size(); i++) {
      printRow(out, rows.get(i), widths);
      if (i == 0) {
        out.println(String.join("  ", Arrays.stream(widths).mapToObj("-"::repeat).toList()));
      }
    }
    out.flush();
  }

  private void printRow(PrintWriter out, String[] row, int[] widths) {
    List<String[]> lines = Arrays.stream(row).map(cell -> cell.split("\n", -1)).toList();
    int height = lines.stream().mapToInt(cell -> cell.length).max().orElse(1);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = line < lines.get(column).length ? lines.get(column)[line] : "";
        text.append(column == 0 ? "" : "  ").append(cell);
        text.append(" ".repeat(Math.max(0, widths[column] - width(cell))));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int column = 0; column < columns; column++) {
        for (String line : row[column].split("\n", -1)) {
          widths[column] = Math.max(widths[column], width(line));
        }
      }
    }
    return widths;
  }

  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x3000 && c <= 0x30FF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6);
  }
}
