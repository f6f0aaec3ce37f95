package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Cambridge estate's electricity against figures computed apart; and two more public logs, a
 * steel plant and charging sessions, that a format file alone reads.
 */
@Tag("reference")
class CambridgeFiguresTest {

  private static final Path REFERENCE =
      Path.of(System.getProperty("carbonbook.reference", "../shared/reference"));
  private static final Path METERS = REFERENCE.resolve("meters");
  private static final Path EXPECTED = METERS.resolve("ucam_expected");
  private static final double PERCENT = 0.01;

  @TempDir static Path folder;
  private static NightlyLake lake;
  private static final Map<String, Row> BENCHMARK = new HashMap<>();

  @BeforeAll
  static void load() throws Exception {
    assumeTrue(Files.isDirectory(METERS), "no reference data at " + METERS.toAbsolutePath());
    Path landing = Files.createDirectory(folder.resolve("landing"));
    unpack("ucam_electricity_2015-2023.tar.xz", landing, "*/2019.csv", "*/2022.csv");
    unpack("ucam_carbon_weather_2009-2022.tar.xz", landing, "*_2019.csv", "*_2022.csv");
    for (Path file :
        List.of(
            METERS.resolve("ucam_building_floor_roof_areas.csv"),
            METERS.resolve("steel_industry_15min_2018.csv"),
            REFERENCE.resolve("transport/ev_workplace_charging_sessions.csv"))) {
      Files.copy(file, landing.resolve(file.getFileName()));
    }
    lake = new NightlyLake(folder.resolve("lake"), landing).run();
    for (Row row :
        lake.table("mart.building_benchmark")
            .where("energy_kind = 'electricity'")
            .collectAsList()) {
      BENCHMARK.put(row.getAs("building_id") + "/" + row.getAs("year"), row);
    }
  }

