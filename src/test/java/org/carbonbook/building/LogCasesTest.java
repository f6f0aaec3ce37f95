package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs with one fault each, after public reports and published layouts: the energy is right, or the
 * file or meter is refused by name; one bad file never stops the night.
 */
class LogCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases/logs");

  private static final List<String> STEPS =
      List.of("archive", "factor", "meters", "buildings", "mart.meter_conservation");

  @TempDir static Path folder;
  private static NightlyLake meters;
  private static List<Row> days;
  private static String told;
  private static NightlyLake badFiles;

  @BeforeAll
  static void load() throws IOException {
    meters = new NightlyLake(folder.resolve("a"), CASES.resolve("A/landing")).run(STEPS);
    days = meters.table("core.meter_day").orderBy("meter_id", "day").collectAsList();
    told = meters.notices() + meters.texts("ops.reject");
    badFiles = badFiles();
  }

  /** All bad files of group C in one night, with the formats that some of them need. */
  private static NightlyLake badFiles() throws IOException {
    Path conf = folder.resolve("conf");
    FileUtils.copyDirectory(Path.of("conf").toFile(), conf.toFile());
    Path landing = folder.resolve("bad");
    for (Path one : list(CASES.resolve("C"))) {
      FileUtils.copyDirectory(
          one.resolve("landing").toFile(), landing.resolve(one.getFileName()).toFile());
      for (Path format : list(one.resolve("formats"))) {
        Files.copy(format, conf.resolve("formats").resolve(format.getFileName()));
      }
    }
    return new NightlyLake(folder.resolve("c"), landing, conf).run(List.of("archive", "meters"));
  }

  private static List<Path> list(Path at) throws IOException {
    if (!Files.isDirectory(at)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(at)) {
      return files.sorted().toList();
    }
  }

  /** What {@code right.csv} says of one meter. */
  private record Right(String meter, String scope, String value) {

    @Override
    public String toString() {
      return meter + " " + scope;
    }
  }

  static List<Right> rights() {
    List<Right> rights = new ArrayList<>();
    for (ConfRow row : ConfTable.read(CASES.resolve("A/right.csv")).rows()) {
      rights.add(new Right(row.filled("meter"), row.filled("scope"), row.filled("value")));
    }
    return rights;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rights")
  void energyIsRightOrTheMeterIsTold(Right right) {
    List<Row> own =
        days.stream().filter(day -> day.getAs("meter_id").equals(right.meter())).toList();
    switch (right.scope()) {
      case "hours" -> assertThat(hours(own)).isEqualTo(hours(right.value()));
      case "covered_h" ->
          assertThat(sum(own, "measured_h") + sum(own, "estimated_h"))
              .isEqualTo(number(right.value()));
      case "reported_h" ->
          assertThat((double) reasons(own, "reported_estimated")).isEqualTo(number(right.value()));
      default -> assertEnergy(right, own);
    }
  }

  private static void assertEnergy(Right right, List<Row> own) {
    double energy =
        own.stream()
            .filter(day -> isIn(day, right.scope()))
            .mapToDouble(LogCasesTest::energy)
            .sum();
    if (isRefused(right.meter(), own)) {
      return;
    }
    String[] words = right.value().split(" or ");
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean mustBeTold = word.endsWith("told");
      boolean anyValue = word.equals("told");
      if (anyValue || isNear(right, number(word.replace(" told", "")), energy)) {
        assertThat(!mustBeTold || isTold(right.meter(), own)).as("told of %s", right).isTrue();
        return;
      }
    }
    assertThat(energy).as("energy of %s", right).isCloseTo(number(words[0]), within(1e-6));
  }

  /** Shares of a month by seconds are right to a few kWh of the hundreds that a person reads. */
  private static boolean isNear(Right right, double expected, double energy) {
    return Math.abs(expected - energy) < (right.meter().startsWith("A37") ? 4 : 1e-6);
  }

  private static long reasons(List<Row> days, String reason) {
    return days.stream()
        .map(day -> day.<String>getList(day.fieldIndex("hour_reason")))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .filter(reason::equals)
        .count();
  }

  /** Nothing was loaded, and a notice says so. */
  private static boolean isRefused(String meter, List<Row> own) {
    return own.isEmpty() && told.contains(meter);
  }

  private static boolean isTold(String meter, List<Row> own) {
    return told.contains(meter + ".csv")
        || own.stream().anyMatch(day -> day.getAs("defects") != null);
  }

  private static boolean isIn(Row day, String scope) {
    return scope.equals("total") || day.getAs("day").toString().startsWith(scope);
  }

  private static double energy(Row day) {
    return day.<Double>getAs("measured")
        + day.<Double>getAs("estimated")
        + day.<Double>getAs("lost");
  }

  private static double sum(List<Row> days, String column) {
    return days.stream().mapToDouble(day -> day.<Double>getAs(column)).sum();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static List<Double> hours(List<Row> days) {
    List<Double> hours = new ArrayList<>();
    days.forEach(day -> hours.addAll(day.getList(day.fieldIndex("hour_quantity"))));
    return hours;
  }

  private static List<Double> hours(String text) {
    return Stream.of(text.split(",")).map(Double::valueOf).toList();
  }

  @Test
  void everyMeterIsConserved() {
    assertThat(meters.table("mart.meter_conservation").collectAsList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<Double>getAs("difference")).isZero());
  }

  @Test
  void aBadFileStopsNoOther() {
    Dataset<Row> all = badFiles.table("core.meter_day");
    List<Row> good = all.where(all.col("meter_id").equalTo("GOOD")).collectAsList();
    assertThat(
            good.stream().filter(day -> isIn(day, "2024-02-05")).mapToDouble(LogCasesTest::energy))
        .containsExactly(24.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C01.csv",
        "meter C02",
        "C03_x.csv",
        "C05.parquet",
        "C06.csv",
        "C08.csv",
        "C09.csv"
      })
  void theBadFileOrMeterIsNamed(String name) {
    assertThat(badFiles.notices()).contains(name);
  }

  /** What group D publishes: a meter, its building and energy; nothing where it is refused. */
  static List<Arguments> registries() {
    return List.of(
        Arguments.of("D01", Set.of(), List.of("multipler", "multiplier", "meters.csv")),
        Arguments.of("D02", Set.of("GOOD 综合楼 24.0", "一号表 食堂 24.0"), List.of()),
        Arguments.of("D03", Set.of("GOOD B-GOOD 24.0"), List.of()),
        Arguments.of("D04", Set.of("GOOD B-GOOD 24.0"), List.of()),
        Arguments.of("D05", Set.of("GOOD B-GOOD 24.0"), List.of()),
        Arguments.of(
            "D06",
            Set.of("GOOD B-GOOD 24.0", "GOOD B-GOOD 1.0"),
            List.of("greenbutton.xml", "meter_export.xlsx", "readings.zip", "usage_feb.csv")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("registries")
  void registriesAndFilesAreReadOrRefusedByName(
      String name, Set<String> published, List<String> named) {
    NightlyLake lake =
        new NightlyLake(folder.resolve(name), CASES.resolve("D/" + name + "/landing"))
            .run(List.of("archive", "meters"));
    assertThat(
            lake.table("core.meter_day").collectAsList().stream()
                .map(
                    day ->
                        "%s %s %s"
                            .formatted(
                                day.getAs("meter_id"), day.getAs("building_id"), energy(day))))
        .as(lake.notices())
        .containsAll(published)
        .allMatch(published::contains);
    String notices = lake.notices();
    assertThat(named).allSatisfy(one -> assertThat(notices).contains(one));
  }
}
