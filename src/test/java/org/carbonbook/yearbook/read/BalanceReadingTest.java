package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.assertAccount;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.codes;
import static org.carbonbook.yearbook.read.Readings.only;
import static org.carbonbook.yearbook.read.Readings.onlyTable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceReadingTest {

  private static final YearbookReader READER = Workbooks.reader();

  private static FileReading read(Workbooks book) {
    return READER.read("balance.xls", book.xls(), ReadingHints.NONE);
  }

  @Test
  void everyFigureHasItsMeaningAndPlace() {
    TableReading table = onlyTable(read(Workbooks.balance()));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(table.layout()).isEqualTo("provincial-energy-balance");
    assertThat(table.regionCode()).isEqualTo("420000");
    assertThat(table.year()).isEqualTo(2007);
    assertAccount(table);
    CellReading electricity = cell(table, "J12");
    assertThat(electricity.text()).isEqualTo("728.28");
    assertThat(electricity.sector()).isEqualTo("residential");
    assertThat(electricity.item()).isEqualTo("electricity");
    assertThat(electricity.indicator()).isEqualTo("energy_balance");
    assertThat(electricity.unit()).isEqualTo("1e8 kWh");
    assertThat(electricity.canonicalValue()).isEqualTo(7.2828e10);
    assertThat(electricity.canonicalUnit()).isEqualTo("kWh");
    assertThat(electricity.row()).isEqualTo(12);
    assertThat(electricity.column()).isEqualTo(10);
    assertThat(electricity.cellKind()).isEqualTo("constant");
  }

  @Test
  void bothWorkbookFormatsAndTextReadAlike() {
    Workbooks book = Workbooks.balance();
    TableReading xls = onlyTable(read(book));
    TableReading xlsx = onlyTable(READER.read("b.xlsx", book.xlsx(), ReadingHints.NONE));
    TableReading csv =
        onlyTable(READER.read("b.csv", Workbooks.utf8(book.csv()), ReadingHints.NONE));
    assertThat(xlsx.cells()).isEqualTo(xls.cells());
    assertThat(csv.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(csv.cells().stream().map(CellReading::canonicalValue).toList())
        .isEqualTo(xls.cells().stream().map(CellReading::canonicalValue).toList());
  }

  @Test
  void blanksOfTheDataAreaAreCounted() {
    TableReading table = onlyTable(read(Workbooks.balance()));
    assertThat(table.counts().get(CellClass.DATA)).isEqualTo(10);
    assertThat(table.counts().get(CellClass.BLANK)).isEqualTo(4 * 8 - 10);
  }

  @Test
  void formulasCountWithTheirStoredValue() {
    TableReading table = onlyTable(read(Workbooks.balance().put("C10", "=C11+C12")));
    CellReading sum = cell(table, "C10");
    assertThat(sum.value()).isEqualTo(12.5);
    assertThat(sum.cellKind()).isEqualTo("formula");
    assertThat(sum.cellClass()).isEqualTo(CellClass.DATA);
  }

  @Test
  void newerColumnsAndRowsAreKnown() {
    Workbooks book = Workbooks.balance();
    book.put("K4", "石脑油").put("K5", "(万吨)").put("K6", "Naphtha").put("K7", "(104 tn)");
    book.put("L4", "液化天然气").put("L5", "(万吨)").put("L6", "LNG").put("L7", "(104 tn)");
    book.put("A13", "5.炼油及煤制油").put("B13", "Petroleum Refineries").put("K13", 3.5);
    TableReading table = onlyTable(read(book));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "K13").item()).isEqualTo("naphtha");
    assertThat(cell(table, "K13").sector()).isEqualTo("refining");
  }

  @Test
  void theEnglishUnitDecidesAndADisagreementIsTold() {
    Workbooks book = Workbooks.balance().put("H5", "(万吨)").remove("G5").put("H11", 5.26);
    FileReading reading = read(book);
    TableReading table = onlyTable(reading);
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "H11").unit()).isEqualTo("1e8 m3");
    assertThat(only(reading, TableNotice.UNIT_DISAGREES).place()).endsWith("!Sheet1!H4");
    assertThat(only(reading, TableNotice.UNIT_BLANK).place()).endsWith("!Sheet1!G4");
  }

  @Test
  void aUnitThatTheItemIsNotMeasuredInFailsTheTable() {
    FileReading reading =
        read(Workbooks.balance().put("H5", "(万吨)").put("H7", "(104 tn)").put("H11", 5));
    assertThat(only(reading, TableNotice.WRONG_DIMENSION).message()).contains("natural_gas");
  }

  @Test
  void brokenSumsAreToldAndTheFigureStays() {
    Workbooks book = Workbooks.balance().put("C9", 3.0);
    FileReading reading = read(book);
    TableReading table = onlyTable(reading);
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "C9").value()).isEqualTo(3.0);
    assertThat(only(reading, TableNotice.IDENTITY_BROKEN).message())
        .contains("coal total")
        .contains("printed 3.0, the parts give 30.0");
  }

  @Test
  void aSheetWithoutAnyTraceIsStray() {
    Workbooks book = Workbooks.balance().putOn("Sheet2", "A1", "Coal Consumption");
    FileReading reading = read(book.putOn("Sheet2", "A2", 2984.66));
    only(reading, TableNotice.STRAY_SHEET);
    TableReading stray = reading.tables().get(1);
    assertThat(stray.status()).isEqualTo(TableReading.IGNORED);
    assertThat(stray.counts()).containsOnlyKeys(CellClass.STRAY);
    assertThat(stray.counts().get(CellClass.STRAY)).isEqualTo(2);
  }

  @Test
  void aSheetWithATraceIsNotPassedOver() {
    Workbooks book =
        Workbooks.balance().putOn("Sheet2", "A1", "湖南能源平衡").putOn("Sheet2", "B3", "原煤");
    FileReading reading = read(book);
    only(reading, TableNotice.UNKNOWN_LAYOUT);
    assertThat(reading.tables().get(0).status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(reading.tables().get(1).status()).isEqualTo(TableReading.FAILED);
  }

  @Test
  void numbersOutsideTheFrameHaveDeclaredClasses() {
    Workbooks book = Workbooks.balance().put("D8", 249015.1).put("E16", 0.5).put("A14", "注：初步数");
    TableReading table = onlyTable(read(book));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "D8").cellClass()).isEqualTo(CellClass.CONTROL);
    assertThat(cell(table, "E16").cellClass()).isEqualTo(CellClass.STRAY);
    assertThat(cell(table, "A14").cellClass()).isEqualTo(CellClass.NOTE);
    assertThat(codes(table.notices())).contains("OUTSIDE_FRAME");
    assertAccount(table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N11", "K10"})
  void aNumberBesideALabelledRowFailsTheTable(String place) {
    FileReading reading = READER.read("b.xls", balanceWith(place).xls(), ReadingHints.NONE);
    assertThat(onlyTable(reading).status()).isEqualTo(TableReading.FAILED);
    assertThat(only(reading, TableNotice.NUMBERS_NOT_PLACED).place()).endsWith("!" + place);
  }

  private static Workbooks balanceWith(String place) {
    return Workbooks.balance().put(place, 7.0);
  }

  @Test
  void aSidecarStandsInForAMissingYear() {
    Workbooks book = Workbooks.balance().put("A1", "6-17 湖北能源平衡表(实物量)").remove("A2");
    TableReading table = onlyTable(READER.read("b.xls", book.xls(), new ReadingHints(null, 2007)));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(table.year()).isEqualTo(2007);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6-17 湖北能源平衡表（实物量）－2007",
        "湖北省能源平衡表(实物量) 2007年",
        "5—17 湖北地区能源平衡表(实物量)(2007)",
        "2007年湖北能源平衡表（实物量）",
        "湖北2007年能源平衡表 (实物量)"
      })
  void titlesOfOtherEditions(String title) {
    TableReading table = onlyTable(read(Workbooks.balance().put("A1", title).remove("A2")));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(table.regionCode()).isEqualTo("420000");
    assertThat(table.year()).isEqualTo(2007);
  }

  @Test
  void aClosingRemarkWithoutMarkIsANote() {
    TableReading table = onlyTable(read(Workbooks.balance().put("A14", "本表为初步核算数")));
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(cell(table, "A14").cellClass()).isEqualTo(CellClass.NOTE);
  }

  @Test
  void titlesThatDisagreeAreTold() {
    Workbooks book =
        Workbooks.balance().put("A2", "ENERGY BALANCE OF ZHEJIANG-2008 (PHYSICAL QUANTITY)");
    TableReading table = onlyTable(read(book));
    assertThat(table.regionCode()).isEqualTo("420000");
    assertThat(table.year()).isEqualTo(2007);
    assertThat(codes(table.notices()).stream().filter("TITLES_DISAGREE"::equals)).hasSize(2);
  }

  @Test
  void theReaderTravelsToTasks() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(READER);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      YearbookReader copy = (YearbookReader) in.readObject();
      byte[] book = Workbooks.balance().xls();
      assertThat(copy.read("b.xls", book, ReadingHints.NONE))
          .isEqualTo(READER.read("b.xls", book, ReadingHints.NONE));
    }
  }
}
