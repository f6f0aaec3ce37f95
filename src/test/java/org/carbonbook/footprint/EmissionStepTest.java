package org.carbonbook.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.factor.FactorStep;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableRows;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which figures of a balance count, with which factor, and what is reported about the rest. */
class EmissionStepTest {

  private static final String SET = "provincial_guideline";

  @TempDir private Path folder;
  private Lake lake;
  private StepContext context;
  private int run;
  private final List<Row> observations = new ArrayList<>();

  @BeforeEach
  void writeFactors() {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
    begin();
    new FactorStep().run(context);
  }

  /** Begins a run: a step commits a table once in each. */
  private void begin() {
    run++;
    WriteContext writing = new WriteContext("run-" + run, run, "tests");
    context = new StepContext(lake, new Configuration(Path.of("conf")), "landing", writing);
  }

  @Test
  void burntCoalIsActivityTimesFactor() {
    physical("industry", "raw_coal", 1000, "t");
    run();
    Row co2 = only("gas = 'CO2'");
    // 26.37 t C/TJ, 20.908 GJ/t, oxidised to 94 %: 1.9 t CO2 per t of raw coal.
    assertThat(co2.<Double>getAs("emission_t"))
        .isCloseTo(1000 * 0.020908 * 26.37 * 0.94 * 44 / 12, within(1e-6));
    assertThat(co2.<Double>getAs("energy_tce")).isCloseTo(714.3, within(0.1));
  }

  @Test
  void aPowerPlantsInputCountsAndItsOutputDoesNot() {
    physical("thermal_power", "raw_coal", -1000, "t");
    physical("thermal_power", "electricity", 3_000_000, "kWh");
    run();
    assertThat(only("gas = 'CO2'").<Double>getAs("activity")).isEqualTo(1000);
  }

  @Test
  void feedstockIsTakenOffAndReportedWhenItExceedsUse() {
    physical("industry", "naphtha", 100, "t");
    physical("non_energy_use", "naphtha", 150, "t");
    assertThat(run().notices()).extracting(Notice::code).contains("FEEDSTOCK_EXCEEDS_USE");
    assertThat(rows("gas = 'CO2'"))
        .extracting(row -> row.<Double>getAs("activity"))
        .containsExactlyInAnyOrder(100.0, -150.0);
  }

  @Test
  void aFuelWithoutFactorIsNotEstimatedInsteadOfZero() {
    physical("industry", "other_energy", 10, "tce");
    StepResult result = run();
    Row row = only("gas = 'CO2'");
    assertThat(row.<String>getAs("notation")).isEqualTo("NE");
    assertThat(row.<Double>getAs("emission_t")).isNull();
    assertThat(result.notices()).extracting(Notice::code).contains("NOT_ESTIMATED");
  }

  @Test
  void ofTwoBalancesOfOneEditionTheFirstRankedCounts() {
    physical("industry", "raw_coal", 1000, "t");
    add("energy_balance_tce", 2, "industry", "raw_coal", 700, "tce", "calorific", "b.xls");
    run();
    assertThat(rows("gas = 'CO2'"))
        .extracting(row -> row.<String>getAs("activity_unit"))
        .containsExactly("t");
  }

  /** The declared rank decides and not the name: energy_balance_tce comes last by the alphabet. */
  @Test
  void aBalanceInStandardCoalCountsWhereItIsRankedFirst() {
    add("energy_balance", 2, "industry", "raw_coal", 1000, "t", null, "a.xls");
    add("energy_balance_tce", 1, "industry", "raw_coal", 700, "tce", "calorific", "b.xls");
    run();
    assertThat(rows("gas = 'CO2'"))
        .extracting(row -> row.<String>getAs("activity_unit"))
        .containsExactly("tce");
  }

