package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.assertAccount;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.only;
import static org.carbonbook.yearbook.read.Readings.onlyTable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesReadingTest {

  private static final YearbookReader READER = Workbooks.reader();
  private static final String SERIES =
      """
      ,黑色金属冶炼及硣延加工业能源消费总量,能源消费总量,国内生产总值,森林覆盖率
      2006年,,286467.0,219438.5,18.21
      2007年,50186.53,311442.0,268019.35,18.21
      """;

  private static final ReadingHints CHINA = new ReadingHints("100000", null);

  private static FileReading read(String name, String text) {
    return READER.read(name, Workbooks.utf8(text), CHINA);
  }

  @Test
  void seriesHaveTheUnitsOfTheCrosswalk() {
    TableReading table = onlyTable(read("series.csv", SERIES));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    CellReading steel = cell(table, "B3");
    assertThat(steel.sector()).isEqualTo("ferrous_smelting");
    assertThat(steel.year()).isEqualTo(2007);
    assertThat(steel.canonicalValue()).isEqualTo(501865300.0);
    assertThat(steel.canonicalUnit()).isEqualTo("tce");
    assertThat(steel.basis()).isEqualTo("coal_equivalent");
    CellReading gdp = cell(table, "D3");
    assertThat(gdp.indicator()).isEqualTo("gdp");
    assertThat(gdp.canonicalUnit()).isEqualTo("yuan");
    assertThat(gdp.basis()).isEqualTo("current");
    assertThat(cell(table, "E3").canonicalValue()).isEqualTo(0.1821);
    assertThat(table.counts().get(CellClass.BLANK)).isEqualTo(1);
    assertAccount(table);
  }

  @Test
  void electricityAndSalesOfIndustriesAreReadAndTheSectionsAddUp() {
    String text =
        """
        ,工业电力消费总量,采掘业电力消费总量,制造业电力消费总量,电力、煤气及水生产和供应业电力消费总量,\
        黑色金属冶炼及压延加工业规模以上工业企业工业销售产值(现价)
        2006年,21267.74,1479.27,15387.4,4401.07,25121.41
        2007年,24290.81,1589.79,17832.78,%s,33405.39
        """;
    TableReading table = onlyTable(read("s.csv", text.formatted("4868.24")));
    assertThat(table.notices()).isEmpty();
    assertThat(cell(table, "B3").canonicalValue()).isEqualTo(2.429081e12);
    assertThat(cell(table, "B3").item()).isEqualTo("electricity");
    assertThat(cell(table, "F3").indicator()).isEqualTo("industrial_sales");
    assertThat(cell(table, "F3").basis()).isEqualTo("current");
    FileReading wrong = read("s.csv", text.formatted("4686.24"));
    assertThat(only(wrong, TableNotice.IDENTITY_BROKEN).message())
        .contains("industry does not hold in 1 of", "printed 24290.81");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void encodingsAreToldApart(String charset) {
    byte[] bytes = SERIES.getBytes(Charset.forName(charset));
    TableReading table = onlyTable(READER.read("s.csv", bytes, CHINA));
    assertThat(table.cells()).isEqualTo(onlyTable(read("s.csv", SERIES)).cells());
  }

  @Test
  void aByteOrderMarkDoesNotCount() {
    TableReading table = onlyTable(read("s.csv", "\uFEFF" + SERIES));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    byte[] gbk = SERIES.getBytes(Charset.forName("GBK"));
    assertThat(new String(gbk, StandardCharsets.UTF_8)).isNotEqualTo(SERIES);
  }

  @Test
  void aLabelCanMeanAnotherThingInOneTable() {
    String text = ",能源消费总量\n2006年,1\n2007年,280507.944\n";
    CellReading plain = cell(onlyTable(read("能源消费总量.csv", text)), "B3");
    CellReading scoped = cell(onlyTable(read("综合能源平衡表.csv", text)), "B3");
    assertThat(plain.indicator()).isEqualTo("energy_consumption");
    assertThat(scoped.indicator()).isEqualTo("overall_energy_balance");
  }

  @Test
  void anUnknownSeriesFailsTheTable() {
    FileReading reading = read("s.csv", ",能源消费总糧,国内生产总值\n2006年,1,2\n2007年,3,4\n");
    assertThat(only(reading, TableNotice.UNMAPPED_LABEL).remedy())
        .contains(
            "nbs-series.csv: 能源消费总糧,,,data,energy_consumption,consumption_total,energy_total,1e4 tce");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void yearsInColumnsWithUnitsInTheLabels() {
    String text =
        """
        数据库：年度数据
        时间：最近3年
        指标,2014年,2013年,2012年
        国内生产总值(亿元),635910.0,588018.8,534123.0
        森林面积(万公顷),20768.73,20768.73,19545.22
        注：国内生产总值按当年价格计算
        数据来源：国家统计局
        """;
    TableReading table = onlyTable(read("export.csv", text));
    assertThat(table.layout()).isEqualTo("nbs-series-wide");
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    CellReading gdp = cell(table, "C4");
    assertThat(gdp.year()).isEqualTo(2013);
    assertThat(gdp.unit()).isEqualTo("1e8 yuan");
    assertThat(cell(table, "A7").cellClass()).isEqualTo(CellClass.NOTE);
    assertAccount(table);
  }

  @Test
  void aSidecarNamesTheRegion() {
    FileReading reading =
        READER.read("s.csv", Workbooks.utf8(SERIES), new ReadingHints("湖北省", null));
    assertThat(onlyTable(reading).regionCode()).isEqualTo("420000");
  }

  @Test
  void aRowThatIsCutShortIsTold() {
    FileReading reading = read("s.csv", SERIES + "2008年,1.0,32");
    assertThat(only(reading, TableNotice.RAGGED_ROW).place()).isEqualTo("s.csv!s!A4");
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void aYearThatIsTwiceIsTold() {
    FileReading reading = read("s.csv", SERIES + "2007年,1,2,3,4\n");
    assertThat(only(reading, TableNotice.DUPLICATE_LABEL).message()).contains("year=2007");
  }
}
