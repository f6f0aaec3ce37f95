package org.carbonbook.yearbook.grid;

import static org.apache.poi.ss.usermodel.SheetVisibility.VISIBLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final String NO_RESULT = "a formula without a stored result";
  private static final Pattern SHARED_TEXT = Pattern.compile("\\d{1,9}");

  private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
  private final int maxCells;
  private UncomputedFormulas uncomputed;

  WorkbookGridReader(int maxCells) {
    this.maxCells = maxCells;
  }

  /**
   * Reads all sheets.
   *
   * @throws IOException when the bytes are not a complete workbook or a sheet has too many cells;
   *     the library also throws runtime exceptions of many kinds on damaged files
   */
  List<Grid> read(byte[] content, FileKind kind) throws IOException {
    uncomputed = kind == FileKind.XLS ? UncomputedFormulas.of(content) : null;
    try (Workbook workbook = open(content, kind)) {
      List<Grid> grids = new ArrayList<>();
      for (Sheet sheet : workbook) {
        boolean hidden = workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != VISIBLE;
        grids.add(grid(sheet, hidden));
      }
      return grids;
    }
  }

  private static Workbook open(byte[] content, FileKind kind) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(content);
    return kind == FileKind.XLS ? new HSSFWorkbook(bytes) : new XSSFWorkbook(bytes);
  }

  private Grid grid(Sheet sheet, boolean hiddenSheet) throws IOException {
    List<GridCell> cells = new ArrayList<>();
    Set<GridCell> hidden = new HashSet<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        int before = cells.size();
        putCell(cells, cell);
        boolean isHidden = hiddenSheet || isHidden(row) || isHidden(sheet, cell.getColumnIndex());
        if (isHidden && cells.size() > before) {
          hidden.add(cells.get(before));
        }
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
    return new Grid(sheet.getSheetName(), cells, merges).hiding(hidden);
  }

  /** A row without height is hidden, whether or not it is marked so. */
  private static boolean isHidden(Row row) {
    return row.getZeroHeight() || row.getHeight() == 0;
  }

  private static boolean isHidden(Sheet sheet, int column) {
    return sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0;
  }

  private void putCell(List<GridCell> cells, Cell cell) throws IOException {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    switch (type) {
      case NUMERIC ->
          cells.add(
              formula && isWithoutResult(cell)
                  ? new GridCell(row, column, "=" + cell.getCellFormula(), null, true, NO_RESULT)
                  : numeric(cell, formula));
      case STRING -> {
        RaisedText text = RaisedText.of(cell);
        requireWhole(cell, text.whole());
        if (!LabelText.compact(text.whole()).isEmpty()) {
          cells.add(
              new GridCell(
                  row, column, text.base().strip(), null, formula, text.fault(), text.mark()));
        } else if (formula && isWithoutResult(cell)) {
          cells.add(new GridCell(row, column, "=" + cell.getCellFormula(), null, true, NO_RESULT));
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

  /**
   * Programs can write a formula without computing it: the result is missing, or it is a zero in a
   * workbook or a cell that asks to be computed when it is opened.
   */
  private boolean isWithoutResult(Cell cell) {
    if (cell instanceof XSSFCell stored) {
      String raw = stored.getRawValue();
      boolean asks = stored.getSheet().getWorkbook().getForceFormulaRecalculation();
      return raw == null || raw.isBlank() || (asks && raw.matches("0(?:\\.0*)?"));
    }
    int sheet = cell.getSheet().getWorkbook().getSheetIndex(cell.getSheet());
    return uncomputed != null
        && uncomputed.contains(sheet, cell.getRowIndex(), cell.getColumnIndex());
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
    if (DateUtil.isCellDateFormatted(cell)) {
      return new GridCell(row, column, text, null, formula, "a date");
    }
    return switch (ShownNumber.compare(text, number)) {
      case SAME -> new GridCell(row, column, text, number, formula, null);
      case A_SIGN -> new GridCell(row, column, text, null, formula, null);
      case NOTHING ->
          new GridCell(
              row, column, Double.toString(number), null, formula, "its format shows nothing");
      case ANOTHER_NUMBER ->
          new GridCell(
              row,
              column,
              text,
              null,
              formula,
              "it stores %s and shows %s".formatted(number, text));
    };
  }

  /** The text on the screen. */
  private String shown(Cell cell, double number) {
    short formatIndex = cell.getCellStyle().getDataFormat();
    String format = cell.getCellStyle().getDataFormatString();
    if (format == null) {
      return Double.toString(number);
    }
    String text = formatter.formatRawCellContents(number, formatIndex, format).strip();
    return switch (FormatSection.of(format, number)) {
      case WITHOUT_SIGN -> text.replaceFirst("^-", "");
      case EMPTY -> "";
      case USUAL -> text;
    };
  }
}
