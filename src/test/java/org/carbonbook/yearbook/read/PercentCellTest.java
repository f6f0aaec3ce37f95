package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.only;
import static org.carbonbook.yearbook.read.Readings.onlyTable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A spreadsheet shows 52.3% for a stored 0.523: what counts is what a reader sees. */
class PercentCellTest {

  private static final YearbookReader READER = Workbooks.reader();

  private static byte[] table(String indicator, String unit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("city");
      String[] heading = {"region", "year", "indicator", "value", "unit"};
      Row first = sheet.createRow(0);
      Row row = sheet.createRow(1);
      String[] values = {"咸宁", "2009", indicator, "", unit};
      for (int i = 0; i < heading.length; i++) {
        first.createCell(i).setCellValue(heading[i]);
        row.createCell(i).setCellValue(values[i]);
      }
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
      Cell value = row.createCell(3);
      value.setCellValue(0.523);
      value.setCellStyle(style);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void aShareIsReadAsPrinted() throws IOException {
    FileReading reading = READER.read("c.xlsx", table("forest_cover", "%"), ReadingHints.NONE);
    CellReading cover = cell(onlyTable(reading), "D2");
    assertThat(cover.text()).isEqualTo("52.3%");
    assertThat(cover.value()).isEqualTo(52.3);
    assertThat(cover.canonicalValue()).isEqualTo(0.523);
    only(reading, TableNotice.READ_AS_NUMBER);
  }

  @Test
  void aPercentageOfNothingIsBad() throws IOException {
    FileReading reading = READER.read("c.xlsx", table("population", "万人"), ReadingHints.NONE);
    only(reading, TableNotice.BAD_NUMBER);
  }
}
