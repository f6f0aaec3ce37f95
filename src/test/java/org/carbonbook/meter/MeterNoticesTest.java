package org.carbonbook.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.WorkUnits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice about a log or a meter lives exactly as long as the result that it belongs to. */
class MeterNoticesTest {

  private static final List<String> STEPS = List.of("archive", "meters", "buildings");
  private static final String HEADER = "meter_id,timestamp,value,quality\n";

  @TempDir private Path folder;

  private Path landing;
  private NightlyLake lake;

  @BeforeEach
  void load() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    write(
        "meters.csv",
        """
        meter_id,building_id,energy_kind,reading,unit,interval_minutes,valid_from
        M1,B1,electricity,interval,kWh,60,2024-01-01
        M2,B1,electricity,interval,kWh,60,2024-01-01
        """);
    write("readings_a.csv", HEADER + "M1,2024-01-01 00:00,5,\nM1,2024-01-01 01:00,five,\n");
    lake = new NightlyLake(folder.resolve("lake"), landing).run(STEPS);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(landing.resolve(name), text);
  }

  private List<String> rejectedPlaces() {
    return lake.table("ops.reject").collectAsList().stream()
        .map((Row row) -> row.<String>getAs("place"))
        .toList();
  }

  @Test
  void rejectedRowsAreReportedUntilTheirFileIsReplaced() throws IOException {
    write("readings_b.csv", HEADER + "M2,2024-01-01 00:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices()).containsPattern("METER_ROWS_REJECTED\\s+readings_a\\.csv");
    assertThat(rejectedPlaces()).containsExactly("readings_a.csv:3");

    write("readings_a.csv", HEADER + "M1,2024-01-01 00:00,5,\nM1,2024-01-01 01:00,5.5,\n");
    lake.run(STEPS);
    assertThat(lake.notices()).doesNotContain("METER_ROWS_REJECTED");
    assertThat(rejectedPlaces()).isEmpty();
  }

  @Test
  void aMeterThatIsNotConservedHoldsReleasesBackUntilItIs() throws IOException {
    StringBuilder february = new StringBuilder();
    for (int hour = 0; hour < 12; hour++) {
      february.append("M1,2024-02-01 %02d:00,%d,\n".formatted(hour, 5 + hour));
    }
    write("readings_b.csv", HEADER + february + "M1,2024-03-20 00:00,5,\n");
    lake.run(STEPS);
    deltaTable("core/meter_day")
        .updateExpr("month = '2024-01'", Map.of("measured", "measured + 1"));
    takeAsWritten("core.meter_day");
    write("readings_c.csv", HEADER + "M1,2024-03-21 00:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices()).containsPattern("ERROR\\s+METER_NOT_CONSERVED\\s+meter M1");

    write("readings_d.csv", HEADER + "M2,2024-03-21 00:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices()).containsPattern("ERROR\\s+METER_NOT_CONSERVED\\s+meter M1");

    write("readings_e.csv", HEADER + "M1,2024-01-01 02:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices()).doesNotContain("METER_NOT_CONSERVED");
  }

  @Test
  void filesWithoutRowsAreNamed() throws IOException {
    write("readings_none.csv", "");
    write("readings_header.csv", HEADER);
    write("readings_lines.csv", "# exported 2024\n\n\n");
    write("more-meters.csv", "");
    write("more-buildings.csv", "building_id,name\n");
    write("weather.csv", "");
    lake.run(STEPS);
    write("readings_b.csv", HEADER + "M2,2024-01-01 00:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices())
        .containsPattern("FILE_EMPTY\\s+readings_none\\.csv")
        .containsPattern("FILE_EMPTY\\s+readings_header\\.csv")
        .containsPattern("FILE_EMPTY\\s+readings_lines\\.csv")
        .containsPattern("FILE_EMPTY\\s+more-meters\\.csv")
        .containsPattern("FILE_EMPTY\\s+more-buildings\\.csv")
        .containsPattern("FILE_EMPTY\\s+weather\\.csv");
  }

  @Test
  void readingsAheadOfTheLakesClockAreAcceptedWhenTheyAreTheBulk() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int hour = 0; hour < 24; hour++) {
      text.append("M2,2090-01-01 %02d:00,5,\n".formatted(hour));
    }
    write("readings_ahead.csv", text + "M2,2099-01-01 00:00,5,\n");
    lake.run(STEPS);
    assertThat(lake.notices())
        .containsPattern("METER_STAMPS_AHEAD\\s+readings_ahead\\.csv")
        .contains("24 of 25 readings")
        .contains("1 of 25 rows: FUTURE_STAMP");
  }

  @Test
  void anOtherBasisOfTheUnitsReadsEveryLogAgain() {
    String units = WorkUnits.table("meters");
    deltaTable(units.replace('.', '/')).updateExpr(Map.of("basis", "'of other code'"));
    deltaTable("core/meter_day").updateExpr(Map.of("measured", "0D"));
    lake.force("meters");
    assertThat(lake.table("core.meter_day").first().<Double>getAs("measured")).isEqualTo(5);
  }

  /** A run that ends before it saves its units leaves the row of a log that is read again. */
  @Test
  void aLogThatIsReadAgainHasOneRow() throws IOException {
    write("readings_b.csv", HEADER + "M2,2024-01-01 00:00,5,\n");
    lake.run(STEPS);
    String units = WorkUnits.table("meters");
    deltaTable(units.replace('.', '/')).delete("unit LIKE '%readings_b.csv%'");
    takeAsWritten(units);
    write("readings_c.csv", HEADER + "M2,2024-01-01 01:00,5,\n");
    lake.run(STEPS);
    assertThat(
            lake.table("raw.meter_file").groupBy("sequence").count().where("count > 1").isEmpty())
        .isTrue();
    assertThat(lake.table("raw.meter_file").count()).isEqualTo(3);
  }

  /** Makes the mark of the step name the newest version, as if the step had written it so. */
  private void takeAsWritten(String table) throws IOException {
    Path mark = folder.resolve("lake/ops/steps/meters.json");
    ObjectMapper json = new ObjectMapper();
    ObjectNode parts = (ObjectNode) json.readTree(Files.readString(mark));
    ((ObjectNode) parts.get("seals")).remove(table);
    ObjectNode wrote = (ObjectNode) parts.get("wrote");
    wrote.put(table, wrote.get(table).asLong() + 1);
    Files.writeString(mark, json.writeValueAsString(parts));
    Files.deleteIfExists(mark.resolveSibling(".meters.json.crc"));
  }

  private DeltaTable deltaTable(String path) {
    return DeltaTable.forPath(
        LakeSession.open("test"), folder.resolve("lake").resolve(path).toString());
  }
}