  private static void unpack(String archive, Path into, String... members) throws Exception {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("tar", "xJf", METERS.resolve(archive).toAbsolutePath().toString()));
    words.addAll(List.of("-C", into.toString(), "--wildcards"));
    words.addAll(List.of(members));
    Process tar = new ProcessBuilder(words).inheritIO().start();
    assumeTrue(tar.waitFor() == 0, "tar with xz is needed to unpack " + archive);
  }

  @Test
  void intensityRankAndPercentileOf2019() throws IOException {
    List<ConfRow> expected =
        ConfTable.read(EXPECTED.resolve("expected_ranking_2019_elec.csv")).rows();
    assertThat(expected).hasSize(79);
    assertThat(
            BENCHMARK.values().stream()
                .filter(row -> row.<Integer>getAs("year") == 2019)
                .filter(row -> "assessed".equals(row.getAs("status"))))
        .hasSize(79);
    for (ConfRow row : expected) {
      Row found = BENCHMARK.get(row.text("building") + "/2019");
      near(found, "area_m2", row.text("gia_m2"));
      near(found, "kwh", row.text("sum_kwh"));
      near(found, "eui_kwh_m2", row.text("eui_kwh_m2"));
      near(found, "percentile", row.text("percentile_of_rank"));
      assertThat(found.<Integer>getAs("rank")).isEqualTo(Integer.parseInt(row.text("rank")));
    }
    Row middle = BENCHMARK.get("UCam_Building_b10/2019");
    near(middle, "peer_median", "110.0902");
    near(middle, "eui_kwh_m2", "110.0902");
    for (ConfRow row :
        ConfTable.read(EXPECTED.resolve("expected_cross_section_2019_elec.csv")).rows()) {
      if (List.of("p10", "p25", "p75", "p90").contains(row.text("stat"))) {
        near(middle, "peer_" + row.text("stat"), row.text("value"));
      }
    }
  }

  @Test
  void changeFrom2019To2022OverBuildingsThatPassInBoth() throws IOException {
    List<Row> pairs =
        lake.table("mart.building_longitudinal")
            .where(
                "energy_kind = 'electricity' AND is_comparable AND year_from = 2019"
                    + " AND year_to = 2022 AND building_id LIKE 'UCam%'")
            .collectAsList();
    assertThat(pairs).hasSize(56);
    double from = 0;
    double to = 0;
    Map<String, Row> byBuilding = new HashMap<>();
    for (Row pair : pairs) {
      from += pair.<Double>getAs("kwh_from");
      to += pair.<Double>getAs("kwh_to");
      byBuilding.put(pair.getAs("building_id"), pair);
      double parts =
          pair.<Double>getAs("area_effect_kwh")
              + pair.<Double>getAs("weather_effect_kwh")
              + pair.<Double>getAs("rest_kwh");
      assertThat(parts).isCloseTo(pair.<Double>getAs("change_kwh"), withinPercentage(1e-6));
    }
    assertThat((to / from - 1) * 100).isCloseTo(-5.3108, withinPercentage(PERCENT));
    for (ConfRow row :
        ConfTable.read(EXPECTED.resolve("expected_longitudinal_2019_2022_elec.csv")).rows()) {
      near(byBuilding.get(row.text("building")), "kwh_from", row.text("2019"));
      near(byBuilding.get(row.text("building")), "kwh_to", row.text("2022"));
    }
  }

  @Test
  void scope2ByTheHourAndByTheYear() throws IOException {
    double hourly = 0;
    double yearly = 0;
    for (ConfRow row :
        ConfTable.read(EXPECTED.resolve("expected_scope2_hourly_vs_annual_2019.csv")).rows()) {
      Row found = BENCHMARK.get(row.text("building") + "/2019");
      near(found, "co2_location_hourly_kg", row.text("kgco2_hourly_matched"));
      near(found, "co2_location_yearly_kg", row.text("kgco2_annual_mean_factor"));
      hourly += found.<Double>getAs("co2_location_hourly_kg");
      yearly += found.<Double>getAs("co2_location_yearly_kg");
    }
    assertThat((hourly / yearly - 1) * 100).isCloseTo(2.0959, withinPercentage(PERCENT));
  }

  @Test
  void aSteelPlantStampedAtTheEndLoadsByItsFormatAlone() throws IOException {
    double printed = 0;
    int rows = 0;
    for (ConfRow row : ConfTable.read(METERS.resolve("steel_industry_15min_2018.csv")).rows()) {
      printed += Double.parseDouble(row.text("Usage_kWh"));
      rows++;
    }
    List<Row> days = lake.table("core.meter_day").where("meter_id = 'steel_plant'").collectAsList();
    assertThat(rows).isEqualTo(35040);
    assertThat(days).hasSize(365);
    assertThat(days).allSatisfy(day -> assertThat(day.<Double>getAs("measured_h")).isEqualTo(24));
    assertThat(days.stream().mapToDouble(day -> day.<Double>getAs("counted")).sum())
        .isCloseTo(printed, withinPercentage(1e-9));
    assertThat(days.stream().map(day -> day.getAs("day").toString()).sorted().findFirst())
        .hasValue("2018-01-01");
  }

  @Test
  void chargingSessionsLoadByTheirFormatAlone() throws IOException {
    Row file = lake.table("raw.meter_file").where("format = 'ev_charging'").collectAsList().get(0);
    List<ConfRow> sessions =
        ConfTable.read(REFERENCE.resolve("transport/ev_workplace_charging_sessions.csv")).rows();
    assertThat(file.<Long>getAs("rows")).isEqualTo(sessions.size());
    assertThat(file.<Long>getAs("kept") + file.<Long>getAs("rejected")).isEqualTo(sessions.size());
    assertThat(file.<Long>getAs("rejected")).isLessThan(sessions.size() / 20);
    assertThat(
            lake.table("core.meter_day")
                .where("meter_id LIKE 'ev\\_%'")
                .select("day")
                .collectAsList())
        .allSatisfy(
            day -> assertThat(day.getDate(0).toString()).isBetween("2014-11-01", "2015-12-31"));
  }

  private static void near(Row row, String column, String expected) {
    assertThat(row.<Double>getAs(column))
        .as("%s of %s", column, row.getString(0))
        .isCloseTo(Double.parseDouble(expected), withinPercentage(PERCENT));
  }
}
