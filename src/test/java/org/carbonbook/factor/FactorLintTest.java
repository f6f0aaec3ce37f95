package org.carbonbook.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong factor data: a notice with its place, and the rest is read. */
class FactorLintTest {
  private static final String FUELS = "factors/provincial_guideline.csv";
  private static final String MAPPING = "factors/provincial_guideline_fuels.csv";
  private static final String COKE = "焦炭,焦炭,coke,28435,kJ/kg,29.42,0.93,2.85,tCO2/t";

  @TempDir Path conf;

  @BeforeEach
  void copyConf() throws IOException {
    Files.createDirectory(conf.resolve("factors"));
    for (String name : List.of("factor-sets.yaml", "fuel-groups.csv", "regions.csv", "units.csv")) {
      Files.copy(Path.of("conf", name), conf.resolve(name));
    }
    try (Stream<Path> files = Files.list(Path.of("conf/factors"))) {
      files.forEach(f -> copy(f, conf.resolve("factors").resolve(f.getFileName())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28435,kJ/kg,29.42 | x28435,kJ/kg,29.42 | FACTOR_NOT_A_NUMBER | ncv is 'x28435'",
        "28435,kJ/kg,29.42 | ２８４３５,kJ/kg,29.42 | FACTOR_NOT_A_NUMBER | ２８４３５",
        "28435,kJ/kg,29.42 | -28435,kJ/kg,29.42 | FACTOR_NEGATIVE | ncv is -28435",
        "28435,kJ/kg,29.42 | 28435,kJ/kg, | FACTOR_CELL_BLANK | carbon_content_tc_per_tj is blank",
        "28435,kJ/kg,29.42 | 28435,BTU/lb,29.42 | FACTOR_UNIT_UNKNOWN | ncv_unit is 'BTU/lb'",
        "29.42,0.93,2.85 | 29.42,93,2.85 | FACTOR_OXIDATION_RANGE | oxidation is 93",
        "29.42,0.93,2.85 | 29.42,0.93,3.85 | FACTOR_PRINTED_DIFFERS | = 2.85266 t, printed 3.85",
        "29.42,0.93,2.85 | 29.42,0.98,2.85 | FACTOR_PRINTED_DIFFERS | printed 2.85",
        "2.85,tCO2/t | 2.85,tCO2/m3 | FACTOR_UNIT_MISMATCH | tCO2/m3",
        "2.85,tCO2/t | 2.85,short ton | FACTOR_UNIT_UNKNOWN | short ton",
        "tCO2/t,, | tCO2/t,2020,2010 | FACTOR_VALIDITY_MALFORMED | '2020'",
        "tCO2/t,, | tCO2/t,soon, | FACTOR_VALIDITY_MALFORMED | 'soon'",
        "焦炭,焦炭,coke | ,焦炭,coke | FACTOR_CELL_BLANK | row is blank"
      })
  void aWrongCellIsANoticeWithFileAndLine(String good, String bad, String code, String message)
      throws IOException {
    String row = COKE + ",,";
    replace(FUELS, row, row.replace(good, bad));
    int line = lineOf(FUELS, "coke,") + 1;

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals(code))
        .singleElement()
        .satisfies(n -> assertThat(n.place()).isEqualTo("conf/" + FUELS + ":" + line))
        .satisfies(n -> assertThat(n.message()).contains(message))
        .satisfies(n -> assertThat(n.remedy()).isNotBlank());
  }

  @Test
  void aWrongRowCostsOnlyItsFuel() throws IOException {
    replace(FUELS, COKE, COKE.replace("28435", "many"));

    FactorLibrary library = load();

    assertThat(library.listNotices()).extracting(Notice::severity).contains(Severity.ERROR);
    assertThat(find(library, "coke")).isEmpty();
    assertThat(find(library, "gasoline")).hasSize(1);
    assertThat(codes(library)).contains("FACTOR_NOT_A_NUMBER", "FACTOR_ROW_UNKNOWN");
  }

  @Test
  void aDuplicateKeyIsAnError() throws IOException {
    replace(FUELS, "焦炭,焦炭", COKE + ",,,,\n焦炭,焦炭");

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_KEY_DUPLICATE"))
        .singleElement()
        .satisfies(n -> assertThat(n.severity()).isEqualTo(Severity.ERROR))
        .satisfies(n -> assertThat(n.message()).contains("焦炭 is also in line"));
  }

  @Test
  void overlappingPeriodsAreAnErrorAndFollowingOnesAreNot() throws IOException {
    replace(FUELS, COKE + ",,", COKE + ",,2009,,\n" + COKE.replace("0.93", "0.98") + ",2009,");
    assertThat(codes(load())).contains("FACTOR_VALIDITY_OVERLAP");

    replace(
        FUELS,
        COKE.replace("0.93", "0.98") + ",2009,",
        COKE.replace("0.93,2.85", "0.98,3.01") + ",2010,");
    FactorLibrary library = load();

    assertThat(codes(library)).containsOnly("FACTOR_FLAGGED");
    assertThat(coke(library, 2009).oxidation()).isEqualTo(0.93);
    assertThat(coke(library, 2010).oxidation()).isEqualTo(0.98);
  }

  @ParameterizedTest
  @CsvSource({"title", "source", "units", "valid", "kind"})
  void aMissingHeaderLineIsNamed(String key) throws IOException {
    replace(FUELS, "# " + key + ":", "# not " + key + ":");

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_HEADER_MISSING"))
        .singleElement()
        .satisfies(n -> assertThat(n.message()).contains("# " + key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "factors/gwp.csv | gwp,note | potential,note | FACTOR_COLUMN_MISSING | gwp",
        "factors/gwp.csv | gwp,note | gwp,gas | FACTOR_COLUMN_DUPLICATE | gas",
        "factors/gwp.csv | AR5,100,CH4,甲烷,methane,28, | AR5,100,CH4,甲烷,methane,28 | FACTOR_ROW_RAGGED | 6 cells under 7",
        "factors/grid_cn.csv | 2012,grid,华中 | 2012?,grid,华中 | FACTOR_VALUE_UNKNOWN | year is '2012?'",
        "factors/grid_cn.csv | 420000,average,0.3672,secondary | 420000,average,0.3672,good | FACTOR_VALUE_UNKNOWN | 'good'",
        "factors/grid_cn.csv | 湖北,420000,average,0.3672 | 湖北,429999,average,0.3672 | REGION_UNKNOWN | 429999",
        "factors/tce_gbt2589.csv | raw coal,0.7143 | raw coal,0.7134 | FACTOR_TCE_DIFFERS | 0.7134",
        "factors/tce_gbt2589.csv | petroleum gas,1.7143 | petroleum gas,0.7143 | FACTOR_TCE_DIFFERS | 0.7143",
        "factors/tce_gbt2589.csv | 0.7143,kgce/kg | 0.7143,kgce/barrel | FACTOR_UNIT_UNKNOWN | barrel",
        "factors/tce_gbt2589.csv | 0.4040,kgce/kWh,coal_consumption | 0.4040,kgce/kWh,等价 | FACTOR_VALUE_UNKNOWN | 等价",
        "factors/heat_cn.csv | tCO2/GJ | tCO2/MWh | FACTOR_UNIT_UNKNOWN | tCO2/MWh",
        "factors/ipcc2006_ch4_n2o.csv | Anthracite,CH4 | Anthracite,SF6 | FACTOR_VALUE_UNKNOWN | SF6",
        "factors/provincial_guideline_fuels.csv | naphtha, | naptha, | FACTOR_FUEL_UNKNOWN | naptha",
        "factors/provincial_guideline_fuels.csv | enterprise_guideline,石脑油 | enterprise_guideline,轻油 | FACTOR_ROW_UNKNOWN | 轻油",
        "factors/ipcc2006_fuels.csv | Natural Gas,tce_gbt2589,油田天然气 | Natural Gas,, | FACTOR_UNIT_MISMATCH | natural_gas is counted in m3",
        "fuel-groups.csv | coke,焦炭,coke,coal,煤炭及煤制品,coal and coal products,t,fuel | coke,焦炭,coke,coal,煤炭及煤制品,coal and coal products,t,thing | FACTOR_VALUE_UNKNOWN | thing",
        "factor-sets.yaml | fallback: grid_region_nearest_year | fallback: guess | FACTOR_SET_INVALID | guess",
        "factor-sets.yaml | accept: [cited, secondary] | accept: [cited, rejected] | FACTOR_STATUS_REJECTED | rejected",
        "factor-sets.yaml | report: AR5 | report: AR9 | FACTOR_SET_INVALID | AR9",
        "factor-sets.yaml | tce_fuels: tce_fuels | tce_fuel: tce_fuels | FACTOR_SET_INVALID | tce_fuel",
        "factor-sets.yaml | active: [provincial_guideline | active: [provincial | FACTOR_SET_INVALID | provincial",
        "factor-sets.yaml | valid: 1990.. | valid: sometime | FACTOR_SET_INVALID | sometime"
      })
  void aWrongFileIsANotice(String file, String good, String bad, String code, String message)
      throws IOException {
    replace(file, good, bad);

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals(code))
        .isNotEmpty()
        .allSatisfy(n -> assertThat(n.place()).startsWith("conf/" + file))
        .first()
        .satisfies(n -> assertThat(n.message() + n.remedy()).contains(message));
  }

  @Test
  void aMisspeltFuelNamesTheNearest() throws IOException {
    replace(MAPPING, "naphtha,", "naptha,");

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_FUEL_UNKNOWN"))
        .singleElement()
        .satisfies(n -> assertThat(n.remedy()).contains("naphtha"));
  }

  @Test
  void aFuelWithoutARowIsSaid() throws IOException {
    replace(MAPPING, "coke,provincial_guideline,焦炭,,,,\n", "");

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_FUEL_UNMAPPED"))
        .singleElement()
        .satisfies(n -> assertThat(n.message()).contains("coke (焦炭)"));
  }

  @Test
  void aBorrowedFactorNeedsAReason() throws IOException {
    replace(
        MAPPING,
        "enterprise guideline,the provincial guideline has no briquettes",
        "enterprise guideline,");

    assertThat(codes(load())).contains("FACTOR_REASON_MISSING");
  }

  @Test
  void gbkBytesAreNamedAsSuch() throws IOException {
    Path file = conf.resolve(FUELS);
    Files.write(file, Files.readString(file).getBytes(Charset.forName("GB18030")));

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_FILE_ENCODING"))
        .singleElement()
        .satisfies(n -> assertThat(n.place()).isEqualTo("conf/" + FUELS));
  }

  @ParameterizedTest
  @CsvSource({"factors/gwp.csv", "fuel-groups.csv", "regions.csv", "factor-sets.yaml"})
  void aMissingFileIsANoticeAndNoCrash(String file) throws IOException {
    Files.delete(conf.resolve(file));

    assertThat(load().listNotices()).extracting(Notice::severity).contains(Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"factors/gwp.csv", "fuel-groups.csv", "regions.csv", "factor-sets.yaml"})
  void anEmptyFileIsANoticeAndNoCrash(String file) throws IOException {
    Files.writeString(conf.resolve(file), "");

    assertThat(load().listNotices()).extracting(Notice::severity).contains(Severity.ERROR);
  }

  @Test
  void aMissingFolderIsANoticeAndNoCrash() {
    FactorLibrary library = FactorLibrary.load(conf.resolve("nowhere"));

    assertThat(codes(library)).contains("FACTOR_FILE_MISSING");
    assertThat(library.listEmissionFactors()).isEmpty();
  }

  @Test
  void anUnclosedQuotationMarkIsANotice() throws IOException {
    replace(FUELS, "焦炭,焦炭,coke", "焦炭,\"焦炭,coke");

    assertThat(codes(load())).contains("FACTOR_ROW_RAGGED");
  }

  @Test
  void placesCountBlankLines() throws IOException {
    replace(FUELS, COKE, "\n\n" + COKE.replace("0.93", "93"));
    int line = lineOf(FUELS, "coke,28435") + 1;

    assertThat(load().listNotices())
        .filteredOn(n -> n.code().equals("FACTOR_OXIDATION_RANGE"))
        .extracting(Notice::place)
        .containsExactly("conf/" + FUELS + ":" + line);
  }

  @Test
  void noFallbackMeansNone() throws IOException {
    replace("factor-sets.yaml", "fallback: grid_region_nearest_year", "fallback: none");
    FactorLibrary library = load();

    assertThat(new FactorLookup(library).grid("ipcc2006", "420000", 2007).match())
        .isEqualTo("none");
    assertThat(new FactorLookup(library).grid("ipcc2006", "421200", 2022).match())
        .isEqualTo("none");
    assertThat(new FactorLookup(library).grid("ipcc2006", "420000", 2022).match())
        .isEqualTo("exact");
  }

  @Test
  void widerAreaKeepsTheYear() throws IOException {
    replace(
        "factor-sets.yaml", "fallback: grid_region_nearest_year", "fallback: wider_area_same_year");
    FactorLibrary library = load();

    assertThat(new FactorLookup(library).grid("ipcc2006", "420000", 2011).match())
        .isEqualTo("none");
    assertThat(new FactorLookup(library).grid("ipcc2006", "420000", 2012).findFactor())
        .map(GridFactor::label)
        .hasValue("华中 2012 (0.5257 kgCO2/kWh)");
  }

  @Test
  void theYearGapIsALimit() throws IOException {
    replace("factor-sets.yaml", "max_year_gap: 10", "max_year_gap: 4");

    assertThat(new FactorLookup(load()).grid("ipcc2006", "420000", 2005).match()).isEqualTo("none");
    assertThat(new FactorLookup(load()).grid("ipcc2006", "420000", 2006).match())
        .isEqualTo("fallback");
  }

  private FactorLibrary load() {
    return FactorLibrary.load(conf);
  }

  private static List<String> codes(FactorLibrary library) {
    return library.listNotices().stream().map(Notice::code).toList();
  }

  private static List<EmissionFactor> find(FactorLibrary library, String fuel) {
    return library.listEmissionFactors("provincial_guideline").stream()
        .filter(f -> f.fuel().equals(fuel) && f.gas().equals("CO2"))
        .toList();
  }

  private static EmissionFactor coke(FactorLibrary library, int year) {
    return new FactorLookup(library)
        .emission("provincial_guideline", "coke", "CO2", SectorGroup.ALL, year)
        .orElseThrow();
  }

  /** Fails when the text to be spoilt is not there, so that no case can pass for nothing. */
  private void replace(String file, String good, String bad) throws IOException {
    String text = Files.readString(conf.resolve(file), StandardCharsets.UTF_8);
    assertThat(text).as(file).contains(good);
    Files.writeString(conf.resolve(file), text.replace(good, bad));
  }

  private int lineOf(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(conf.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("," + text)) {
        return i;
      }
    }
    throw new AssertionError("no line with " + text);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
