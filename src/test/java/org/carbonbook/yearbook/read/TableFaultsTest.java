package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Further faults of printed tables: each is read right, or refused or reported at its cell. */
class TableFaultsTest {

  private static final YearbookReader READER = Workbooks.reader();
  private static final Object[][] INDUSTRY = {
    {"5-4 分行业能源消费总量"},
    {null, null, "单位：万吨标准煤"},
    {"行业", 2006.0, 2007.0},
    {"消费总量", 100.0, 110.0},
    {"制造业", 60.0, 66.0},
    {"建筑业", 10.0, 11.0},
    {"生活消费", 20.0, 22.0},
  };

  @TempDir private Path conf;

  private static Workbooks industry() {
    return Workbooks.table(INDUSTRY);
  }

  private static TableReading read(byte[] content, String file) {
    return Readings.onlyTable(READER.read(file, content, ReadingHints.NONE));
  }

  private static void assertRefused(TableReading table, String code, String cell) {
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.FAILED);
    assertThat(table.notices())
        .filteredOn(notice -> notice.severity() == Severity.ERROR)
        .as("%s", table.notices())
        .anySatisfy(
            notice -> {
              assertThat(notice.code()).isEqualTo(code);
              assertThat(notice.place()).endsWith(cell.isEmpty() ? "" : "!" + cell);
            });
  }

  private static byte[] changed(byte[] content, Consumer<XSSFWorkbook> change) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.accept(workbook);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void theTableItselfIsAccepted() {
    assertThat(read(industry().xlsx(), "a.xlsx").status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(read(industry().xls(), "a.xls").status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(read(Workbooks.utf8(industry().csv()), "a.csv").status())
        .isEqualTo(TableReading.ACCEPTED);
  }

  @Test
  void starredLabelsAreReadInEveryFormat() {
    Workbooks book = industry().put("A5", "★制造业").put("A6", "※ 建筑业").put("A7", "* 生活消费");
    assertThat(Readings.cell(read(book.xlsx(), "a.xlsx"), "B5").value()).isEqualTo(60.0);
    assertThat(Readings.cell(read(book.xls(), "a.xls"), "C6").value()).isEqualTo(11.0);
    assertThat(Readings.cell(read(Workbooks.utf8(book.csv()), "a.csv"), "C7").value())
        .isEqualTo(22.0);
  }

  @Test
  void aSecondTableThatBeginsFurtherRightIsNotStray() {
    Workbooks book =
        industry()
            .put("A9", "注：下表为分品种数据。")
            .put("B10", "项目")
            .put("C10", "煤炭")
            .put("B11", "某市")
            .put("C11", 5.0)
            .put("D11", 7.0);
    assertRefused(read(book.xlsx(), "a.xlsx"), "NUMBERS_NOT_PLACED", "C11");
  }

  @Test
  void aKnownLabelInAnotherColumnKeepsItsNumbersFromBeingStray() {
    Workbooks book = industry().put("E10", "建筑业").put("F10", 5.0);
    assertRefused(read(book.xlsx(), "a.xlsx"), "NUMBERS_NOT_PLACED", "F10");
  }

  @Test
  void theFirstRowOfASingleColumnNeedsItsLabel() {
    Workbooks book = industry().remove("A4");
    for (String cell : List.of("C3", "C4", "C5", "C6", "C7")) {
      book.remove(cell);
    }
    assertRefused(read(book.xlsx(), "a.xlsx"), "NUMBERS_NOT_PLACED", "B4");
  }

  @Test
  void aUnitInTheTitleMustBeThatOfTheTable() {
    Workbooks book = industry().put("A1", "5-4 分行业能源消费总量（吨标准煤）");
    assertRefused(read(book.xlsx(), "a.xlsx"), "UNITS_CONTRADICT", "A1");
  }

  @Test
  void aUnitInANoteMustBeThatOfTheTable() {
    Workbooks book = industry().put("A9", "注：本表计量单位为吨标准煤。");
    assertRefused(read(book.xlsx(), "a.xlsx"), "UNITS_CONTRADICT", "A9");
  }

  @Test
  void aUnitLineAboveABalanceMustBeOneOfItsUnits() {
    Workbooks book = Workbooks.balance().put("H2", "单位：千克");
    assertRefused(read(book.xlsx(), "6-17.xlsx"), "UNITS_CONTRADICT", "H2");
    Workbooks same = Workbooks.balance().put("H2", "单位：万吨");
    assertThat(read(same.xlsx(), "6-17.xlsx").status()).isEqualTo(TableReading.ACCEPTED);
  }

  @Test
  void theYearOfATitleIsNotLaterThanTheLatest() {
    Workbooks book = Workbooks.balance().put("A1", "6-17  湖北能源平衡表(实物量)-2067").remove("A2");
    assertRefused(read(book.xlsx(), "6-17.xlsx"), "YEAR_TOO_LATE", "A1");
  }

  @Test
  void labelsOfASecondColumnThatNobodyHeadedMustAgree() {
    Workbooks book = industry().put("D5", "建筑业").put("E5", 1.0);
    assertRefused(read(book.xlsx(), "a.xlsx"), "LABEL_COLUMNS_DISAGREE", "D5");
  }

  @Test
  void digitsOfWhichSomeAreRaisedOrLoweredAreNoNumber() throws IOException {
    for (short offset : new short[] {Font.SS_SUPER, Font.SS_SUB}) {
      byte[] content =
          changed(
              industry().xlsx(),
              workbook -> {
                Font raised = workbook.createFont();
                raised.setTypeOffset(offset);
                RichTextString text = workbook.getCreationHelper().createRichTextString("160");
                text.applyFont(0, 1, raised);
                workbook.getSheetAt(0).getRow(4).getCell(1).setCellValue(text);
              });
      assertBad(read(content, "a.xlsx"), "B5");
    }
  }

  @Test
  void aFormatThatWritesTenThousandBehindTheNumberShowsAnotherNumber() throws IOException {
    for (String format : List.of("0.00\"万\"", "0.0\"亿\"", "#,##0.0,", "0\"k\"")) {
      byte[] content =
          changed(
              industry().xlsx(),
              workbook -> {
                var style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
                workbook.getSheetAt(0).getRow(4).getCell(1).setCellStyle(style);
              });
      assertBad(read(content, "a.xlsx"), "B5");
    }
  }

  @Test
  void rowsAndColumnsWithoutExtentAreHidden() throws IOException {
    byte[] row = changed(industry().xlsx(), w -> w.getSheetAt(0).getRow(4).setHeight((short) 0));
    byte[] column = changed(industry().xlsx(), w -> w.getSheetAt(0).setColumnWidth(1, 0));
    for (byte[] content : List.of(row, column)) {
      FileReading reading = READER.read("a.xlsx", content, ReadingHints.NONE);
      assertThat(Readings.codes(reading.listNotices())).contains("HIDDEN_PARTS");
    }
  }

  @Test
  void formulasThatNothingComputedHaveNoResult() throws IOException {
    byte[] zero =
        changed(
            industry().xlsx(),
            workbook -> {
              Sheet sheet = workbook.getSheetAt(0);
              sheet.getRow(3).getCell(1).setCellFormula("B5+B6");
              sheet.getRow(3).getCell(1).setCellValue(0);
              workbook.setForceFormulaRecalculation(true);
            });
    assertBad(read(zero, "a.xlsx"), "B4");
    try (var workbook =
            new org.apache.poi.hssf.usermodel.HSSFWorkbook(
                new ByteArrayInputStream(industry().xls()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var cell = workbook.getSheetAt(0).getRow(3).getCell(1);
      cell.setBlank();
      cell.setCellFormula("B5+B6");
      workbook.write(out);
      assertBad(read(out.toByteArray(), "a.xls"), "B4");
    }
  }

  @Test
  void aFileOfAProvinceUnderTheFolderOfTheNationIsRefused() {
    byte[] export = Workbooks.utf8("数据库：分省年度数据\n地区：湖北省\n指标,2006年,2007年\n能源消费总量,1,2\n国内生产总值,3,4\n");
    FileReading reading = READER.read("a.csv", export, new ReadingHints("100000", null));
    assertThat(reading.tables()).allMatch(t -> !t.status().equals(TableReading.ACCEPTED));
    assertThat(Readings.codes(reading.listNotices())).contains("UNDERIVABLE_REGION");
  }

  @Test
  void aUnitThatTheCrosswalkGivesMustBeThatOfTheTable() throws IOException {
    TableReading table = readWith("总效率,,,,gni,,,1e8 yuan,,\n", industry().put("A6", "总效率"));
    assertRefused(table, "UNITS_CONTRADICT", "A6");
  }

  @Test
  void aLineWithoutCodesStopsItsTable() throws IOException {
    TableReading table = readWith("总效率,,,data,,,,,,\n", industry().put("A6", "总效率"));
    assertRefused(table, "LABEL_OF_BROKEN_LINE", "A6");
    TableReading other = readWith("总效率,,,data,,,,,,\n", industry());
    assertThat(other.status()).isEqualTo(TableReading.ACCEPTED);
  }

  private TableReading readWith(String line, Workbooks book) throws IOException {
    if (!Files.exists(conf.resolve("layouts"))) {
      BadInputTest.copy(Workbooks.CONF, conf);
      Files.writeString(
          conf.resolve("crosswalks/industry-rows.csv"),
          line,
          java.nio.file.StandardOpenOption.APPEND);
    }
    return Readings.onlyTable(
        YearbookReader.load(conf).read("a.xlsx", book.xlsx(), ReadingHints.NONE));
  }

  private static void assertBad(TableReading table, String cell) {
    assertThat(Readings.cell(table, cell).value()).as("%s", table.notices()).isNull();
    assertThat(table.notices())
        .filteredOn(notice -> notice.code().equals("BAD_NUMBER"))
        .extracting(Notice::place)
        .anySatisfy(place -> assertThat(place).endsWith("!" + cell));
  }
}
