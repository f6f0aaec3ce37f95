package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.NightlyLake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.meter.sample.SampleLogs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up logs with every defect, from files to marts: at once, late, and in other partitions. */
class MeterPipelineTest {

  private static final List<String> TABLES =
      List.of(
          "core.meter_day",
          "core.meter_month",
          "core.energy_baseline",
          "core.energy_anomaly",
          "core.load_shape",
          "core.building_load");
  private static final int METERS = 16;
  private static final int DAYS = 305;

  @TempDir static Path folder;
  private static Path logs;
  private static NightlyLake whole;

  @BeforeAll
  static void load() {
    logs = folder.resolve("logs");
    new SampleLogs(METERS, DAYS, 7, SampleLogs.Defects.EVERY_KIND).write(logs);
    whole = new NightlyLake(folder.resolve("whole"), logs).run();
  }

  @Test
  void everyDefectIsFoundAndEveryMeterIsConserved() {
    CommandRun check =
        CommandRun.of(
            "--lake", folder.resolve("whole") + "", "sample", "--output", logs + "", "--check");
    assertThat(check.exitCode()).as(check.out()).isZero();
    assertThat(check.out()).contains("16 of 16 meters conserved exactly");
    List<String> missed =
        check
            .out()
            .lines()
            .filter(line -> line.matches("\\S+ +\\S+ +\\d+"))
            .filter(
                line -> {
                  String[] cells = line.split(" +");
                  boolean late = cells[0].equals("late") && cells[1].equals("out_of_order");
                  return !cells[0].equals(cells[1]) && !late && !cells[0].equals("(none)");
                })
            .toList();
    assertThat(missed).as(check.out()).isEmpty();
  }

  @Test
  void conservationIsPublishedForEachMeter() {
    assertThat(whole.table("mart.meter_conservation").collectAsList())
        .hasSize(METERS)
        .allSatisfy(row -> assertThat(row.<Double>getAs("difference")).isZero());
  }

  @Test
  void daysOfTheChangeOfClocksHave23And25Hours() {
    List<String> hours =
        whole
            .table("core.meter_day")
            .where("hours <> 24")
            .selectExpr("concat(day, ' ', hours, ' ', measured_h) AS text")
            .distinct()
            .sort("text")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(hours).contains("2024-03-31 23 23.0", "2024-10-27 25 25.0");
  }

  @Test
  void aLateFileGivesWhatAFullRunGives() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    for (String file : List.of("meters.csv", "buildings.csv", "readings-000.csv")) {
      Files.copy(logs.resolve(file), landing.resolve(file));
    }
    NightlyLake lake = new NightlyLake(folder.resolve("late"), landing).run();
    long before = runs(lake);
    Files.copy(logs.resolve("readings-late.csv"), landing.resolve("readings-late.csv"));
    lake.run();
    assertThat(lake.printed()).contains(" 0 changed, 0 same, 0 missing, 0 rejected");
    assertThat(runs(lake)).as("months left alone").isGreaterThan(0).isLessThan(before);
    assertSame(lake);
    Path again = landing.resolve("readings-late-again.csv");
    Files.copy(logs.resolve("readings-late.csv"), again);
    lake.run();
    assertSame(lake);
  }

  private static void assertSame(NightlyLake other) {
    for (String table : tables()) {
      List<String> expected = whole.texts(table);
      List<String> found = other.texts(table);
      List<String> missing = new ArrayList<>(expected);
      missing.removeAll(new java.util.HashSet<>(found));
      assertThat(missing.stream().limit(2))
          .as("rows of %s not in\n%s", table, like(missing, found))
          .isEmpty();
      assertThat(found).as(table).hasSameSizeAs(expected);
    }
  }

  /** The rows that begin as the first missing one does. */
  private static List<String> like(List<String> missing, List<String> found) {
    return missing.isEmpty()
        ? List.of()
        : found.stream()
            .filter(row -> row.substring(0, 26).equals(missing.get(0).substring(0, 26)))
            .limit(1)
            .toList();
  }

  /** Months that only the first run computed. */
  private static long runs(NightlyLake lake) {
    List<Long> numbers =
        lake.table("ops.meter_month").collectAsList().stream().map(row -> row.getLong(1)).toList();
    long first = numbers.stream().mapToLong(Long::longValue).min().orElseThrow();
    return numbers.stream().filter(number -> number == first).count();
  }

  @Test
  void neitherPartitionsNorTheOrderOfFilesMatter() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("halves"));
    for (String file : List.of("meters.csv", "buildings.csv")) {
      Files.copy(logs.resolve(file), landing.resolve(file));
    }
    List<String> rows = Files.readAllLines(logs.resolve("readings-000.csv"));
    List<String> odd = new ArrayList<>(rows.subList(0, 1));
    List<String> even = new ArrayList<>(rows.subList(0, 1));
    for (String row : rows.subList(1, rows.size())) {
      (Integer.parseInt(row.substring(1, 6)) % 2 == 0 ? even : odd).add(row);
    }
    Files.write(landing.resolve("readings-z.csv"), odd);
    Files.write(landing.resolve("readings-b.csv"), even);
    Files.copy(logs.resolve("readings-late.csv"), landing.resolve("readings-zz.csv"));
    SparkSession spark = LakeSession.open("test");
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "13");
    try {
      NightlyLake other = new NightlyLake(folder.resolve("other"), landing).run();
      assertSame(other);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
    }
  }

  private static List<String> tables() {
    return Stream.concat(TABLES.stream(), NightlyLake.MARTS.stream()).toList();
  }
}
