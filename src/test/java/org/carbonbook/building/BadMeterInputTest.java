package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with logs and registries is told with its place, and the rest goes on. */
class BadMeterInputTest {

  private static final String HEADER = "meter_id,timestamp,value,quality\n";

  @TempDir static Path folder;
  private static Path landing;
  private static NightlyLake lake;
  private static final Map<String, Row> FILES = new HashMap<>();

  @BeforeAll
  static void load() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    write(
        "meters.csv",
        "meter_id,building_id,energy_kind,reading,unit,interval_minutes,parent_meter_id,valid_from,"
            + "valid_to\n"
            + "M1,B1,electricity,interval,kWh,60,,2024-01-01,2024-07-01\n"
            + "M2,B2,electricity,interval,kWh,60,,2024-01-01,\n"
            + "G1,B1,gas,interval,kg,60,,2024-01-01,\n"
            + "L1,B1,electricity,interval,kWh,60,L2,2024-01-01,\n"
            + "L2,B1,electricity,interval,kWh,60,L1,2024-01-01,\n");
    write(
        "buildings.csv",
        "building_id,name,use_type,area_m2\nB1,One,office,0\nB2,Two,office,\nB3,Three,office,many\n");
    write(
        "readings-mixed.csv",
        HEADER
            + "M1,2024-02-01 00:00,5,\n"
            + "M9,2024-02-01 00:00,5,\n"
            + "M1,2023-12-31 23:00,5,\n"
            + "M1,2024-08-01 00:00,5,\n"
            + "M2,2999-02-01 00:00,5,\n"
            + "M1,yesterday,5,\n"
            + "M1,2024-02-30 01:00,5,\n"
            + "M1,2024-02-01 01:00,five,\n"
            + "M1,2024-02-01\n"
            + "M1,2024-02-01 02:00,5,X\n"
            + "M1,2024-02-01 03:00,,\n"
            + "G1,2024-02-01 03:00,7,\n"
            + "M1,2024-02-01 04:0");
    write("readings-semicolon.csv", (HEADER + "M1,2024-02-02 00:00,5,\n").replace(',', ';'));
    write("readings-no-value.csv", "meter_id,timestamp,kwh\nM1,2024-02-02 00:00,5\n");
    write("readings-bom.csv", "\uFEFF" + HEADER + "M1,2024-02-03 00:00,5,\n");
    Files.write(
        landing.resolve("readings-utf16.csv"),
        (HEADER + "M1,2024-02-04 00:00,5,\n").getBytes(StandardCharsets.UTF_16));
    writeCutGzip();
    lake = new NightlyLake(folder.resolve("lake"), landing).run();
    for (Row row : lake.table("raw.meter_file").collectAsList()) {
      FILES.put(row.getAs("path"), row);
    }
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(landing.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static void writeCutGzip() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    java.util.Random random = new java.util.Random(3);
    for (int hour = 0; hour < 700; hour++) {
      text.append(
          "M2,2024-03-%02d %02d:00,%d,%n"
              .formatted(1 + hour / 24, hour % 24, random.nextInt(1_000_000))
              .replace("\r", ""));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = bytes.toByteArray();
    Files.write(landing.resolve("readings-cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void everyRowOfAFileIsAccountedFor() {
    assertThat(FILES.values())
        .allSatisfy(
            file ->
                assertThat(
                        file.<Long>getAs("kept")
                            + file.<Long>getAs("missing")
                            + file.<Long>getAs("rejected"))
                    .as("rows of %s", file.<String>getAs("path"))
                    .isEqualTo(file.<Long>getAs("rows")));
  }

  @Test
  void badRowsAreRejectedWithReasonPlaceAndText() {
    Map<String, String> reasons = new HashMap<>();
    for (Row row : lake.table("ops.reject").collectAsList()) {
      if (row.<String>getAs("place").startsWith("readings-mixed.csv:")) {
        reasons.put(row.<String>getAs("place").split(":")[1], row.getAs("reason"));
      }
    }
    assertThat(reasons)
        .containsEntry("3", "UNKNOWN_METER")
        .containsEntry("4", "BEFORE_VALIDITY")
        .containsEntry("5", "AFTER_VALIDITY")
        .containsEntry("6", "FUTURE_STAMP")
        .containsEntry("7", "TIME_NOT_READABLE")
        .containsEntry("8", "TIME_NOT_READABLE")
        .containsEntry("9", "NUMBER_NOT_READABLE")
        .containsEntry("10", "LINE_CUT_SHORT")
        .containsEntry("11", "MARKED_INVALID")
        .containsEntry("13", "UNKNOWN_METER")
        .containsEntry("14", "LINE_CUT_SHORT")
        .hasSize(11);
    assertThat(FILES.get("readings-mixed.csv").<Long>getAs("kept")).isEqualTo(1);
    assertThat(FILES.get("readings-mixed.csv").<Long>getAs("missing")).isEqualTo(1);
    assertThat(lake.printed()).contains("2 of 13 rows: UNKNOWN_METER").doesNotContain("Exception");
  }

  @Test
  void anAbsentColumnIsToldOnce() {
    String file = "readings-no-value.csv";
    assertThat(lake.notices())
        .containsPattern("METER_COLUMN_MISSING\\s+" + file.replace(".", "\\."));
    assertThat(FILES.get(file).<Long>getAs("kept")).isZero();
  }

  @Test
  void aFileShowsItsDelimiterAndEncoding() {
    assertThat(FILES.get("readings-semicolon.csv").<Long>getAs("kept")).isEqualTo(1);
    assertThat(FILES.get("readings-utf16.csv").<Long>getAs("kept")).isEqualTo(1);
  }

  @Test
  void aMarkOfByteOrderDoesNotMatter() {
    assertThat(FILES.get("readings-bom.csv").<Long>getAs("kept")).isEqualTo(1);
  }

  @Test
  void ofACutGzipTheWholeLinesAreRead() {
    assertThat(lake.notices()).containsPattern("METER_FILE_CUT_SHORT\\s+readings-cut\\.csv\\.gz");
    assertThat(FILES.get("readings-cut.csv.gz").<Long>getAs("kept")).isBetween(100L, 650L);
  }

  @Test
  void unitsAndLoopsOfTheRegistryAreTold() {
    assertThat(lake.notices())
        .contains("unit kg does not fit gas: use")
        .contains("METER_PARENT_LOOP")
        .contains("L1, L2");
  }

  @Test
  void aBuildingWithoutFloorAreaHasNoIntensity() {
    assertThat(lake.notices())
        .contains("building B1")
        .contains("area_m2 is 0.0")
        .contains("area_m2 is empty")
        .contains("area_m2 many is not a number");
    assertThat(lake.table("mart.building_benchmark").collectAsList())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs("eui_kwh_m2")).isNull();
              assertThat(row.<String>getAs("status")).isEqualTo("not assessed: no floor area");
            });
  }
}
