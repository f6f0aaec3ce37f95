package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.yearbook.read.Readings.assertAccount;
import static org.carbonbook.yearbook.read.Readings.cell;
import static org.carbonbook.yearbook.read.Readings.codes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jxl.Cell;
import jxl.CellType;
import jxl.NumberCell;
import jxl.Sheet;
import jxl.Workbook;
import jxl.read.biff.BiffException;
import org.carbonbook.notice.Severity;
import org.carbonbook.yearbook.grid.CellAddress;
import org.carbonbook.yearbook.layout.CellClass;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real workbooks, against a reader of .xls that shares no code with ours. */
@Tag("reference")
class ReferenceWorkbookTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("reference", "../shared/reference"), "yearbooks");
  private static final YearbookReader READER = Workbooks.reader();

  @BeforeEach
  void folder() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no reference folder " + FOLDER);
  }

  private static FileReading read(String name) throws IOException {
    byte[] content = Files.readAllBytes(FOLDER.resolve(name));
    return READER.read(name, content, ReadingHints.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6-1", "6-11", "6-17", "6-21", "6-24", "5-4", "4-1"})
  void everyNumericCellArrives(String table) throws IOException, BiffException {
    String name = "cesy2008-" + table + ".xls";
    FileReading reading = read(name);
    Map<String, CellReading> cells = new HashMap<>();
    for (TableReading sheet : reading.tables()) {
      assertAccount(sheet);
      sheet.cells().forEach(c -> cells.put(c.sheet() + "!" + c.cell(), c));
    }
    int numbers = 0;
    byte[] content = Files.readAllBytes(FOLDER.resolve(name));
    Workbook workbook = Workbook.getWorkbook(new ByteArrayInputStream(content));
    for (Sheet sheet : workbook.getSheets()) {
      for (int row = 0; row < sheet.getRows(); row++) {
        for (Cell cell : sheet.getRow(row)) {
          if (cell instanceof NumberCell number) {
            numbers++;
            String place = CellAddress.of(cell.getRow(), cell.getColumn());
            assertSame(cells.get(sheet.getName() + "!" + place), number, place);
          }
        }
      }
    }
    assertThat(numbers).isGreaterThan(200);
  }

  private static void assertSame(CellReading ours, NumberCell theirs, String place) {
    assertThat(ours).as(place).isNotNull();
    assertThat(ours.cellClass())
        .as(place)
        .isIn(CellClass.DATA, CellClass.HEADER, CellClass.CONTROL, CellClass.STRAY);
    boolean formula = theirs.getType() == CellType.NUMBER_FORMULA;
    assertThat(ours.cellKind()).as(place).isEqualTo(formula ? "formula" : "constant");
    if (ours.cellClass() == CellClass.DATA) {
      double stored = theirs.getValue();
      double tolerance = Math.max(1.01e-11, 8 * Math.ulp(stored));
      assertThat(Math.abs(ours.value() - stored)).as(place).isLessThanOrEqualTo(tolerance);
      assertThat(ours.regionCode()).as(place).isNotNull();
      assertThat(ours.year()).as(place).isNotNull();
      assertThat(ours.canonicalValue()).as(place).isNotNull();
    }
  }

  /**
   * As many figures as the files have numeric cells; 4-1 has 456, of which 11 are outside the
   * frame, and one figure stored as text.
   */
  @ParameterizedTest
  @CsvSource({
    "6-1, 110000, 321",
    "6-11, 330000, 298",
    "6-17, 420000, 248",
    "6-21, 460000, 205",
    "6-24, 520000, 229",
    "4-1, 100000, 446"
  })
  void figuresAreCounted(String table, String region, long figures) throws IOException {
    TableReading reading = read("cesy2008-" + table + ".xls").tables().get(0);
    assertThat(reading.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(reading.regionCode()).isEqualTo(region);
    assertThat(reading.year()).isEqualTo(2007);
    assertThat(reading.counts().get(CellClass.DATA)).isEqualTo(figures);
  }

  @ParameterizedTest
  @CsvSource({
    "C11, supply_total, coal_total, 10534.62, 105346200, t",
    "J21, transformation_total, other_gas, -0.21, -21000000, m3",
    "V23, heat_supply, heat, 8058.37, 80583700, GJ",
    "W33, industry, electricity, 728.28, 72828000000, kWh",
    "X14, moving_in, other_energy, 197.9, 1979000, tce",
    "M39, residential_urban, gasoline, 39.12, 391200, t",
    "S43, consumption_total, natural_gas, 8.63, 863000000, m3"
  })
  void cellsOfHubei(
      String place, String sector, String item, double value, double canonical, String unit)
      throws IOException {
    CellReading cell = cell(read("cesy2008-6-17.xls").tables().get(0), place);
    assertThat(cell.sector()).isEqualTo(sector);
    assertThat(cell.item()).isEqualTo(item);
    assertThat(cell.value()).isEqualTo(value);
    assertThat(cell.canonicalValue()).isEqualTo(canonical);
    assertThat(cell.canonicalUnit()).isEqualTo(unit);
  }

  @Test
  void zhejiangsPrintingErrorsAreToldAndStay() throws IOException {
    TableReading table = read("cesy2008-6-11.xls").tables().get(0);
    assertThat(cell(table, "C11").value()).isEqualTo(1024.12);
    assertThat(table.notices())
        .anyMatch(
            n ->
                n.code().equals("IDENTITY_BROKEN")
                    && n.place().equals("cesy2008-6-11.xls!Sheet1!C11")
                    && n.message().contains("printed 1024.12, the parts give 13024.1136"));
  }

  @Test
  void hainansGasUnitsAreDecidedByTheEnglishOnes() throws IOException {
    TableReading table = read("cesy2008-6-21.xls").tables().get(0);
    assertThat(cell(table, "S12").unit()).isEqualTo("1e8 m3");
    assertThat(codes(table.notices()))
        .contains("UNIT_DISAGREES", "UNIT_BLANK")
        .doesNotContain("WRONG_DIMENSION");
  }

  @Test
  void theNationalBalanceKeepsItsBasesApart() throws IOException {
    TableReading table = read("cesy2008-4-1.xls").tables().get(0);
    assertThat(cell(table, "C11").basis()).isEqualTo("coal_equivalent");
    assertThat(cell(table, "D11").basis()).isEqualTo("calorific");
    assertThat(cell(table, "C43").value()).isEqualTo(265582.98986889666);
    assertThat(cell(table, "D10").cellClass()).isEqualTo(CellClass.CONTROL);
    assertThat(table.counts().get(CellClass.CONTROL)).isEqualTo(1);
    assertThat(table.counts().get(CellClass.STRAY)).isEqualTo(10);
    assertThat(cell(table, "N19").value()).isEqualTo(-677.22);
    assertThat(cell(table, "N19").note()).isEqualTo("stored as text");
    assertThat(cell(table, "C13").sector()).isEqualTo("hydro_power");
  }

  @Test
  void industriesOverYears() throws IOException {
    TableReading table = read("cesy2008-5-4.xls").tables().get(0);
    assertThat(table.counts().get(CellClass.DATA)).isEqualTo(397);
    CellReading steel = cell(table, "J38");
    assertThat(steel.sector()).isEqualTo("ferrous_smelting");
    assertThat(steel.year()).isEqualTo(2007);
    assertThat(steel.value()).isEqualTo(47774.36823838166);
    assertThat(steel.unit()).isEqualTo("1e4 tce");
    assertThat(steel.basis()).isEqualTo("coal_equivalent");
    assertThat(cell(table, "B26").cellClass()).isEqualTo(CellClass.LABEL);
    assertThat(cell(table, "D7").value()).isEqualTo(138552.58234410317);
  }

  @ParameterizedTest
  @CsvSource({
    "分行业能源消费总量.csv, 686",
    "能源消费总量.csv, 201",
    "综合能源平衡表.csv, 291",
    "国内生产总值.csv, 222",
    "森林资源.csv, 66"
  })
  void nationalSeries(String name, long figures) throws IOException {
    byte[] content = Files.readAllBytes(FOLDER.resolve("nbs").resolve(name));
    FileReading reading = READER.read(name, content, new ReadingHints("100000", null));
    TableReading table = reading.tables().get(0);
    assertThat(table.status()).isEqualTo(TableReading.ACCEPTED);
    assertThat(table.layout()).isEqualTo("nbs-series");
    assertThat(table.counts().get(CellClass.DATA)).isEqualTo(figures);
    assertThat(table.counts()).doesNotContainKeys(CellClass.BAD, CellClass.STRAY);
  }

  @Test
  void theWholeFolderHasNoError() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(FOLDER)) {
      files = listed.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      FileReading reading = read(file.getFileName().toString());
      assertThat(reading.listNotices())
          .as(file.toString())
          .noneMatch(n -> n.severity() == Severity.ERROR);
    }
  }
}
