package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The marts of series, of their statistics and of high-energy industries, on the sample data. */
class SeriesMartsTest {

  private static String lake;

  @BeforeAll
  static void runTheMainJob() throws IOException {
    lake = SampleLake.get().folder().toString();
  }

  @Test
  void theSixHighEnergyIndustriesOfHubeiHaveTheirPublishedShares() {
    CommandRun shares =
        run(
            "sql",
            "select year, round(100 * share_of_co2, 2) as percent from mart.high_energy_industry"
                + " where region_code = '420000' and industry_code = 'six_high_energy'"
                + " and year in (2006, 2009, 2010) order by year",
            "--format",
            "csv");
    assertThat(shares.out().lines().skip(1))
        .containsExactly("2006,74.89", "2009,69.98", "2010,74.09");
  }

  @Test
  void theSixHighEnergyIndustriesOfTheNationHaveOutputEnergyAndElectricity() {
    CommandRun rows =
        run(
            "sql",
            "select year, round(100 * share_of_output, 2), round(100 * share_of_energy, 2),"
                + " round(energy_intensity, 4), electricity_kwh, output_indicator from"
                + " mart.high_energy_industry where region_code = '100000'"
                + " and industry_code = 'six_high_energy' and year in (2003, 2011) order by year",
            "--format",
            "csv");
    assertThat(rows.out().lines().skip(1))
        .containsExactly(
            "2003,29.42,45.48,2.1848,883410000000,industrial_sales",
            "2011,33.91,46.26,0.6379,2231550000000,industrial_sales");
    CommandRun incomplete =
        run(
            "sql",
            "select count(*) from mart.high_energy_industry where region_code = '100000'"
                + " and year between 2003 and 2011 and (energy_tce is null or"
                + " electricity_kwh is null or output is null)",
            "--format",
            "csv");
    assertThat(incomplete.out().lines().skip(1)).containsExactly("0");
    CommandRun constant =
        run(
            "sql",
            "select year, round(energy_intensity_constant, 4) from mart.high_energy_industry"
                + " where region_code = '100000' and industry_code = 'B-D'"
                + " and constant_basis = 'constant_2005' and year in (2003, 2011) order by year",
            "--format",
            "csv");
    assertThat(constant.out().lines().skip(1)).containsExactly("2003,0.8451", "2011,0.3576");
    assertThat(run("notices").out()).doesNotContain("nbs-industry.csv");
  }

  @Test
  void aTraceOfTheNationsIntensityEndsInPrintedCells() {
    CommandRun trace =
        run(
            "trace",
            "mart.high_energy_industry",
            "region_code=100000",
            "year=2007",
            "industry_code=31",
            "--column",
            "energy_intensity");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains("printed: 50186.53", "printed: 33405.39")
        .contains("exactly as published")
        .doesNotContain("NOT the published");
  }

  @Test
  void theMartsOfStatisticsSpeakOfCityProvinceAndNation() {
    for (String mart : List.of("trend", "growth", "decoupling", "forecast")) {
      CommandRun nation =
          run(
              "sql",
              "select count(*) from mart."
                  + mart
                  + " where region_code = '100000' and status ="
                  + " 'assessed'",
              "--format",
              "csv");
      assertThat(nation.out().lines().toList().get(1)).as(mart).isNotEqualTo("0");
    }
    for (String mart : List.of("growth", "decoupling", "driver_model", "forecast", "series")) {
      CommandRun regions =
          run(
              "sql",
              "select distinct region_code from mart." + mart + " order by 1",
              "--format",
              "csv");
      assertThat(regions.out()).as(mart).contains("421200").contains("420000");
    }
    CommandRun untested =
        run(
            "sql",
            "select count(*) from mart.forecast where value is not null and"
                + " (backtest_rmse is null or backtest_from is null)",
            "--format",
            "csv");
    assertThat(untested.out().lines().skip(1)).containsExactly("0");
  }

  @Test
  void theNationsElasticityIsAtConstantPricesAndOfTheRevisedEnergy() {
    CommandRun rows =
        run(
            "sql",
            "select year_to, round(elasticity, 2), energy_source, output_price_basis, origin from"
                + " mart.energy_elasticity where region_code = '100000' and choice = 'declared'"
                + " and question = 'energy_elasticity' and span = 'year'"
                + " and year_to in (2007, 2008) order by 1",
            "--format",
            "csv");
    assertThat(rows.out().lines().skip(1))
        .containsExactly(
            "2007,0.61,NBS national data,constant 2000,computed",
            "2008,0.31,NBS national data,constant 2000,computed");
    CommandRun energy =
        run(
            "sql",
            "select s.value / 1e6 from core.series s join mart.energy_elasticity e"
                + " on s.region_code = e.region_code and s.series = e.energy and s.year = 2007"
                + " where e.region_code = '100000' and e.answer"
                + " and e.question = 'energy_elasticity'",
            "--format",
            "csv");
    assertThat(energy.out().lines().skip(1)).containsExactly("3114.42");
    CommandRun trace =
        run(
            "trace",
            "mart.energy_elasticity",
            "region_code=100000",
            "question=energy_elasticity",
            "choice=declared",
            "year_from=2006",
            "year_to=2007");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains("printed: 311442", "printed: 286467", "printed: 114.2")
        .contains("exactly as published");
  }

  @Test
  void whetherXianningHasDecoupledHasOneAnswer() {
    CommandRun answer =
        run(
            "sql",
            "select year_from, year_to, state, origin from mart.decoupling"
                + " where region_code = '421200' and question = 'co2_from_gdp' and answer",
            "--format",
            "csv");
    assertThat(answer.out().lines().skip(1)).containsExactly("2013,2016,weak decoupling,estimated");
  }

  @Test
  void everySeriesIsInTheMartOfSeriesOnce() {
    CommandRun count =
        run(
            "sql",
            "select (select count(*) from mart.series)"
                + " - (select count(*) from (select distinct region_code, series from core.series))"
                + " as difference, (select count(*) from mart.series where region_name is null"
                + " or indicator_zh is null or (sector is not null and sector_zh is null)) as unread",
            "--format",
            "csv");
    assertThat(count.out().lines().skip(1)).containsExactly("0,0");
  }

  @Test
  void aTraceOfASetsShareEndsInPrintedCells() {
    CommandRun trace =
        run(
            "trace",
            "mart.high_energy_industry",
            "region_code=420000",
            "year=2009",
            "industry_code=six_high_energy");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains("printed: 2064.19")
        .contains("members = 6 values")
        .contains("exactly as published")
        .doesNotContain("NOT the published");
  }

  @Test
  void aTraceOfAConstantPriceEndsInItsIndex() {
    CommandRun trace =
        run(
            "trace",
            "core.series",
            "region_code=421200",
            "series=gdp.constant_2000 @ City panel, first series",
            "year=2003");
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains("links = 3 values")
        .contains("printed: 109.2")
        .contains("printed: 119.34")
        .contains("exactly as published")
        .doesNotContain("NOT the published");
  }

  private static CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--lake", lake));
    Collections.addAll(all, arguments);
    return CommandRun.of(all.toArray(String[]::new));
  }
}
