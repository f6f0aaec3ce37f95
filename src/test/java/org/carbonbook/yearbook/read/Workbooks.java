package org.carbonbook.yearbook.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carbonbook.yearbook.grid.CellAddress;

/** Makes workbooks for tests, cell by cell. */
final class Workbooks {

  static final Path CONF = Path.of("conf");

  private final Map<String, Object> cells = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> otherSheets = new LinkedHashMap<>();

  private boolean merged;

  private Workbooks() {}

  /** A small provincial balance, with printings as in table 6-17 of the 2008 edition. */
  static Workbooks balance() {
    Workbooks book = new Workbooks();
    book.merged = true;
    book.put("A1", "6-17  湖北能源平衡表(实物量)-2007");
    book.put("A2", "ENERGY BALANCE OF HUBEI-2007 (PHYSICAL QUANTITY)");
    String[][] columns = {
      {"项        目", "", "", ""},
      {"Item", "", "", ""},
      {"煤合计", "(万吨)", "Coal Total", "(104 tn)"},
      {"原煤", "(万吨)", "Raw Coal", "(104 tn)"},
      {"洗精煤", "(万吨)", "Cleaned Coal", "(104 tn)"},
      {"焦炭", "(万吨)", "Coke", "(104 tn)"},
      {"汽油", "(万吨)", "Gasoline", "(104 tn)"},
      {"天然气", "(亿立方米)", "Natural Gas", "(108 cu.m)"},
      {"热力", "(百亿千焦)", "Heat", "(1010 kJ)"},
      {"电力", "(亿千瓦时)", "Electricity", "(108 kW•h)"}
    };
    for (int column = 0; column < columns.length; column++) {
      for (int line = 0; line < 4; line++) {
        if (!columns[column][line].isEmpty()) {
          book.put(CellAddress.of(3 + line, column), columns[column][line]);
        }
      }
    }
    book.row(9, "一.可供本地区消费的能源量", "Total Primary Energy Supply", 30.0, 20.0, 10.0);
    book.row(10, "四.终端消费量", "Total Final Consumption", 12.5, 12.5);
    book.row(11, "2.工业", "  Industry", 10.5, 10.5);
    book.row(12, "6.生活消费", "  Residential Consumption", 2.0, 2.0);
    book.put("J12", 728.28);
    return book;
  }

  /** A heading and rows of texts and numbers, from A1 on. */
  static Workbooks table(Object[]... rows) {
    Workbooks book = new Workbooks();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        if (rows[row][column] != null) {
          book.put(CellAddress.of(row, column), rows[row][column]);
        }
      }
    }
    return book;
  }

  private void row(int row, String zh, String en, double... figures) {
    put("A" + row, zh);
    put("B" + row, en);
    for (int i = 0; i < figures.length; i++) {
      put(CellAddress.of(row - 1, 2 + i), figures[i]);
    }
  }

  /** Sets a cell of the first sheet; a text that begins with = is a formula. */
  Workbooks put(String cell, Object value) {
    cells.put(cell, value);
    return this;
  }

  Workbooks remove(String cell) {
    cells.remove(cell);
    return this;
  }

  /** Sets a cell of another sheet. */
  Workbooks putOn(String sheet, String cell, Object value) {
    otherSheets.computeIfAbsent(sheet, name -> new LinkedHashMap<>()).put(cell, value);
    return this;
  }

  byte[] xls() {
    return bytes(new HSSFWorkbook());
  }

  byte[] xlsx() {
    return bytes(new XSSFWorkbook());
  }

  /** The first sheet as comma-separated text. */
  String csv() {
    StringBuilder text = new StringBuilder();
    int rows = cells.keySet().stream().mapToInt(c -> new CellReference(c).getRow()).max().orElse(0);
    for (int row = 0; row <= rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < 10; column++) {
        Object value = cells.get(CellAddress.of(row, column));
        line.append(column == 0 ? "" : ",").append(value == null ? "" : quoted(value));
      }
      text.append(line).append("\r\n");
    }
    return text.toString();
  }

  private static String quoted(Object value) {
    String text = value.toString();
    return text.contains(",") ? '"' + text + '"' : text;
  }

  private byte[] bytes(Workbook workbook) {
    try (workbook;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("Sheet1");
      cells.forEach((cell, value) -> set(sheet, cell, value));
      if (merged) {
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 255));
        sheet.addMergedRegion(new CellRangeAddress(3, 6, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(3, 6, 1, 1));
      }
      otherSheets.forEach(
          (name, values) -> {
            Sheet other = workbook.createSheet(name);
            values.forEach((cell, value) -> set(other, cell, value));
          });
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(Sheet sheet, String place, Object value) {
    CellReference reference = new CellReference(place);
    Row row = sheet.getRow(reference.getRow());
    row = row == null ? sheet.createRow(reference.getRow()) : row;
    Cell cell = row.createCell(reference.getCol());
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else if (value.toString().startsWith("=")) {
      cell.setCellFormula(value.toString().substring(1));
    } else {
      cell.setCellValue(value.toString());
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The reader by the project's own configuration. */
  static YearbookReader reader() {
    try {
      return YearbookReader.load(CONF);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
