package org.carbonbook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.SampleLake;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.transport.sample.SampleFleet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up fleet of the sample: every row ends as the truth says, and nothing is lost. */
class FleetSampleTest {

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void open() throws IOException {
    new SampleFleet().write(folder);
    lake = Lake.open(() -> LakeSession.open("tests"), SampleLake.get().folder().toString());
  }

  @Test
  void theSampleIsWhatTheGeneratorWrites() throws IOException {
    for (String name :
        List.of(
            "vehicles.csv",
            "odometers-2015.csv",
            "fuel_cards-2015.csv.gz",
            "vehicle_charging-2015.csv",
            "travel_survey-2015.csv",
            "source.yaml")) {
      assertThat(Files.readAllBytes(Path.of("sample-data/transport", name)))
          .as("write it again: carbonbook sample --fleet --output sample-data/transport")
          .isEqualTo(Files.readAllBytes(folder.resolve(name)));
    }
  }

  @Test
  void everyDefectIsFoundAsWhatItIsAndNothingElseIs() throws IOException {
    Map<String, String> truth = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("truth/fleet_defects.csv"))) {
      String[] cells = line.split(",", -1);
      truth.put("transport/%s:%s".formatted(cells[0], cells[1]), cells[2] + "," + cells[3]);
    }
    truth.remove("transport/file:line");

    Map<String, String> found =
        rows("core.vehicle_log").stream()
            .filter(
                row ->
                    row.getAs("reason") != null
                        || row.getAs("odometer_reason") != null
                        || !"used".equals(row.getAs("state")))
            .collect(
                Collectors.toMap(
                    row -> row.getAs("path") + ":" + row.getAs("line"),
                    row ->
                        verdict(row, "state", "reason")
                            + ","
                            + verdict(row, "odometer_state", "odometer_reason"),
                    (one, other) -> one,
                    TreeMap::new));

    assertThat(found).containsExactlyEntriesOf(truth);
    assertThat(truth).hasSize(29);
  }

  @Test
  void nothingIsLostOrInvented() {
    List<Row> rows = rows("mart.vehicle_conservation");
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows).allSatisfy(row -> assertThat(row.<Double>getAs("difference")).isZero());
  }

  @Test
  void fuelAndElectricityOfTheYearAreThoseOfTheLogs() {
    double logged =
        rows("core.vehicle_log").stream()
            .filter(row -> "diesel_oil".equals(row.getAs("fuel")))
            .filter(row -> !"rejected".equals(row.getAs("state")))
            .filter(row -> !"odometer".equals(row.getAs("log")))
            .mapToDouble(row -> row.getAs("quantity"))
            .sum();
    double published =
        rows("mart.transport_footprint").stream()
            .filter(row -> "diesel_oil".equals(row.getAs("fuel")))
            .mapToDouble(row -> row.getAs("fuel_sold"))
            .sum();

    assertThat(published).isEqualTo(logged, org.assertj.core.api.Assertions.within(1e-6));
  }

  /** 0.83 kg/L × 42.652 MJ/kg × 20.2 kg C/GJ × 0.98 × 44/12: the default set's diesel. */
  @Test
  void dieselIsCountedWithDensityAndCarbonContent() {
    Row row =
        rows("mart.transport_footprint").stream()
            .filter(each -> "truck".equals(each.getAs("vehicle_class")))
            .findFirst()
            .orElseThrow();

    double litres = row.getAs("fuel_sold");
    double perLitre = row.getAs("factor_value");
    assertThat(perLitre)
        .isEqualTo(0.83 * 3.0959096373333335, org.assertj.core.api.Assertions.within(1e-9));
    double gases = litres * 0.83 * (0.00016634280000000002 * (28 + 265));
    assertThat(row.<Double>getAs("scope1_co2e_t") * 1000)
        .isEqualTo(litres * perLitre + gases, org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void targetsAreComparedOnlyWhereThereIsADatum() {
    Map<String, String> verdicts = new TreeMap<>();
    rows("mart.transport_target")
        .forEach(
            row ->
                verdicts.put(
                    row.getAs("measure") + " " + row.getAs("year"),
                    row.getAs("verdict") == null ? row.getAs("status") : row.getAs("verdict")));

    assertThat(verdicts)
        .containsEntry("new_energy_buses 2015", "within")
        .containsEntry("public_transport_trips 2015", "below")
        .containsEntry("new_energy_buses 2020", "not assessed: no buses with logs in 2020")
        .containsEntry("public_transport_trips 2020", "not assessed: no travel survey of 2020");
    assertThat(verdicts.get("new_energy_households 2015")).startsWith("not assessed: ");
    assertThat(verdicts.get("low_carbon_private_trips 2015")).startsWith("not assessed: ");
  }

  private static String verdict(Row row, String state, String reason) {
    String text = row.getAs(state);
    String why = row.getAs(reason);
    return text == null ? "" : why == null ? text : text + " " + why;
  }

  private static List<Row> rows(String table) {
    return lake.table(table).read().collectAsList();
  }
}
