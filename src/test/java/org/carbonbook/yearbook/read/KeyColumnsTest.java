package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonbook.notice.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with key columns beside years: country, product and flow, and a unit for each row. */
class KeyColumnsTest {

  private static final Path CASES = Path.of("src/test/resources/cases/yearbooks");
  private static final String LAYOUT =
      """
      name: kerosene-trade
      zh: 煤油进出口量
      en: Trade in kerosene
      kind: matrix
      source: made up
      recognise:
        row_labels: '(?:19|20)\\d{2}'
        corner: '年份'
      region: {from: [rows]}
      year: {from: [rows]}
      frame: {header_row: 1, label_column: 1, notes: '^注'}
      rows: {kind: year}
      columns: {kind: crosswalk, crosswalk: trade.csv, ignore: '增长率|数据来源', unit: '单位'}
      keys: [{heading: '国家|地区', kind: region, regions: {中国: '100000'}}]
      units: {where: column, decides: zh}
      defaults: {indicator: energy_balance, item: kerosene}
      blank: not published
      """;
  private static final String TRADE =
      """
      # title: flows
      # source: made up
      # units: none
      # valid: all years
      label,en,scope,use,indicator,sector,item,unit,basis,note
      进口,,,,,import,,,,
      出口,,,,,export,,,,
      """;
  private static final Object[][] TRADE_BY_YEAR = {
    {"年份", "进口", "出口", "国家", "单位"},
    {2006.0, 732.0, 584.0, "中国", "吨"},
    {2007.0, 800.0, 600.0, "中国", "万吨"},
  };

  @TempDir private Path conf;

  @BeforeEach
  void configure() throws IOException {
    BadInputTest.copy(Workbooks.CONF, conf);
    Files.writeString(conf.resolve("layouts/kerosene-trade.yaml"), LAYOUT);
    Files.writeString(conf.resolve("crosswalks/trade.csv"), TRADE);
  }

  private void change(String from, String to) throws IOException {
    Path layout = conf.resolve("layouts/kerosene-trade.yaml");
    String text = Files.readString(layout);
    assertThat(text).contains(from);
    Files.writeString(layout, text.replace(from, to));
  }

  private TableReading read(byte[] content) throws IOException {
    return Readings.onlyTable(YearbookReader.load(conf).read("t.xlsx", content, ReadingHints.NONE));
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(CASES.resolve(file));
  }

  private static void assertFails(TableReading table, String code, String cell) {
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(table.notices())
        .filteredOn(notice -> notice.code().equals(code))
        .extracting(Notice::place)
        .as("%s", table.notices())
        .anySatisfy(place -> assertThat(place).endsWith("!" + cell));
  }

  @Test
  void theUnitColumnSaysTheUnitOfEachRow() throws IOException {
    TableReading table = read(bytes("k01_unit_column_ignored.xlsx"));
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    CellReading cell = Readings.cell(table, "B2");
    assertThat(cell.canonicalValue()).isEqualTo(732.0);
    assertThat(cell.regionCode()).isEqualTo("100000");
    assertThat(cell.sector()).isEqualTo("import");
    assertThat(cell.year()).isEqualTo(2006);
    CellReading second = Readings.cell(read(Workbooks.table(TRADE_BY_YEAR).xlsx()), "C3");
    assertThat(second.canonicalValue()).isEqualTo(6_000_000.0);
  }

  @Test
  void yearsWithAThousandsFormatAreYears() throws IOException {
    TableReading table = read(bytes("c01_year_cells_with_thousands_format.xlsx"));
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    assertThat(Readings.cell(table, "B2").year()).isEqualTo(1997);
    assertThat(Readings.cell(table, "D3").year()).isEqualTo(1998);
  }

  @Test
  void aUnitColumnThatIsNotReadMustNotSayAnotherUnit() throws IOException {
    change("ignore: '增长率|数据来源', unit: '单位'", "ignore: '增长率|数据来源|单位'");
    change("units: {where: column", "units: {where: crosswalk");
    Files.writeString(
        conf.resolve("crosswalks/trade.csv"),
        TRADE.replace("import,,", "import,,1e4 t").replace("export,,", "export,,1e4 t"));
    assertFails(read(bytes("k01_unit_column_ignored.xlsx")), "UNITS_CONTRADICT", "G2");
  }

