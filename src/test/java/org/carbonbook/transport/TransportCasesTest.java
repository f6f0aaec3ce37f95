package org.carbonbook.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input of transport, each with what an analyst may say about it. */
class TransportCasesTest {

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void load() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    write(
        landing,
        "vehicles.csv",
        """
        vehicle_id,vehicle_class,fuel,drive,standard,odometer_unit,tank,region,valid_from,valid_to
        MILES,truck,diesel_oil,ice,V,mile,400,421200,,
        NOUNIT,truck,diesel_oil,ice,V,NO DATA,400,421200,,
        HOVER,hovercraft,diesel_oil,ice,V,km,400,421200,,
        NOFUEL,car,gasoline,ice,V,km,60,421200,,
        SWEEP,sanitation,diesel_oil,ice,V,km,,421200,,
        PLUG,car,electricity,bev,,km,,421200,,
        OLD,car,gasoline,ice,III,km,60,421200,2010-01-01,2015-02-01
        """);
    write(
        landing,
        "odometers.csv",
        """
        vehicle_id,time,odometer
        MILES,2015-01-01 08:00,1000
        MILES,2015-01-31 08:00,2000
        NOUNIT,2015-01-01 08:00,1000
        NOUNIT,2015-01-31 08:00,2000
        NOFUEL,2015-01-01,5000
        NOFUEL,2015-01-31,6000
        SWEEP,2015-01-01,5000
        SWEEP,2015-01-31,6000
        HOVER,2015-01-31,6000
        OLD,2015-02-01,9000
        """);
    write(
        landing,
        "fuel_cards.csv",
        """
        vehicle_id,time,product,quantity,unit,odometer
        MILES,2015-01-10 09:00,0#柴油,10,UK gal,
        MILES,2015-01-12 09:00,0#柴油,10,gallons,
        MILES,2015-01-13 09:00,0#柴油,8.3,公斤,
        SWEEP,2015-01-10 09:00,diesel,100,L,
        PLUG,2015-01-10 09:00,92#,30,L,
        """);
    write(
        landing,
        "vehicle_charging.csv",
        """
        vehicle_id,start,end,kwh
        PLUG,2015-01-31 23:00,2015-02-01 01:00,10
        PLUG,2015-02-03 12:00,2015-02-03 11:00,4
        """);
    write(
        landing,
        "travel_survey.csv",
        """
        region,year,survey,mode,share_percent,trips,km_per_trip
        421200,2015,too much,walk,60,,
        421200,2015,too much,公交,52,,
        421200,2016,none,walk,,0,
        421200,2016,none,bus,,0,
        421200,2017,counted,walk,,300,1
        421200,2017,counted,bus,,100,6
        421200,2017,counted,teleport,,5,1
        """);
    run(landing);
  }

  private static void run(Path landing) {
    new NightlyLake(folder.resolve("lake"), landing)
        .run(
            List.of(
                "archive",
                "factor",
                "transport",
                "mart.transport_footprint",
                "mart.vehicle_conservation",
                "mart.fleet",
                "mart.transport_mode_share",
                "mart.transport_target"));
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @Test
  void milesAndImperialGallonsAreConverted() {
    Row row = one("core.vehicle_month", "vehicle_id = 'MILES'");
    assertThat(row.<Double>getAs("km_measured")).isEqualTo(1609.344, within(1e-9));
    // 10 imperial gallons, and 8.3 kg of 0.83 kg/L; gallons without a country do not count.
    assertThat(row.<Double>getAs("fuel_used")).isEqualTo(45.4609 + 10, within(1e-6));
    assertThat(
            one("core.vehicle_log", "printed_quantity = '10' and state = 'rejected'")
                .<String>getAs("reason"))
        .isEqualTo("unit_unknown");
  }

  @Test
  void anOdometerWithoutAUnitDoesNotCount() {
    assertThat(list("core.vehicle_log", "vehicle_id = 'NOUNIT'"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.<String>getAs("reason")).isEqualTo("unit_unknown"));
    assertThat(list("core.vehicle_month", "vehicle_id = 'NOUNIT'")).isEmpty();
  }

  @Test
  void aClassThatIsUnknownIsNotRegistered() {
    assertThat(list("core.vehicle", "vehicle_id = 'HOVER'")).isEmpty();
    assertThat(one("core.vehicle_log", "vehicle_id = 'HOVER'").<String>getAs("reason"))
        .isEqualTo("not_registered");
    assertThat(list("ops.reject", "table = 'core.vehicle' and text like '%HOVER%'")).hasSize(1);
  }

  @Test
  void aVehicleWithoutAnyFuelRecordIsNotEstimatedAndNotZero() {
    Row row = one("mart.transport_footprint", "vehicle_class = 'car' and fuel = 'gasoline'");
    assertThat(row.<Double>getAs("vkm")).isEqualTo(1000.0);
    assertThat(row.<Double>getAs("scope1_co2e_t")).isNull();
    assertThat(row.<String>getAs("scope1_notation")).isEqualTo("NE");
    assertThat(row.<String>getAs("missing")).isEqualTo("fuel of 1 vehicles");
  }

  @Test
  void aClassWithoutConsumptionIsNotEstimatedByActivity() {
    Row row = one("mart.transport_footprint", "vehicle_class = 'sanitation'");
    assertThat(row.<Double>getAs("activity_co2e_t")).isNull();
    assertThat(row.<String>getAs("activity_notation")).isEqualTo("NE");
    assertThat(row.<Double>getAs("scope1_co2e_t")).isPositive();
  }

  @Test
  void aBatteryCarTakesNoPetrolAndItsSessionsKeepTheirEnergy() {
    assertThat(
            one("core.vehicle_log", "vehicle_id = 'PLUG' and log = 'fuel'").<String>getAs("reason"))
        .isEqualTo("other_fuel");
    assertThat(
            one("core.vehicle_month", "vehicle_id = 'PLUG' and month = '2015-01'")
                .<Double>getAs("kwh_used"))
        .isEqualTo(5.0);
    Row february = one("core.vehicle_month", "vehicle_id = 'PLUG' and month = '2015-02'");
    assertThat(february.<Double>getAs("kwh_used")).isEqualTo(5.0);
    assertThat(february.<Double>getAs("kwh_estimated")).isEqualTo(4.0);
  }

  @Test
  void aVehicleIsNotRegisteredOnTheDayAfterItsLast() {
    assertThat(one("core.vehicle_log", "vehicle_id = 'OLD'").<String>getAs("reason"))
        .isEqualTo("not_registered");
  }

  @Test
  void aSurveyThatIsNoWholeHasNoShares() {
    assertThat(list("mart.transport_mode_share", "year = 2015"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs("trip_share")).isNull();
              assertThat(row.<String>getAs("status"))
                  .isEqualTo("not assessed: the shares add up to 112.0 %, not 100");
            });
    assertThat(list("mart.transport_mode_share", "year = 2016"))
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs("status"))
                    .isEqualTo("not assessed: the trips of all modes are zero"));
    assertThat(
            one("mart.transport_target", "year = 2015 and measure = 'public_transport_trips'")
                .<String>getAs("status"))
        .startsWith("not assessed: the shares add up to 112.0 %");
  }

  @Test
  void countedTripsGiveShares() {
    Row walk = one("mart.transport_mode_share", "year = 2017 and mode = 'walk'");
    assertThat(walk.<Double>getAs("trip_share")).isEqualTo(0.75);
    assertThat(walk.<Double>getAs("pkm_share")).isEqualTo(300.0 / 900, within(1e-9));
    assertThat(list("ops.reject", "table = 'core.travel_survey'")).hasSize(1);
  }

  private static Row one(String table, String where) {
    List<Row> rows = list(table, where);
    assertThat(rows).as("%s where %s", table, where).hasSize(1);
    return rows.get(0);
  }

  private static List<Row> list(String table, String where) {
    return lake.table(table).read().where(where).collectAsList();
  }

  private static void write(Path landing, String name, String text) throws IOException {
    Files.writeString(landing.resolve(name), text);
  }
}
