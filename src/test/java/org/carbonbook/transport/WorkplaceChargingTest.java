package org.carbonbook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Charging sessions of a workplace (Asensio et al., 3,395 sessions of 85 drivers): each driver is
 * taken for a vehicle, and the energy of the months is that of the file to the last digit.
 */
@Tag("reference")
class WorkplaceChargingTest {

  private static final String FILE = "transport/ev_workplace_charging_sessions.csv";

  @TempDir Path folder;

  @Test
  void energyIsConservedToTheLastDigit() throws IOException {
    List<CSVRecord> records = ReferenceFiles.records(FILE);
    Path landing = folder.resolve("landing");
    Path charging = Files.createDirectories(landing.resolve("charging"));
    Files.copy(ReferenceFiles.path(FILE), charging.resolve("ev_workplace_charging_sessions.csv"));
    String vehicles =
        records.stream()
            .map(record -> record.get("userId") + ",car,electricity,bev\n")
            .distinct()
            .collect(Collectors.joining());
    Files.writeString(
        landing.resolve("vehicles.csv"), "vehicle_id,vehicle_class,fuel,drive\n" + vehicles);
    new NightlyLake(folder.resolve("lake"), landing).run(List.of("archive", "factor", "transport"));
    Lake lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());

    List<Row> logs = lake.table("core.vehicle_log").read().collectAsList();
    BigDecimal printed =
        records.stream()
            .map(record -> new BigDecimal(record.get("kwhTotal")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal logged =
        logs.stream().map(row -> exact(row, "quantity")).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rejected =
        logs.stream()
            .filter(row -> "rejected".equals(row.getAs("state")))
            .map(row -> exact(row, "quantity"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal inMonths =
        lake.table("core.vehicle_month").read().collectAsList().stream()
            .map(row -> exact(row, "kwh_used").add(exact(row, "kwh_estimated")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(logged).isEqualByComparingTo(printed);
    assertThat(inMonths.add(rejected)).isEqualByComparingTo(printed);
    Map<String, Long> states = new TreeMap<>();
    logs.forEach(
        row ->
            states.merge(
                row.<String>getAs("state") + " " + row.<String>getAs("reason"), 1L, Long::sum));
    long zero =
        records.stream()
            .filter(record -> new BigDecimal(record.get("kwhTotal")).signum() == 0)
            .count();
    assertThat(states.get("rejected zero")).isEqualTo(zero);
    assertThat(states.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(records.size());
    assertThat(states.toString())
        .isEqualTo("{estimated overlapping=10, rejected zero=55, used null=3330}");
  }

  private static BigDecimal exact(Row row, String column) {
    return BigDecimal.valueOf(row.<Double>getAs(column));
  }
}
