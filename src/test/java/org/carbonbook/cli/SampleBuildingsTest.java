package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an analyst finds in the marts of the sample's buildings, and what must hold in every row.
 */
class SampleBuildingsTest {

  private static String lake;

  @BeforeAll
  static void lake() throws IOException {
    lake = SampleLake.get().folder().toString();
  }

  private static List<String> rows(String query) {
    CommandRun run = CommandRun.of("--lake", lake, "sql", query, "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }

  private static void none(String mart, String condition) {
    assertThat(rows("select * from mart.%s where %s".formatted(mart, condition)))
        .as("rows of %s where %s", mart, condition)
        .isEmpty();
  }

  @Test
  void officesAreRankedAgainstTheirPeers() {
    List<String> offices =
        rows(
            "select building_id from mart.building_benchmark where year = 2023 and use_type ="
                + " 'office' and energy_kind = 'electricity' and peer_status = 'assessed' order by"
                + " rank");
    assertThat(offices).hasSize(7);
  }

  @Test
  void noIntensityWithoutAWholeYearAndNoRankWithoutPeers() {
    none(
        "building_benchmark",
        "eui_kwh_m2 is not null and (coverage < 0.9 or status <> 'assessed')");
    none("building_benchmark", "eui_kwh_m2 is null and status = 'assessed'");
    none("building_benchmark", "(percentile is not null or rank is not null) and peers < 5");
    none("building_benchmark", "limit_distance_kwhe_m2 is not null and limit_status like 'not%'");
    none("building_health", "load_factor <= 0 or load_factor > 1 or base_load_share > 1");
    assertThat(rows("select * from mart.building_benchmark where year = 2024"))
        .isNotEmpty()
        .allMatch(row -> row.contains("not assessed: coverage of the year"));
  }

  @Test
  void everyMissingCarbonHasItsNotation() {
    for (String basis : List.of("location_yearly", "location_hourly", "market")) {
      none(
          "building_energy_monthly",
          "(co2_%1$s_t is null) <> (co2_%1$s_notation is not null)".formatted(basis));
      none(
          "building_benchmark",
          "(co2_%1$s_kg is null) <> (co2_%1$s_notation is not null)".formatted(basis));
    }
    none("building_energy_monthly", "co2_location_yearly_t is not null and factor_id is null");
    none(
        "building_energy_monthly",
        "month >= '2024' and energy_kind = 'electricity' and co2_market_t is not null");
  }

  @Test
  void aBuildingHasOneFactorArea() {
    assertThat(
            rows(
                "select building_id from mart.building_energy_monthly where energy_kind ="
                    + " 'electricity' group by building_id having count(distinct factor_area) <> 1"))
        .isEmpty();
    none("building_longitudinal", "is_factor_break");
  }

  @Test
  void everyFigureIsStatedAsMadeUp() {
    for (String mart :
        List.of(
            "building_benchmark",
            "building_energy_monthly",
            "building_health",
            "building_longitudinal",
            "building_saving",
            "meter_conservation",
            "submeter_balance")) {
      assertThat(rows("select distinct origin from mart." + mart))
          .as(mart)
          .containsExactly("assumed");
    }
  }

  @Test
  void aRetrofitSavesAFifthAndACampaignNothing() {
    List<String> savings =
        rows(
            "select building_id, verdict, round(saving_percent) from mart.building_saving where"
                + " energy_kind = 'electricity' order by building_id");
    assertThat(savings).hasSize(2);
    assertThat(savings.get(0)).matches("XN-B-03,less energy,(19|20|21)(\\.0)?");
    assertThat(savings.get(1)).startsWith("XN-B-05,not distinguishable from zero");
  }

  @Test
  void theBuildingWithBadMetersIsFound() {
    assertThat(
            rows(
                "select building_id from mart.building_health where year = 2023 and open_defects ="
                    + " (select max(open_defects) from mart.building_health where year = 2023)"))
        .as("those with most defects; two may have as many")
        .contains("XN-B-11");
    assertThat(
            rows(
                "select month from mart.submeter_balance where verdict = 'children exceed parent'"
                    + " order by month"))
        .containsExactly("2023-06", "2023-08");
    none("meter_conservation", "abs(difference) > 0");
  }

  @Test
  void monthsAddUpToYears() {
    assertThat(
            rows(
                "select m.building_id from (select building_id, energy_kind, substr(month, 1, 4)"
                    + " as year, sum(kwh) as kwh from mart.building_energy_monthly group by 1, 2, 3)"
                    + " m join mart.building_benchmark b on b.building_id = m.building_id and"
                    + " b.energy_kind = m.energy_kind and b.year = m.year where abs(m.kwh - b.kwh) >"
                    + " 1e-6 * b.kwh"))
        .isEmpty();
  }
}
