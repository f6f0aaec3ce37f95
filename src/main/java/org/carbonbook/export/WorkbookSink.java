package org.carbonbook.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A workbook with a sheet for each table, the dictionary the last one. Rows are streamed; a table
 * with more rows than a sheet can have continues in further sheets.
 */
final class WorkbookSink implements FileSink {

  /** How many rows a sheet may have, its header among them. */
  private static final int MOST_ROWS = 1_048_576;

  /** How many characters a cell may have. */
  static final int MOST_CHARACTERS = 32_767;

  /** Integers beyond it lose digits as a number of a spreadsheet. */
  private static final long EXACT = 1L << 53;

  private static final int EXACT_DIGITS = 15;
  private static final int NAME_LENGTH = 31;
  private static final int WINDOW = 100;
  private static final int CHARACTER = 256;
  private static final int WIDEST = 40;
  private static final Pattern RISKY = Pattern.compile("^[=+\\-@]");

  private final PartialTarget partial;
  private final ExportListener listener;
  private final int mostRows;
  private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private long cut;

  WorkbookSink(PartialTarget partial, ExportListener listener) throws IOException {
    this(partial, listener, MOST_ROWS);
  }

  WorkbookSink(PartialTarget partial, ExportListener listener, int mostRows) throws IOException {
    this.partial = partial;
    this.listener = listener;
    this.mostRows = mostRows;
    // Rows on their way lie beside the target: a disk that is full is the target's.
    Path temporary = Files.createDirectories(partial.folder().resolve("rows"));
    TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
    book.setCompressTempFiles(true);
    book.getXSSFWorkbook().getProperties().getCoreProperties().setCreator(ExportMark.CREATOR);
    style("date", "yyyy-mm-dd");
    style("time", "yyyy-mm-dd hh:mm:ss");
    Font bold = book.createFont();
    bold.setBold(true);
    CellStyle header = book.createCellStyle();
    header.setFont(bold);
    styles.put("header", header);
    CellStyle quoted = book.createCellStyle();
    quoted.setQuotePrefixed(true);
    styles.put("quoted", quoted);
  }

  @Override
  public Optional<Long> findRows(ExportTable table) {
    return Optional.empty();
  }

  @Override
  public long write(ExportTable table) {
    StructType schema = table.schema();
    Sheet sheet = sheet(table.shortName(), schema);
    long rows = 0;
    int at = 1;
    Iterator<Row> each = table.rows();
    while (each.hasNext()) {
      if (at == mostRows) {
        sheet = sheet(table.shortName(), schema);
        at = 1;
      }
      Row values = each.next();
      var row = sheet.createRow(at++);
      for (int i = 0; i < values.size(); i++) {
        if (!values.isNullAt(i)) {
          put(row.createCell(i), values.get(i));
        }
      }
      rows++;
    }
    return rows;
  }

  @Override
  public void becomeTarget() throws IOException {
    Path file = partial.folder().resolve("workbook.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    } catch (OpenXML4JRuntimeException e) {
      // The library hides why its temporary file cannot be written.
      throw new IOException("No space left on device, as it seems: " + e.getMessage(), e);
    }
    if (cut > 0) {
      listener.remark(
          "%,d texts are longer than the %,d characters of a cell and were cut; csv, parquet and duckdb have them whole"
              .formatted(cut, MOST_CHARACTERS));
    }
    partial.finish("workbook.xlsx", 0);
    partial.becomeTarget("workbook.xlsx");
  }

  @Override
  public void close() throws IOException {
    book.close();
  }

  private void style(String name, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    styles.put(name, style);
  }

  private Sheet sheet(String table, StructType schema) {
    Sheet sheet = book.createSheet(name(table));
    sheet.createFreezePane(0, 1);
    var header = sheet.createRow(0);
    for (int i = 0; i < schema.size(); i++) {
      Cell cell = header.createCell(i);
      cell.setCellValue(schema.fields()[i].name());
      cell.setCellStyle(styles.get("header"));
      int width = Math.min(WIDEST, schema.fields()[i].name().length() + 2);
      sheet.setColumnWidth(i, width * CHARACTER);
    }
    return sheet;
  }

  /** A name of a sheet that no other has; case does not count there. */
  private String name(String table) {
    String whole = WorkbookUtil.createSafeSheetName(table);
    for (int i = 1; ; i++) {
      String suffix = i == 1 ? "" : "_" + i;
      int length = Math.min(whole.length(), NAME_LENGTH - suffix.length());
      String name = whole.substring(0, length) + suffix;
      if (names.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private void put(Cell cell, Object value) {
    if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else if (value instanceof Number number && isExact(number)) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof java.sql.Date date) {
      cell.setCellValue(date.toLocalDate());
      cell.setCellStyle(styles.get("date"));
    } else if (value instanceof java.sql.Timestamp time) {
      cell.setCellValue(
          java.time.LocalDateTime.ofInstant(time.toInstant(), java.time.ZoneOffset.UTC));
      cell.setCellStyle(styles.get("time"));
    } else {
      putText(cell, ValueText.text(value));
    }
  }

  private void putText(Cell cell, String text) {
    if (text.length() > MOST_CHARACTERS) {
      cut++;
      cell.setCellValue(text.substring(0, MOST_CHARACTERS - 1) + "…");
    } else {
      cell.setCellValue(text);
    }
    if (RISKY.matcher(text).find()) {
      // The cell stays a text when a user edits it.
      cell.setCellStyle(styles.get("quoted"));
    }
  }

  private static boolean isExact(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return Double.isFinite(number.doubleValue());
    }
    if (number instanceof java.math.BigDecimal decimal) {
      return decimal.stripTrailingZeros().precision() <= EXACT_DIGITS;
    }
    return Math.abs(number.longValue()) <= EXACT;
  }
}
