package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sum that a reader writes first is right: a plain SUM of a column of a mart, with the filter
 * that its question names, beside the same total from elsewhere.
 */
class PlainSumsTest {

  private static String lake;

  @BeforeAll
  static void lake() throws IOException {
    lake = SampleLake.get().folder().toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CO2e burnt in Hubei in 2007 | SUM(co2e_t) FROM mart.carbon_footprint WHERE region_name = '湖北' AND year = 2007 AND scope = 1 | MAX(scope1_t) FROM mart.carbon_footprint_total WHERE region_name = '湖北' AND year = 2007",
        "CO2e of Hubei in 2007 | SUM(co2e_t) FROM mart.carbon_footprint WHERE region_name = '湖北' AND year = 2007 | MAX(total_t) FROM mart.carbon_footprint_total WHERE region_name = '湖北' AND year = 2007",
        "energy burnt in Xianning in 2010 | SUM(energy_tce) FROM mart.carbon_footprint WHERE region_name = '咸宁' AND year = 2010 AND scope = 1 | SUM(e.energy_tce) FROM core.emission e JOIN core.factor_set s ON s.factor_set = e.factor_set AND s.is_default WHERE e.region_code = '421200' AND e.year = 2010 AND e.scope = 1 AND e.gas = 'CO2' AND e.is_counted",
        "final consumption of the nation | SUM(final_tce) FROM mart.energy_structure WHERE region_name = '全国' AND year = 2007 AND basis = 'calorific' | SUM(o.canonical_value) FROM core.observation o JOIN core.fuel f ON f.fuel = o.item AND f.role <> 'aggregate' WHERE o.indicator = 'energy_balance_tce' AND o.region_code = '100000' AND o.sector = 'final_total'",
        "industries and their set | SUM(energy_tce) FROM mart.high_energy_industry WHERE region_name = '全国' AND year = 2010 AND level = 'industry' | SUM(energy_tce) FROM mart.high_energy_industry WHERE region_name = '全国' AND year = 2010 AND level = 'set'",
        "effects in Hubei | SUM(effect) FROM mart.emission_decomposition WHERE region_name = '湖北' | MAX(CASE year WHEN 2012 THEN scope1_co2_t END) - MAX(CASE year WHEN 2007 THEN scope1_co2_t END) FROM mart.carbon_footprint_total WHERE region_name = '湖北'",
        "effects in detail | SUM(effect) FROM mart.decomposition_detail WHERE region_name = '湖北' | SUM(effect) FROM mart.emission_decomposition WHERE region_name = '湖北'",
        "energy of all buildings in a year | SUM(kwh) FROM mart.building_energy_monthly WHERE in_total AND month LIKE '2023%' | SUM(kwh) FROM core.meter_month WHERE in_total AND month LIKE '2023%'",
        "kinds of energy and all of them | SUM(kwh) FROM mart.building_benchmark WHERE energy_kind NOT IN ('all', 'pv') AND year = 2023 | SUM(kwh) FROM mart.building_benchmark WHERE energy_kind = 'all' AND year = 2023",
        "carbon of buildings | SUM(co2_location_yearly_t) * 1000 FROM mart.building_energy_monthly WHERE month LIKE '2023%' | SUM(co2_location_yearly_kg) FROM mart.building_benchmark WHERE energy_kind <> 'all' AND year = 2023",
        "hours of meters | SUM(measured + estimated + lost) FROM mart.meter_conservation WHERE unit = 'kWh' | SUM(measured + estimated + lost) FROM core.meter_month WHERE unit = 'kWh'"
      })
  void aPlainSumIsRight(String subject, String plain, String independent) {
    double sum = number(plain);
    assertThat(sum).as(subject).isNotZero();
    assertThat(sum).as(subject).isCloseTo(number(independent), within(Math.abs(sum) * 1e-9));
  }

  /** Marts whose rows stand side by side say so in their own description. */
  @Test
  void martsThatMustNotBeAddedUpSayIt() {
    assertThat(
            rows(
                "select distinct mart from mart.dictionary where mart_en like '%never to be added%'"
                    + " order by mart"))
        .containsExactly("mart.carbon_footprint_by_factor_set", "mart.scope2_range");
  }

  private static double number(String of) {
    return Double.parseDouble(
        rows("SELECT CAST(" + expression(of) + " AS DOUBLE) FROM " + from(of)).get(0));
  }

  private static String expression(String of) {
    return of.substring(0, of.indexOf(" FROM "));
  }

  private static String from(String of) {
    return of.substring(of.indexOf(" FROM ") + " FROM ".length());
  }

  private static List<String> rows(String query) {
    CommandRun run = CommandRun.of("--lake", lake, "sql", query, "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }
}
