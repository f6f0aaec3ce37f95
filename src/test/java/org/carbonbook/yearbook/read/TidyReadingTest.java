package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.assertAccount;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.only;
import static org.carbonbook.yearbook.read.Readings.onlyTable;

import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyReadingTest {

  private static final YearbookReader READER = Workbooks.reader();
  private static final String HEADING = "地区,年份,指标,行业,品种,数值,单位,口径,说明\n";

  private static FileReading read(String rows) {
    return READER.read("city.csv", Workbooks.utf8(HEADING + rows), ReadingHints.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "咸宁,2010,地区生产总值,,,520.33,亿元,当年价格,;gdp;5.2033E10;yuan;current",
        "421200,2010年,gdp,,,400,亿元,constant_2000,;gdp;4.0E10;yuan;constant_2000",
        "咸宁市,2010,增加值,第二产业,,237.8,亿元,现价,;value_added;2.378E10;yuan;current",
        "咸宁,2009,总产值,高耗能行业,,792644,万元,当年价,;gross_output;7.92644E9;yuan;current",
        "咸宁,2010,人口,,常住,246.26,万人,,;population;2462600;person;''",
        "咸宁,2010,面积,,,9861,平方公里,,;area;9.861E9;m2;''",
        "咸宁,2009,森林覆盖率,,,52.3,%,,;forest_cover;0.523;1;''",
        "咸宁,2009,森林覆盖率,,,52.3%,%,,;forest_cover;0.523;1;''",
        "咸宁,2009,蓄积量,,疏林,45516,立方米,,;growing_stock;45516;m3;''",
        "咸宁,2009,固碳量,,森林,10668627,吨,tCO2,;carbon_sink;10668627;tCO2;tCO2",
        "咸宁,2009,固碳量,,农田,647.3832,万吨碳,,;carbon_sink;6473832;tC;tC",
        "咸宁,2010,gdp_index,,,115.2,上年=100,,;gdp_index;115.2;prev_year=100;prev_year=100",
        "咸宁,2010,能源消费量,,,280,万吨标准煤,等价值,;energy_consumption;2800000;tce;coal_equivalent"
      })
  void oneFigurePerRow(String row, String indicator, double canonical, String unit, String basis) {
    TableReading table = onlyTable(read(row + "\n"));
    assertThat(table.notices()).isEmpty();
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    CellReading figure = cell(table, "F2");
    assertThat(figure.regionCode()).isEqualTo("421200");
    assertThat(figure.indicator()).isEqualTo(indicator);
    assertThat(figure.canonicalValue()).isEqualTo(canonical);
    assertThat(figure.canonicalUnit()).isEqualTo(unit);
    assertThat(figure.basis()).isEqualTo(basis);
    assertAccount(table);
  }

  @Test
  void aSinkWithoutSubstanceIsRefused() {
    FileReading reading = read("咸宁,2009,固碳量,,森林,10668627,吨,,\n");
    assertThat(reading.listNotices()).extracting(n -> n.code()).contains("WRONG_DIMENSION");
    assertThat(reading.listNotices())
        .anyMatch(n -> n.code().equals("MISSING_BASIS") && n.message().contains("tC, tCO2"));
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void moneyWithoutPriceBasisIsRefused() {
    FileReading reading = read("咸宁,2010,GDP,,,520.33,亿元,,\n");
    assertThat(only(reading, TableNotice.MISSING_BASIS).message()).contains("current");
  }

  @Test
  void aBasisOfAnotherKindIsRefused() {
    only(read("咸宁,2010,GDP,,,520.33,亿元,tCO2,\n"), TableNotice.UNKNOWN_BASIS);
  }

  @Test
  void aUnitOfAnotherDimensionIsRefused() {
    only(read("咸宁,2010,人口,,,246,万吨,,\n"), TableNotice.WRONG_DIMENSION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "武穴,2010,人口,,,1,万人,,;UNDERIVABLE_REGION",
        "咸宁,今年,人口,,,1,万人,,;UNDERIVABLE_YEAR",
        "咸宁,2010,人口,,,1,,,;MISSING_UNIT",
        "咸宁,2010,人口,,,1,万户,,;UNKNOWN_UNIT",
        "咸宁,2010,人囗,,,1,万人,,;UNMAPPED_LABEL",
        "咸宁,2010,人口,天上,,1,万人,,;UNMAPPED_LABEL",
        "咸宁,2010,人口,,,（1）,万人,,;BAD_NUMBER"
      })
  void whatIsWrongIsToldAtItsCell(String row, String code) {
    FileReading reading = read(row + "\n");
    assertThat(only(reading, TableNotice.valueOf(code)).place()).startsWith("city.csv!city!");
  }

  @Test
  void aFigureThatIsTwiceIsTold() {
    FileReading reading = read("咸宁,2010,人口,,,1,万人,,\n421200,2010年,population,,,2,万人,,\n");
    assertThat(only(reading, TableNotice.DUPLICATE_LABEL).message()).contains("F2");
  }

  @Test
  void notesSignsBlanksAndUnreadColumns() {
    String text =
        """
        # 咸宁市, 由统计公报整理
        region,year,indicator,value,unit,页码
        421200,2010,population,…,万人,12
        421200,2011,population,,万人,12
        """;
    TableReading table = onlyTable(READER.read("c.csv", Workbooks.utf8(text), ReadingHints.NONE));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "A1").cellClass()).isEqualTo(CellClass.NOTE);
    assertThat(cell(table, "D3").cellClass()).isEqualTo(CellClass.NOTATION);
    assertThat(cell(table, "F3").cellClass()).isEqualTo(CellClass.IGNORED);
    assertThat(table.counts().get(CellClass.BLANK)).isEqualTo(1);
    assertThat(table.notices()).extracting(n -> n.code()).contains("IGNORED_COLUMN");
    assertAccount(table);
  }

  @Test
  void aWorkbookReadsLikeText() {
    byte[] book =
        Workbooks.table(
                new Object[] {"region", "year", "indicator", "value", "unit"},
                new Object[] {"咸宁", 2010, "population", 246.26, "万人"})
            .xlsx();
    TableReading table = onlyTable(READER.read("c.xlsx", book, ReadingHints.NONE));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "D2").canonicalValue()).isEqualTo(2462600.0);
    assertThat(cell(table, "D2").year()).isEqualTo(2010);
  }
}
