package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be said about a building, and what is left out with its reason. */
class BuildingGatesTest {

  private static final double AREA = 1000;
  private static final double GAS_KWHE = 7.1307;
  private static final double DAYS = 365;

  @TempDir static Path folder;
  private static NightlyLake lake;

  @BeforeAll
  static void load() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Files.writeString(
        landing.resolve("meters.csv"),
        """
        meter_id,building_id,energy_kind,reading,unit,interval_minutes,parent_meter_id,end_use,valid_from,valid_to
        NE1,NORTH,electricity,interval,kWh,60,,,,
        NE2,NORTH,electricity,interval,kWh,60,,,,
        NG,NORTH,gas,interval,m3,60,,heating,,
        SE,SOUTH,electricity,interval,kWh,60,,,,
        SG,SOUTH,gas,interval,m3,60,,heating,,
        UE,UNSTATED,electricity,interval,kWh,60,,,,
        UG,UNSTATED,gas,interval,m3,60,,,,
        BE,BEHIND,electricity,interval,kWh,60,,,,
        BH,BEHIND,electricity,interval,kWh,60,BE,heating,,
        BC,BEHIND,electricity,interval,kWh,60,BE,data_centre,,
        OE,OTHER,electricity,interval,kWh,60,,,,
        XE,SHORT,electricity,interval,kWh,60,,,2022-01-01,2022-01-22
        ME,MISSING,electricity,interval,kWh,60,,,,
        MG,MISSING,gas,interval,m3,60,,,,
        PE,PANELS,electricity,interval,kWh,60,,,,
        PV,PANELS,pv,interval,kWh,60,,,,
        """);
    Files.writeString(
        landing.resolve("buildings.csv"),
        """
        building_id,name,use_type,area_m2,region,limit_category
        NORTH,North,office,1000,110000,office_commercial_a
        SOUTH,South,office,1000,421200,office_commercial_a
        UNSTATED,Unstated,office,1000,110000,office_commercial_a
        BEHIND,Behind,office,1000,110000,office_commercial_a
        OTHER,Other,hotel,1000,421200,office_commercial_a
        SHORT,Short,office,1000,421200,office_commercial_a
        MISSING,Missing,office,1000,421200,office_commercial_a
        PANELS,Panels,office,1000,421200,office_commercial_a
        """);
    StringBuilder readings = new StringBuilder("meter_id,timestamp,value,quality\n");
    LocalDate.of(2022, 1, 1)
        .datesUntil(LocalDate.of(2023, 1, 1))
        .forEach(
            day -> {
              for (int hour = 0; hour < 24; hour++) {
                String stamp = day + " %02d:00".formatted(hour);
                append(readings, "NE1", stamp, hour == 10 ? 100 : 2);
                append(readings, "NE2", stamp, hour == 15 ? 60 : 3);
                for (String gas : new String[] {"NG", "SG", "UG"}) {
                  append(readings, gas, stamp, 0.5);
                }
                for (String main : new String[] {"SE", "UE", "BE", "OE", "ME", "PE"}) {
                  append(readings, main, stamp, 5);
                }
                append(readings, "BH", stamp, 1.5);
                append(readings, "BC", stamp, 0.5);
                append(readings, "PV", stamp, hour > 8 && hour < 16 ? 4 : 0.25);
                if (day.getDayOfYear() <= 21) {
                  append(readings, "XE", stamp, 5);
                }
              }
            });
    LocalDate.of(2020, 3, 1)
        .datesUntil(LocalDate.of(2020, 3, 4))
        .forEach(day -> append(readings, "SE", day + " 10:00", 5));
    Files.writeString(landing.resolve("readings.csv"), readings);
    lake = new NightlyLake(folder.resolve("lake"), landing).run();
  }

  private static void append(StringBuilder to, String meter, String stamp, double value) {
    to.append(String.format(Locale.ROOT, "%s,%s,%.3f,%n", meter, stamp, value).replace("\r", ""));
  }

  private static Row benchmark(String building, String kind) {
    return row("mart.building_benchmark", building, "year = 2022 AND energy_kind = '" + kind + "'");
  }

  private static Row row(String mart, String building, String condition) {
    var rows =
        lake.table(mart)
            .where("building_id = '%s' AND %s".formatted(building, condition))
            .collectAsList();
    assertThat(rows).as("%s of %s where %s", mart, building, condition).hasSize(1);
    return rows.get(0);
  }

  private static void near(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column)).as(column).isCloseTo(expected, within(1e-6));
  }

  @Test
  void threeWeeksAreNoYear() {
    for (String kind : new String[] {"electricity", "all"}) {
      Row three = benchmark("SHORT", kind);
      near(three, "coverage", 21 / DAYS);
      near(three, "kwh", 21 * 24 * 5);
      assertThat(three.<String>getAs("status"))
          .isEqualTo("not assessed: coverage of the year 0.058 below 0.90");
      for (String column : new String[] {"eui_kwh_m2", "kgce_m2", "kgco2_m2", "percentile"}) {
        assertThat(three.<Double>getAs(column)).as(column).isNull();
      }
      assertThat(three.<String>getAs("limit_status")).startsWith("not assessed: ");
    }
    Row load = row("mart.building_health", "SHORT", "year = 2022");
    assertThat(load.<Double>getAs("load_factor")).isNull();
    assertThat(load.<String>getAs("load_status")).contains("0.058 of the year, below 0.90");
  }

  @Test
  void allKindsAreOnlyPublishedWithAllTheirParts() {
    Row all = benchmark("MISSING", "all");
    assertThat(all.<Double>getAs("kwh")).isNull();
    assertThat(all.<Double>getAs("eui_kwh_m2")).isNull();
    assertThat(all.<String>getAs("missing")).isEqualTo("gas");
    assertThat(all.<String>getAs("status")).isEqualTo("not assessed: no readings of gas");
    near(benchmark("MISSING", "electricity"), "eui_kwh_m2", 5 * 24 * DAYS / AREA);
  }

  @Test
  void thePeakOfABuildingIsWhatItDrawsAtOneTime() {
    Row load = row("mart.building_health", "NORTH", "year = 2022");
    double kwh = (100 + 23 * 2 + 60 + 23 * 3) * DAYS;
    near(load, "peak_kw", 103);
    near(load, "load_factor", kwh / (24 * DAYS) / 103);
    near(load, "base_load_kw", 5);
    assertThat(load.<String>getAs("peak_at")).isEqualTo("2022-01-01 10:00");
  }

  @Test
  void inTheNorthHeatingIsLeftOutOfTheComparison() {
    Row north = benchmark("NORTH", "all");
    double electricity = (100 + 23 * 2 + 60 + 23 * 3) * DAYS;
    double gas = 0.5 * 24 * DAYS;
    near(north, "kwh", electricity + gas * 10.814166666666667);
    near(north, "kwhe", electricity + gas * GAS_KWHE);
    near(north, "kgce_m2", (electricity * 0.1229 + gas * 1.33) / AREA);
    near(north, "heating_kwhe_m2", gas * GAS_KWHE / AREA);
    near(north, "compared_kwhe_m2", electricity / AREA);
    near(north, "limit_kwhe_m2", 65);
    near(north, "guide_kwhe_m2", 55);
    assertThat(north.<String>getAs("limit_heating")).isEqualTo("excluded");
    assertThat(north.<String>getAs("limit_verdict")).isEqualTo("above the limit");
  }

  @Test
  void whereWintersAreMildTheLimitIncludesHeating() {
    Row south = benchmark("SOUTH", "all");
    near(south, "limit_kwhe_m2", 85);
    near(south, "compared_kwhe_m2", (5 * 24 + 0.5 * 24 * GAS_KWHE) * DAYS / AREA);
    near(south, "non_heating_kwhe_m2", 5 * 24 * DAYS / AREA);
    assertThat(south.<String>getAs("limit_heating")).isEqualTo("included");
    assertThat(south.<String>getAs("limit_verdict")).isEqualTo("within the limit");
  }

  @Test
  void heatingAndDataCentresBehindTheMainMeterAreLeftOut() {
    Row behind = benchmark("BEHIND", "all");
    near(behind, "heating_kwhe_m2", 1.5 * 24 * DAYS / AREA);
    near(behind, "special_kwhe_m2", 0.5 * 24 * DAYS / AREA);
    near(behind, "compared_kwhe_m2", 3 * 24 * DAYS / AREA);
    assertThat(behind.<String>getAs("limit_verdict")).isEqualTo("within the guide value");
  }

  @Test
  void gasWhoseUseIsNotStatedCannotBeCompared() {
    Row unstated = benchmark("UNSTATED", "all");
    assertThat(unstated.<Double>getAs("compared_kwhe_m2")).isNull();
    assertThat(unstated.<String>getAs("limit_status"))
        .isEqualTo("not assessed: the end use of gas is not stated, so heating cannot be left out");
  }

  @Test
  void aLimitOfAnotherUseIsNotCompared() {
    assertThat(benchmark("OTHER", "all").<String>getAs("limit_status"))
        .isEqualTo("not assessed: the limit is for use office, the building has hotel");
  }

  @Test
  void electricityOfOwnPanelsIsNoPurchasedEnergy() {
    near(benchmark("PANELS", "all"), "kwh", 5 * 24 * DAYS);
    Row own = benchmark("PANELS", "pv");
    near(own, "kwh", (7 * 4 + 17 * 0.25) * DAYS);
    near(own, "co2_location_yearly_kg", 0);
  }

  @Test
  void withoutAResidualMixThereIsNoMarketBasedFigure() {
    Row year = row("mart.building_benchmark", "SOUTH", "year = 2020 AND energy_kind = 'all'");
    assertThat(year.<Double>getAs("co2_market_kg")).isNull();
    assertThat(year.<String>getAs("co2_market_notation")).isEqualTo("NE");
    near(benchmark("SOUTH", "electricity"), "co2_market_kg", 5 * 24 * DAYS * 0.5856);
  }
}