  @Test
  void theUnitOfARowMustBeThatOfItsColumn() throws IOException {
    Files.writeString(
        conf.resolve("crosswalks/trade.csv"), TRADE.replace("import,,", "import,,1e4 t"));
    assertFails(read(bytes("k01_unit_column_ignored.xlsx")), "UNITS_CONTRADICT", "B2");
  }

  @Test
  void severalKeysPartTheRows() throws IOException {
    change("keys: [", "keys: [{heading: '品种', kind: crosswalk, crosswalk: balance-columns.csv}, ");
    change(", item: kerosene", "");
    Object[][] rows = {
      {"年份", "品种", "国家", "进口", "出口", "单位"},
      {2006.0, "汽油", "中国", 732.0, 584.0, "吨"},
      {2006.0, "柴油", "中国", 12.0, 13.0, "吨"},
      {2006.0, "柴油", "湖北", 2.0, 3.0, "吨"},
    };
    TableReading table = read(Workbooks.table(rows).xlsx());
    assertThat(table.status()).as("%s", table.notices()).isEqualTo(TableReading.ACCEPTED);
    assertThat(Readings.cell(table, "D3").item()).isEqualTo("diesel_oil");
    assertThat(Readings.cell(table, "E4").regionCode()).isEqualTo("420000");
    Workbooks twice = Workbooks.table(rows).put("C4", "中国");
    assertFails(read(twice.xlsx()), "DUPLICATE_LABEL", "A4");
    Workbooks lacks = Workbooks.table(rows).remove("B3");
    assertFails(read(lacks.xlsx()), "LABEL_COLUMNS_DISAGREE", "B3");
    Workbooks unknown = Workbooks.table(rows).put("C3", "某国");
    assertFails(read(unknown.xlsx()), "UNMAPPED_LABEL", "C3");
  }

  @Test
  void aTableWithoutTheColumnOfAKeyFails() throws IOException {
    Workbooks book = Workbooks.table(TRADE_BY_YEAR).put("D1", "备注");
    TableReading table = read(book.xlsx());
    assertThat(table.status()).isEqualTo(TableReading.FAILED);
    assertThat(table.notices()).anyMatch(n -> n.message().contains("国家|地区"));
  }

  @Test
  void aLayoutWhoseRowsNameNoRegionIsRefused() throws IOException {
    change("keys: [{heading: '国家|地区', kind: region, regions: {中国: '100000'}}]\n", "");
    assertThatThrownBy(() -> YearbookReader.load(conf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kerosene-trade.yaml: region");
  }

  @Test
  void aKeyWithoutItsCrosswalkIsRefused() throws IOException {
    change("kind: region,", "kind: crosswalk,");
    assertThatThrownBy(() -> YearbookReader.load(conf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crosswalk: flows.csv");
  }

  @Test
  void declaredMarksAndBracketsAreRead() throws IOException {
    change("blank:", "marks: {'*': revised, '①': preliminary}\nbrackets: negative\nblank:");
    Workbooks book =
        Workbooks.table(TRADE_BY_YEAR).put("B2", "732*").put("C2", "(584.5)").put("B3", "800①");
    TableReading table = read(book.xlsx());
    assertThat(Readings.cell(table, "B2").value()).isEqualTo(732.0);
    assertThat(Readings.cell(table, "B2").note()).isEqualTo("revised");
    assertThat(Readings.cell(table, "C2").value()).isEqualTo(-584.5);
    assertThat(Readings.cell(table, "B3").note()).isEqualTo("preliminary");
    assertThat(Readings.codes(table.notices())).contains("READ_AS_NUMBER");
    Workbooks other = Workbooks.table(TRADE_BY_YEAR).put("B2", "732#");
    assertThat(Readings.codes(read(other.xlsx()).notices())).contains("BAD_NUMBER");
  }
}
