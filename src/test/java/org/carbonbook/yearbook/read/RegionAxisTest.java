package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with a region in each row. The figures are made up. */
class RegionAxisTest {

  private static final YearbookReader READER = Workbooks.reader();

  private static Workbooks regions(String title, String unit) {
    return Workbooks.table(
        new Object[][] {
          {title},
          {null, null, "单位：" + unit},
          {"地区", 2012.0, 2013.0},
          {"全国", 1000.0, 1100.0},
          {"北 京", 90.0, 95.0},
          {"湖北省", 150.0, 160.0},
          {"合计", 240.0, 255.0},
          {"注：合计不含港澳台。"},
        });
  }

  private static TableReading read(Workbooks book) {
    return Readings.onlyTable(READER.read("a.xlsx", book.xlsx(), ReadingHints.NONE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "9-14 分地区电力消费量, 亿千瓦时, electricity_consumption, 150e8",
    "5-15 分地区能源消费总量, 万吨标准煤, energy_consumption, 150e4",
    "2-6 分地区年末人口数, 万人, population, 150e4",
    "3-9 分地区生产总值, 亿元, gdp, 150e8",
  })
  void eachRowIsOfItsRegion(String title, String unit, String indicator, double hubei) {
    TableReading table = read(regions(title, unit));
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    CellReading cell = Readings.cell(table, "B6");
    assertThat(cell.regionCode()).isEqualTo("420000");
    assertThat(cell.year()).isEqualTo(2012);
    assertThat(cell.indicator()).isEqualTo(indicator);
    assertThat(cell.canonicalValue()).isEqualTo(hubei);
    assertThat(Readings.cell(table, "B4").regionCode()).isEqualTo("100000");
    assertThat(Readings.cell(table, "C5").regionCode()).isEqualTo("110000");
    assertThat(Readings.cell(table, "B7").value()).isNull();
    Readings.assertAccount(table);
  }

  @Test
  void aRowThatIsNoRegionFailsTheTable() {
    TableReading table = read(regions("9-14 分地区电力消费量", "亿千瓦时").put("A6", "胡北"));
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(table.notices())
        .filteredOn(notice -> notice.code().equals("UNMAPPED_LABEL"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.place()).endsWith("!A6");
              assertThat(notice.message()).contains("湖北");
            });
  }

  @Test
  void aRegionThatIsPrintedTwiceFailsTheTable() {
    TableReading table = read(regions("2-6 分地区年末人口数", "万人").put("A5", "湖北"));
    assertThat(Readings.codes(table.notices())).contains("DUPLICATE_LABEL");
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void anIndexIsNotTheProductItself() {
    TableReading table = read(regions("3-10 分地区生产总值指数", "亿元"));
    assertThat(Readings.codes(table.notices())).contains("UNKNOWN_LAYOUT");
  }
}