  @Test
  void aBalanceOnTwoBasesIsRefusedWithBothFiles() {
    add("energy_balance_tce", 2, "industry", "raw_coal", 700, "tce", "calorific", "a.xls");
    add("energy_balance_tce", 2, "industry", "coke", 90, "tce", "coal_equivalent", "b.xls");
    assertThat(run().notices())
        .filteredOn(notice -> notice.code().equals("MIXED_BASIS_BALANCE"))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.message())
                    .contains("calorific in a.xls", "coal_equivalent in b.xls"));
  }

  /** Table 4-1 prints the total of all energy twice: by calorific value and by coal consumption. */
  @Test
  void aTotalOnTwoBasesIsNoMixture() {
    add("energy_balance_tce", 2, "industry", "raw_coal", 700, "tce", "calorific", "a.xls");
    add("energy_balance_tce", 2, "industry", "energy_total", 800, "tce", "calorific", "a.xls");
    add(
        "energy_balance_tce",
        2,
        "industry",
        "energy_total",
        900,
        "tce",
        "coal_equivalent",
        "a.xls");
    assertThat(run().notices()).extracting(Notice::code).doesNotContain("MIXED_BASIS_BALANCE");
  }

  @Test
  void boughtElectricityTakesTheGridFactorAndSaysWhichOne() {
    physical("moving_in", "electricity", 1_000_000, "kWh");
    StepResult result = run();
    Row row = only("scope = 2");
    assertThat(row.<String>getAs("factor_id")).startsWith("grid_cn/");
    double kgPerKwh = row.<Double>getAs("emission_t") / 1000;
    assertThat(kgPerKwh).isBetween(0.1, 1.2);
    boolean fallback = row.<String>getAs("factor_match").startsWith("fallback");
    assertThat(result.notices().stream().anyMatch(n -> n.code().equals("GRID_FACTOR_FALLBACK")))
        .isEqualTo(fallback);
  }

  /**
   * Tables in standard coal: 0.1229 kgce/kWh by calorific value, 0.3435 as the balance of 2007
   * implies.
   */
  @Test
  void electricityInStandardCoalIsTurnedIntoKwhByTheValueOfItsTable() {
    add("energy_balance_tce", 2, "moving_in", "electricity", 122.9, "tce", "calorific", "a.xls");
    run();
    Row row = only("scope = 2");
    double kgPerKwh = row.<Double>getAs("emission_t") / 1000;
    assertThat(kgPerKwh).as("122.9 tce are 10^6 kWh").isBetween(0.1, 1.2);
    assertThat(row.<Double>getAs("kgce_per_kwh")).isCloseTo(0.1229, within(1e-9));
    observations.clear();
    add(
        "energy_balance_tce",
        2,
        "moving_in",
        "electricity",
        343.5,
        "tce",
        "coal_equivalent",
        "a.xls");
    run();
    Row byCoal = only("scope = 2");
    assertThat(byCoal.<Double>getAs("emission_t")).isCloseTo(kgPerKwh * 1000, within(1e-6));
    assertThat(byCoal.<Double>getAs("energy_tce"))
        .as("energy by calorific value")
        .isCloseTo(122.9, within(1e-6));
  }

  @Test
  void electricityInStandardCoalOfAnUnknownValueIsNotEstimated() {
    add("energy_balance_tce", 2, "moving_in", "electricity", 122.9, "tce", null, "a.xls");
    run();
    Row row = only("scope = 2");
    assertThat(row.<String>getAs("notation")).isEqualTo("NE");
    assertThat(row.<String>getAs("factor_match"))
        .isEqualTo("none: the table does not say by which value it converts electricity");
  }

  /** 0.11 t/GJ and 29.271 GJ per tce. */
  @Test
  void heatInStandardCoalHasItsFactorPerTce() {
    add("energy_balance_tce", 2, "moving_in", "heat", 1000, "tce", "calorific", "a.xls");
    run();
    assertThat(only("scope = 2").<Double>getAs("emission_t"))
        .isCloseTo(1000 * 0.11 * 29.271, within(1e-6));
  }

  /** IPCC 2006 vol. 2, tables 3.2.2 and 3.3.1: kg of N2O per TJ. */
  @Test
  void enginesOfTransportAndAgricultureHaveTheirOwnN2o() {
    physical("transport", "diesel_oil", 1000, "t");
    physical("agriculture", "diesel_oil", 1000, "t");
    physical("transport", "raw_coal", 1000, "t");
    run();
    assertThat(n2o("transport", "diesel_oil")).isCloseTo(42.652 * 3.9 / 1000, within(1e-9));
    assertThat(n2o("agriculture", "diesel_oil")).isCloseTo(42.652 * 28.6 / 1000, within(1e-9));
    assertThat(n2o("transport", "raw_coal")).isCloseTo(20.908 * 1.5 / 1000, within(1e-9));
  }

  private double n2o(String sector, String fuel) {
    return only("gas = 'N2O' AND sector = '%s' AND fuel = '%s'".formatted(sector, fuel))
        .getAs("emission_t");
  }

  private void physical(String sector, String fuel, double value, String unit) {
    add("energy_balance", 1, sector, fuel, value, unit, null, "a.xls");
  }

  private void add(
      String indicator,
      int rank,
      String sector,
      String fuel,
      double value,
      String unit,
      String basis,
      String path) {
    observations.add(
        TableRows.of("core.observation")
            .row()
            .set("observation_id", "o" + observations.size())
            .set("region_code", "420000")
            .set("year", 2007)
            .set("indicator", indicator)
            .set("indicator_rank", rank)
            .set("sector", sector)
            .set("item", fuel)
            .set("value", value)
            .set("unit", unit)
            .set("basis", basis)
            .set("canonical_per_unit", 1.0)
            .set("canonical_value", value)
            .set("canonical_unit", unit)
            .set("edition", "Yearbook 2008")
            .set("edition_rank", 1)
            .set("path", path)
            .set("stale", false)
            .setNull("source_hash", "sheet", "cell", "printed", "origin", "cell_kind", "layout")
            .build());
  }

  private StepResult run() {
    begin();
    context.replace("core.observation", observations);
    return new EmissionStep().run(context);
  }

  private List<Row> rows(String where) {
    return context
        .read("core.emission")
        .where("factor_set = '" + SET + "' AND " + where)
        .collectAsList();
  }

  private Row only(String where) {
    List<Row> rows = rows(where);
    assertThat(rows).as(where).hasSize(1);
    return rows.get(0);
  }
}
