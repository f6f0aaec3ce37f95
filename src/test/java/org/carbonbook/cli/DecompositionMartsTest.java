package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the marts of decompositions publish from the sample data. */
class DecompositionMartsTest {

  private static Path lake;

  @BeforeAll
  static void runTheMainJob() throws java.io.IOException {
    lake = SampleLake.get().folder();
  }

  @Test
  void publishesWhatDroveTheChange() {
    // A plain sum of effects is the change of the footprint, and the assumption shows in each row.
    assertThat(
            csv(
                "select region_name, identity_zh, round(sum(effect) / 1e6, 4) as effects,"
                    + " round((select sum(case year when 2010 then co2_t else -co2_t end)"
                    + " from mart.carbon_footprint where region_code = '421200' and scope = 1)"
                    + " / 1e6, 4) as change,"
                    + " max(unit) as unit, min(origin) as least, max(origin) as most from"
                    + " mart.emission_decomposition where region_code = '421200' and year_from ="
                    + " 2007 and year_to = 2010 group by region_name, identity_zh"))
        .singleElement()
        .asString()
        .matches("咸宁,扩展 Kaya 恒等式（部门、燃料）,(0\\.[0-9]+),\\1,tCO2,assumed,assumed");
    assertThat(
            csv(
                "select factor from mart.emission_decomposition where region_code = '421200' order"
                    + " by abs(effect) desc limit 2"))
        .containsExactly("affluence", "energy_intensity");
  }

  @Test
  void effectsBreakAndResidualMakeTheChange() {
    assertThat(
            csv(
                "select region_code, identity, method, base, year_from, year_to from"
                    + " core.decomposition where form = 'additive' and status = 'assessed' group by"
                    + " region_code, identity, method, base, year_from, year_to, value_from,"
                    + " value_to, residual having abs(sum(effect) + residual - (value_to -"
                    + " value_from)) > 1e-9 * (abs(value_from) + abs(value_to))"))
        .isEmpty();
    assertThat(
            csv(
                "select region_code, identity, method, base, year_from, year_to from"
                    + " core.decomposition where form = 'multiplicative' and status = 'assessed'"
                    + " group by region_code, identity, method, base, year_from, year_to,"
                    + " value_from, value_to, residual having abs(exp(sum(ln(effect))) * (1 +"
                    + " residual) / (value_to / value_from) - 1) > 1e-9"))
        .isEmpty();
    assertThat(
            csv(
                "select e.region_code, e.factor from mart.emission_decomposition e join (select"
                    + " region_code, year_from, year_to, factor, sum(effect) as effect from"
                    + " mart.decomposition_detail group by region_code, year_from, year_to, factor)"
                    + " d using (region_code, year_from, year_to, factor) where abs(e.effect -"
                    + " d.effect) > 1e-9 * (e.value_from + e.value_to)"))
        .isEmpty();
  }

  /** The province's balance of 2012 prints columns that the one of 2007 does not. */
  @Test
  void changedColumnsOfABalanceAreABreak() {
    assertThat(
            csv(
                "select distinct fuel from mart.decomposition_detail where region_code = '420000'"
                    + " and factor = 'break' and note like '%is not printed in 2007%' order by"
                    + " fuel"))
        .contains("bitumen", "naphtha")
        .doesNotContain("raw_coal", "natural_gas");
    assertThat(
            csv(
                "select distinct fuel from mart.decomposition_detail where region_code = '420000'"
                    + " and factor = 'fuel_mix' and fuel in ('blast_furnace_gas', 'converter_gas',"
                    + " 'other_gas', 'bitumen')"))
        .isEmpty();
    assertThat(
            csv(
                "select factor_zh from mart.emission_decomposition where region_code = '420000' and"
                    + " factor = 'break'"))
        .containsExactly("断点");
    assertThat(run("notices").out()).contains("BALANCE_BREAK", "420000 2007:2012");
  }

  @Test
  void aPairWithoutItsFiguresSaysWhatIsMissing() {
    assertThat(
            csv(
                "select status from mart.decomposition_by_identity where region_code = '420000' and"
                    + " identity = 'kaya'"))
        .singleElement()
        .asString()
        .contains("not assessed: no figure of gdp in 2007, 2012");
    assertThat(run("notices").out()).contains("NO_CONSTANT_PRICES", "kaya 420000");
  }

  @Test
  void everyMethodIsComparedAndTheNationsEnergyToo() {
    assertThat(
            csv(
                "select count(*) from mart.method_comparison where region_name = '全国' and identity ="
                    + " 'industry_energy_mix' and form = 'multiplicative' and base = '1995' and"
                    + " shapley is not null"))
        .containsExactly("28");
  }

  @Test
  void whichClaimsHold() {
    assertThat(
            csv(
                "select claim_id, verdict, is_independent, round(recomputed_value, 4) as value, unit,"
                    + " origin from mart.claim where region_name = '咸宁' and claim_id in ('S3', 'S8',"
                    + " 'S18', 'S20', 'S26') order by claim_id, answer"))
        .containsExactly(
            "S18,does_not_follow,true,1.4304,tce/person,assumed",
            "S20,holds,true,0.2199,1,computed",
            "S20,does_not_follow,true,0.1619,1,computed",
            "S26,,,,1e4 kW,",
            "S3,holds,false,3.9,%,computed",
            "S8,does_not_follow,false,0.2852,1,computed");
  }

  private static List<String> csv(String query) {
    return run("sql", query, "--format", "csv").out().lines().skip(1).toList();
  }

  @Test
  void aTraceRebuildsAnEffectFromItsCells() {
    requireRebuilt("raw_coal", "fuel_mix", "numerator = ");
  }

  @Test
  void aTraceRebuildsABreak() {
    requireRebuilt("bitumen", "break", "= ");
  }

  private static void requireRebuilt(String fuel, String factor, String term) {
    CommandRun trace =
        run(
            "trace",
            "mart.decomposition_detail",
            "region_code=420000",
            "sector=construction",
            "fuel=" + fuel,
            "factor=" + factor);
    assertThat(trace.exitCode()).as(trace.err()).isZero();
    assertThat(trace.out())
        .contains(term, "core.decomposition_input", "core.emission")
        .contains("exactly as published")
        .doesNotContain("NOT the published");
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(
        Stream.concat(Stream.of("--lake", lake.toString()), Stream.of(words))
            .toArray(String[]::new));
  }
}
