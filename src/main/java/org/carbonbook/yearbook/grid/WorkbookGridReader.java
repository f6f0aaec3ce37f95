package org.carbonbook.yearbook.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carbonbook.yearbook.vocabulary.LabelText;

/** Workbooks as grids. Formulas are not computed: their stored results count. */
final class WorkbookGridReader {

  private static final Pattern SHARED_TEXT = Pattern.compile("\\d{1,9}");

  private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
  private final int maxCells;

  WorkbookGridReader(int maxCells) {
    this.maxCells = maxCells;
  }

  /**
   * Reads all sheets.
   *
   * @throws IOException when the bytes are no whole workbook or a sheet has too many cells; the
   *     library also throws runtime exceptions of many kinds on damaged files
   */
  List<Grid> read(byte[] content, FileKind kind) throws IOException {
    try (Workbook workbook = open(content, kind)) {
      List<Grid> grids = new ArrayList<>();
      for (Sheet sheet : workbook) {
        grids.add(grid(sheet));
      }
      return grids;
    }
  }

  private static Workbook open(byte[] content, FileKind kind) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(content);
    return kind == FileKind.XLS ? new HSSFWorkbook(bytes) : new XSSFWorkbook(bytes);
  }

  private Grid grid(Sheet sheet) throws IOException {
    List<GridCell> cells = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        putCell(cells, cell);
      }
      if (cells.size() > maxCells) {
        throw new IOException(
            "sheet " + sheet.getSheetName() + " has more than " + maxCells + " cells");
      }
    }
    List<Grid.Merge> merges = new ArrayList<>();
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      merges.add(
          new Grid.Merge(
              range.getFirstRow(),
              range.getLastRow(),
              range.getFirstColumn(),
              range.getLastColumn()));
    }
    return new Grid(sheet.getSheetName(), cells, merges);
  }

  private void putCell(List<GridCell> cells, Cell cell) throws IOException {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    switch (type) {
      case NUMERIC -> cells.add(numeric(cell, formula));
      case STRING -> {
        String text = cell.getRichStringCellValue().getString();
        requireWhole(cell, text);
        if (!LabelText.compact(text).isEmpty()) {
          cells.add(new GridCell(row, column, text.strip(), null, formula, null));
        }
      }
      case BOOLEAN -> {
        String text = cell.getBooleanCellValue() ? "TRUE" : "FALSE";
        cells.add(new GridCell(row, column, text, null, formula, "a truth value"));
      }
      case ERROR -> {
        String text = FormulaError.forInt(cell.getErrorCellValue()).getString();
        cells.add(new GridCell(row, column, text, null, formula, "an error value"));
      }
      default -> {
        // A blank cell carries formatting only.
      }
    }
  }

  /** The library reads a text as empty when the part that holds the texts is damaged. */
  private static void requireWhole(Cell cell, String text) throws IOException {
    boolean shared = text.isEmpty() && cell instanceof XSSFCell;
    String index = shared ? ((XSSFCell) cell).getRawValue() : null;
    if (index != null && SHARED_TEXT.matcher(index).matches()) {
      SharedStrings texts = ((XSSFWorkbook) cell.getSheet().getWorkbook()).getSharedStringSource();
      if (Long.parseLong(index) >= texts.getUniqueCount()) {
        throw new IOException("the text of cell " + cell.getAddress() + " is not in the workbook");
      }
    }
  }

  private GridCell numeric(Cell cell, boolean formula) {
    double number = cell.getNumericCellValue();
    String text = shown(cell, number);
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    if (!Double.isFinite(number)) {
      return new GridCell(row, column, text, null, formula, "not a finite number");
    }
    boolean date = DateUtil.isCellDateFormatted(cell);
    return date
        ? new GridCell(row, column, text, null, formula, "a date")
        : new GridCell(row, column, text, number, formula, null);
  }

  /** The text on the screen; the bare number where the cell's format shows nothing. */
  private String shown(Cell cell, double number) {
    short formatIndex = cell.getCellStyle().getDataFormat();
    String format = cell.getCellStyle().getDataFormatString();
    String text =
        format == null
            ? Double.toString(number)
            : formatter.formatRawCellContents(number, formatIndex, format).strip();
    return text.isEmpty() ? Double.toString(number) : text;
  }
}
