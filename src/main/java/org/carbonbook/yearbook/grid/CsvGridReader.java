package org.carbonbook.yearbook.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Delimited text as a grid: every cell is text, with the place a spreadsheet would give it. A first
 * line such as {@code sep=;} names the delimiter and does not count as a row, as in spreadsheet
 * programs.
 */
final class CsvGridReader {

  private static final Pattern SEPARATOR_LINE = Pattern.compile("^sep=(.)\\R?");
  private static final Pattern COMMA_IN_NUMBER = Pattern.compile("[-+]?[\\d.,]*\\d,\\d[\\d.,]*");

  private final String sheet;
  private final int maxCells;
  private final List<GridCell> cells = new ArrayList<>();
  private char delimiter = ',';

  private CsvGridReader(String sheet, int maxCells) {
    this.sheet = sheet;
    this.maxCells = maxCells;
  }

  /**
   * Reads the text.
   *
   * @throws IOException when quotes do not close or there are too many cells
   */
  static Grid read(String sheet, String text, int maxCells) throws IOException {
    return new CsvGridReader(sheet, maxCells).read(text);
  }

  private Grid read(String text) throws IOException {
    Matcher named = SEPARATOR_LINE.matcher(text);
    boolean isNamed = named.find();
    String table = isNamed ? text.substring(named.end()) : text;
    delimiter = isNamed ? named.group(1).charAt(0) : delimiterOf(table);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setDelimiter(delimiter).get();
    int widthBefore = 0;
    int lastWidth = 0;
    int lastRow = Grid.NO_ROW;
    try (CSVParser parser = format.parse(new StringReader(table))) {
      int row = 0;
      for (CSVRecord line : parser) {
        if (putCells(line, row)) {
          widthBefore = lastWidth;
          lastWidth = line.size();
          lastRow = row;
        }
        row++;
        if (cells.size() > maxCells) {
          throw new IOException("more than " + maxCells + " cells");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    boolean ended = table.endsWith("\n") || table.endsWith("\r");
    boolean cut = lastWidth < widthBefore;
    return new Grid(sheet, cells, List.of(), cut ? lastRow : Grid.NO_ROW).ending(ended);
  }

  /** Adds the cells of a line that are not blank; whether there are any. */
  private boolean putCells(CSVRecord line, int row) {
    for (int column = 0; column < line.size(); column++) {
      String text = line.get(column);
      if (!text.isBlank()) {
        cells.add(new GridCell(row, column, text.strip(), null, false, faultOf(text.strip())));
      }
    }
    return !cells.isEmpty() && cells.get(cells.size() - 1).row() == row;
  }

  /** Where semicolons part the fields, a comma can be a decimal comma. */
  private String faultOf(String text) {
    return delimiter == ';' && COMMA_IN_NUMBER.matcher(text).matches()
        ? "in a file with semicolons between its fields, a comma can be a decimal comma or group digits"
        : null;
  }

  /** The delimiter that parts more lines than the others; of two alike, the comma. */
  private static char delimiterOf(String text) {
    char best = ',';
    for (char each : new char[] {'\t', ';'}) {
      best = linesWith(text, each) > linesWith(text, best) ? each : best;
    }
    return best;
  }

  private static long linesWith(String text, char delimiter) {
    return text.lines().filter(line -> line.indexOf(delimiter) >= 0).count();
  }
}
