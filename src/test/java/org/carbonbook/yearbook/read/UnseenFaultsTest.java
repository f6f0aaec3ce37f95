package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Further shapes of the faults that the cases have: each is read right or refused at its place. */
class UnseenFaultsTest {

  private static final YearbookReader READER = Workbooks.reader();

  private static Workbooks industry() {
    return Workbooks.table(
        new Object[][] {
          {"5-4 分行业能源消费总量"},
          {"单位：万吨标准煤"},
          {"行业", 2006.0, 2007.0},
          {"消费总量", 90.0, 99.0},
          {"制造业", 60.0, 66.0},
          {"建筑业", 10.0, 11.0},
          {"生活消费", 20.0, 22.0},
        });
  }

  private static FileReading read(Workbooks book, String region) {
    return READER.read("t.xlsx", book.xlsx(), new ReadingHints(region, null));
  }

  private static void assertRefused(FileReading reading, String code, String cell) {
    assertThat(reading.tables()).allMatch(t -> !t.status().equals(TableReading.ACCEPTED));
    assertThat(reading.listNotices())
        .filteredOn(n -> n.code().equals(code) && n.severity() == Severity.ERROR)
        .extracting(Notice::place)
        .as("%s", reading.listNotices())
        .anySatisfy(place -> assertThat(place).endsWith(cell.isEmpty() ? "" : "!" + cell));
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "A1, 5-4 分行业能源消费总量增速, TITLE_NOT_READ, A1",
    "A1, 5-4 分行业能源消费总量构成(%), TITLE_NOT_READ, A1",
    "A1, 5-4 分行业能源消费总量 Growth rate of energy, TITLE_NOT_READ, A1",
    "A1, 5-4 分行业能源消费总量（1-9月）, PART_OF_YEAR, A1",
    "A1, 5-4 分行业能源消费总量（2007年上半年）, PART_OF_YEAR, A1",
    "A2, 单位：万吨标准煤  2007年1—11月累计, PART_OF_YEAR, A2",
    "B2, 2007年第三季度, PART_OF_YEAR, B2",
    "C2, 单位：吨标准煤, UNITS_CONTRADICT, C2",
    "B3, 2006年1-6月, UNMAPPED_LABEL, B3",
    "A5, 制造业（规模以上）, UNMAPPED_LABEL, A5",
    "B8, 33, NUMBERS_NOT_PLACED, B8",
    "D5, 60, NUMBERS_NOT_PLACED, D5",
    "B2, 城市：武汉市, UNDERIVABLE_REGION, B2",
  })
  void aSheetThatSaysMoreThanTheLayoutReads(String at, String text, String code, String cell) {
    boolean number = text.matches("\\d+");
    Workbooks book = industry().put(at, number ? (Object) Double.valueOf(text) : text);
    if (at.equals("B8")) {
      book.put("C8", 44.0);
    }
    assertRefused(read(book, null), code, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5-4 分行业能源消费总量（2006-2007年）",
        "5-4 分行业能源消费总量 续表1",
        "5-4 分行业能源消费总量 Total Energy Consumption by Sector",
        "5-4 分行业能源消费总量（万吨标准煤）",
        "5-4 分行业能源消费总量（2007年1-12月）",
      })
  void aTitleThatRepeatsWhatIsKnownIsRead(String title) {
    FileReading reading = read(industry().put("A1", title), null);
    assertThat(reading.tables().get(0).status())
        .as("%s", reading.listNotices())
        .isEqualTo(TableReading.ACCEPTED);
  }

  @Test
  void anUnknownSheetIsNamedByWhatItSays() {
    Workbooks book = Workbooks.table(new Object[][] {{"某地车船税收入"}, {"甲", 1.0}});
    String message = Readings.only(read(book, null), TableNotice.UNKNOWN_LAYOUT).message();
    assertThat(message).contains("'某地车船税收入' at A1").doesNotContain("(?:");
  }

  @Test
  void theBasisInTheTitleIsThatOfTheFigures() {
    FileReading reading = read(industry().put("A1", "5-4 分行业能源消费总量（电热当量计算法）"), null);
    assertThat(Readings.cell(reading.tables().get(0), "B5").basis()).isEqualTo("calorific");
    assertRefused(read(industry().put("A1", "5-4 分行业能源消费总量（工业）"), null), "TITLE_NOT_READ", "A1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"60\u3000660", "60\u00a0660", "60\t660", "60/66", "60-66", "60；66", "60②"})
  void oneCellIsOneNumber(String text) {
    FileReading reading = read(industry().put("B5", text), null);
    assertThat(Readings.only(reading, TableNotice.BAD_NUMBER).place()).endsWith("!B5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"†制造业", "△制造业", "①制造业", "** 制造业", "#制造业", "其中：制造业"})
  void aMarkBeforeALabelIsNoNote(String label) {
    FileReading reading = read(industry().put("A5", label), null);
    assertThat(reading.tables().get(0).counts().get(org.carbonbook.yearbook.layout.CellClass.DATA))
        .as("%s", reading.listNotices())
        .isEqualTo(8);
  }

  @ParameterizedTest(name = "{0} stored as {1}")
  @CsvSource(
      delimiter = '|',
      value = {"0.00;[Red]0.00|-60", "#,##0_);#,##0|-60", "0\\.0|60", "[$¥]0|60", "0.0E+00|61234"})
  void aFormatNeverChangesAFigureInSilence(String format, double stored) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(industry().xlsx()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      var cell = workbook.getSheetAt(0).getRow(4).getCell(1);
      cell.setCellStyle(style);
      cell.setCellValue(stored);
      workbook.write(out);
      FileReading reading = READER.read("t.xlsx", out.toByteArray(), ReadingHints.NONE);
      CellReading read = Readings.cell(reading.tables().get(0), "B5");
      boolean told = Readings.codes(reading.listNotices()).contains("BAD_NUMBER");
      assertThat(told || read.value() == stored).as("%s", read).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"城市：武汉市, 420000", "地区名称：某县, 420000", "省份：湖南省, 420000"})
  void aLineThatNamesAnotherRegionThanTheSidecar(String line, String region) {
    byte[] export = Workbooks.utf8(line + "\n指标,2006年,2007年\n能源消费总量,1,2\n国内生产总值,3,4\n");
    FileReading reading = READER.read("a.csv", export, new ReadingHints(region, null));
    assertThat(reading.tables()).allMatch(t -> !t.status().equals(TableReading.ACCEPTED));
    assertThat(reading.listNotices()).anyMatch(n -> n.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"月份", "季度", "Month"})
  void aTidyTableThatPartsTheYearIsRefused(String heading) {
    String table = "region,year,indicator,value,unit,%s\n湖北,2007,人口,5699,万人,6\n".formatted(heading);
    FileReading reading = READER.read("t.csv", Workbooks.utf8(table), ReadingHints.NONE);
    assertRefused(reading, "PART_OF_YEAR", "F1");
  }
}
