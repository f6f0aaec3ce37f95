package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet shows counts: where it stores something else, the cell is refused. */
class PrintAndStoreTest {

  private static final YearbookReader READER = Workbooks.reader();

  @ParameterizedTest(name = "{0} stored as {1}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "0.00;12.345;DATA",
        "#,##0.0;12345.67;DATA",
        "0.00_);12.5;DATA",
        "0.00E+00;1234567;DATA",
        "General;7.199999999999999;DATA",
        "#,##0,;12345;BAD",
        "`0.00;0.00`;-5;BAD",
        "`[<0.05]\"…\";0.00`;0.03;NOTATION",
        "`0.00;-0.00;\"—\"`;0;NOTATION",
        "`;;;`;5;BAD",
        "`[>0.005]0.00;[=0]\\-;\\^`;0.001;BAD",
      })
  void aFormatThatShowsAnotherNumberIsRefused(String format, double stored, CellClass expected)
      throws IOException {
    TableReading table =
        read(
            new XSSFWorkbook(),
            (workbook, cell) -> {
              CellStyle style = workbook.createCellStyle();
              style.setDataFormat(workbook.createDataFormat().getFormat(format));
              cell.setCellStyle(style);
              cell.setCellValue(stored);
            });
    CellReading cell = Readings.cell(table, "B4");
    assertThat(cell.cellClass()).as("%s shows '%s'", format, cell.text()).isEqualTo(expected);
    if (expected == CellClass.DATA) {
      assertThat(cell.value()).isEqualTo(stored == 7.199999999999999 ? 7.2 : stored);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx"})
  void aRaisedDigitIsAFootnoteMark(String kind) throws IOException {
    TableReading table =
        read(
            kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook(),
            (workbook, cell) -> {
              Font raised = workbook.createFont();
              raised.setTypeOffset(Font.SS_SUPER);
              RichTextString text = workbook.getCreationHelper().createRichTextString("2761");
              text.applyFont(3, 4, raised);
              cell.setCellValue(text);
            });
    CellReading cell = Readings.cell(table, "B4");
    assertThat(cell.value()).isEqualTo(276);
    assertThat(cell.note()).isEqualTo("footnote mark 1");
  }

  @Test
  void aFigureMergedOverTwoRowsFailsTheTable() throws IOException {
    TableReading table =
        read(
            new XSSFWorkbook(),
            (workbook, cell) -> {
              cell.setCellValue(10);
              cell.getSheet().addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            });
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(Readings.codes(table.notices())).contains("MERGED_FIGURE");
  }

  @Test
  void hiddenRowsAndColumnsAreCountedAndNotRead() throws IOException {
    TableReading table =
        read(
            new XSSFWorkbook(),
            (workbook, cell) -> {
              cell.setCellValue(100);
              cell.getSheet().getRow(4).setZeroHeight(true);
              cell.getSheet().setColumnHidden(2, true);
            });
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    assertThat(table.cells()).noneMatch(c -> c.row() == 5 || c.column() == 3);
    assertThat(Readings.codes(table.notices())).contains("HIDDEN_PARTS");
  }

  @ParameterizedTest
  @CsvSource({"A2, 单位：万吨标准煤, UNITS_CONTRADICT", "C3, 2060, YEAR_TOO_LATE"})
  void contradictionsFailTheTable(String place, String text, String code) throws IOException {
    TableReading table =
        read(
            new XSSFWorkbook(),
            (workbook, cell) -> {
              cell.setCellValue(100);
              Sheet sheet = cell.getSheet();
              if (place.equals("A2")) {
                sheet.getRow(1).createCell(2).setCellValue("单位：吨标准煤");
              } else {
                sheet.getRow(2).getCell(2).setCellValue(Integer.parseInt(text));
              }
            });
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(Readings.codes(table.notices())).contains(code);
  }

  /** Table 5-4 with six rows, whose cell B4 the test sets. */
  private static TableReading read(Workbook workbook, BiConsumer<Workbook, Cell> set)
      throws IOException {
    try (workbook;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("Sheet1");
      sheet.createRow(0).createCell(0).setCellValue("5-4  分行业能源消费总量");
      sheet.createRow(1).createCell(0).setCellValue("单位：万吨标准煤");
      Row heading = sheet.createRow(2);
      heading.createCell(0).setCellValue("行业");
      heading.createCell(1).setCellValue(2005);
      heading.createCell(2).setCellValue(2006);
      String[] labels = {"消费总量", "农、林、牧、渔业", "工业", "制造业", "建筑业", "生活消费"};
      for (int i = 0; i < labels.length; i++) {
        Row row = sheet.createRow(3 + i);
        row.createCell(0).setCellValue(labels[i]);
        if (i > 1) {
          row.createCell(1).setCellValue(10 + i);
        }
        row.createCell(2).setCellValue(20 + i);
      }
      set.accept(workbook, sheet.getRow(3).createCell(1));
      workbook.write(out);
      return Readings.onlyTable(READER.read("t", out.toByteArray(), ReadingHints.NONE));
    }
  }
}
