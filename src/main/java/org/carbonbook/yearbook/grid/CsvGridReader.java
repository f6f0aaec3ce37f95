package org.carbonbook.yearbook.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Delimited text as a grid: every cell is text, with the place a spreadsheet would give it. */
final class CsvGridReader {

  private static final CSVFormat COMMA =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
  private static final CSVFormat TAB = COMMA.builder().setDelimiter('\t').get();

  private CsvGridReader() {}

  /**
   * Reads the text.
   *
   * @throws IOException when quotes do not close or there are too many cells
   */
  static Grid read(String sheet, String text, int maxCells) throws IOException {
    List<GridCell> cells = new ArrayList<>();
    int widthBefore = 0;
    int lastWidth = 0;
    int lastRow = -1;
    try (CSVParser parser = formatOf(text).parse(new StringReader(text))) {
      int row = 0;
      for (CSVRecord line : parser) {
        if (putCells(cells, line, row)) {
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
    boolean cut = lastWidth < widthBefore;
    return new Grid(sheet, cells, List.of(), cut ? lastRow : Grid.NO_ROW);
  }

  /** Adds the cells of a line that are not blank; whether there are any. */
  private static boolean putCells(List<GridCell> cells, CSVRecord line, int row) {
    for (int column = 0; column < line.size(); column++) {
      String text = line.get(column);
      if (!text.isBlank()) {
        cells.add(new GridCell(row, column, text.strip(), null, false, null));
      }
    }
    return !cells.isEmpty() && cells.get(cells.size() - 1).row() == row;
  }

  /** A table without a single comma but with tabs is one pasted from a spreadsheet. */
  private static CSVFormat formatOf(String text) {
    return text.indexOf(',') < 0 && text.indexOf('\t') >= 0 ? TAB : COMMA;
  }
}
