package org.carbonbook.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.fixtures.NightlyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three years of six buildings whose energy is a formula of the day, against sums over that
 * formula: the marts of buildings by a second way of computing.
 */
class BuildingMartsTest {

  private static final int FIRST = 2021;
  private static final int LAST = 2023;
  private static final LocalDate RETROFIT = LocalDate.of(2023, 1, 1);
  private static final LocalDate EXTENDED = LocalDate.of(2022, 7, 2);
  private static final int OPEN_H = 7;
  private static final int CLOSED_H = 19;

  /** Heated below 15 degrees; a tenth less after its retrofit. */
  private static final String HEATED = "B1";

  private static final double POINT_C = 15;
  private static final double BASE_KWH = 240;
  private static final double SLOPE_KWH_C = 12;

  /** The same use each day; of B3 one hour a day is called estimated. */
  private static final String PLAIN = "B2";

  private static final String ESTIMATED = "B3";

  /** Three times as much, behind which are two meters. */
  private static final String LARGE = "B4";

  private static final String LARGER = "B5";

  /** Alone with its use. */
  private static final String SCHOOL = "B6";

  private static final Map<String, String> HOLIDAYS =
      ConfTable.read(Path.of("conf/calendar/holidays.csv")).rows().stream()
          .collect(Collectors.toMap(row -> row.text("date"), row -> row.text("kind")));

  @TempDir static Path folder;
  private static NightlyLake lake;

  @BeforeAll
  static void load() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Files.writeString(
        landing.resolve("meters.csv"),
        """
        meter_id,building_id,energy_kind,reading,unit,time_zone,interval_minutes,parent_meter_id
        M1,B1,electricity,interval,kWh,Asia/Shanghai,60,
        M2,B2,electricity,interval,kWh,Asia/Shanghai,60,
        M3,B3,electricity,interval,kWh,Asia/Shanghai,60,
        M4,B4,electricity,interval,kWh,Asia/Shanghai,60,
        M4a,B4,electricity,interval,kWh,Asia/Shanghai,60,M4
        M4b,B4,electricity,interval,kWh,Asia/Shanghai,60,M4
        M5,B5,electricity,interval,kWh,Asia/Shanghai,60,
        M6,B6,electricity,interval,kWh,Asia/Shanghai,60,
        """);
    Files.writeString(
        landing.resolve("buildings.csv"),
        """
        building_id,name,use_type,area_m2,valid_from,valid_to,region,eui_limit_kwh_m2
        B1,One,office,1000,2010-01-01,2022-07-02,420000,100
        B1,One,office,1200,2022-07-02,,420000,100
        B2,Two,office,1000,2010-01-01,,420000,
        B3,Three,office,1000,2010-01-01,,420000,
        B4,Four,office,1000,2010-01-01,,420000,200
        B5,Five,office,1000,2010-01-01,,420000,
        B6,Six,school,1000,2010-01-01,,420000,
        """);
    Files.writeString(
        landing.resolve("building_events.csv"),
        "building_id,event,day,note\nB1,retrofit,%s,heat pump\n".formatted(RETROFIT));
    StringBuilder weather = new StringBuilder("region,timestamp,celsius\n");
    StringBuilder readings = new StringBuilder("meter_id,timestamp,value,quality\n");
    days(FIRST, LAST)
        .forEach(
            day -> {
              for (int hour = 0; hour < 24; hour++) {
                String stamp = "%s %02d:00".formatted(day, hour);
                weather.append("420000,%s,%s%n".formatted(stamp, celsius(day)));
                for (String building :
                    new String[] {HEATED, PLAIN, ESTIMATED, LARGE, LARGER, SCHOOL}) {
                  boolean doubtful = building.equals(ESTIMATED) && hour == 3;
                  append(readings, building.replace('B', 'M'), stamp, use(building, day, hour))
                      .append(doubtful ? "E\n" : "\n");
                }
                if (day.getYear() == 2022 && day.getMonthValue() <= 3) {
                  submeters(readings, day, hour, stamp);
                }
              }
            });
    Files.writeString(landing.resolve("weather.csv"), weather);
    Files.writeString(landing.resolve("readings.csv"), readings);
    lake = new NightlyLake(folder.resolve("lake"), landing).run();
  }

  /** January in balance, February with a meter that counts too much, March with a silent hour. */
  private static void submeters(StringBuilder to, LocalDate day, int hour, String stamp) {
    double whole = use(LARGE, day, hour);
    append(to, "M4a", stamp, whole * (day.getMonthValue() == 2 ? 0.8 : 0.6)).append('\n');
    if (day.getMonthValue() < 3 || day.getDayOfMonth() != 9 || hour != 5) {
      append(to, "M4b", stamp, whole * 0.3).append('\n');
    }
  }

  private static StringBuilder append(StringBuilder to, String meter, String stamp, double kwh) {
    return to.append(String.format(Locale.ROOT, "%s,%s,%.6f,", meter, stamp, kwh));
  }

  private static Stream<LocalDate> days(int from, int to) {
    return LocalDate.of(from, 1, 1).datesUntil(LocalDate.of(to + 1, 1, 1));
  }

  /** Degrees Celsius of a day, colder from year to year. */
  private static double celsius(LocalDate day) {
    double season = -Math.cos(2 * Math.PI * day.getDayOfYear() / 365);
    double change = (day.toEpochDay() * 7919 % 61 - 30) / 10.0;
    return Math.round(10 * (16 + 13 * season + change - (day.getYear() - FIRST))) / 10.0;
  }

  /** kWh that the building would use without its retrofit. */
  private static double expected(LocalDate day) {
    return BASE_KWH + SLOPE_KWH_C * Math.max(0, POINT_C - celsius(day));
  }

  private static double use(String building, LocalDate day) {
    return switch (building) {
      case HEATED -> expected(day) * (day.isBefore(RETROFIT) ? 1 : 0.9);
      case PLAIN -> 300;
      case ESTIMATED -> 303;
      case LARGER -> 1000;
      default -> 900;
    };
  }

  /** From 8 to 18 o'clock twice as much as at night. */
  private static double use(String building, LocalDate day, int hour) {
    return use(building, day) * (hour >= 8 && hour < 18 ? 2 : 1) / 34;
  }

  private static double sum(int year, ToDoubleFunction<LocalDate> each) {
    return days(year, year).mapToDouble(each).sum();
  }

  private static double kwh(String building, int year) {
    return sum(year, day -> use(building, day));
  }

  private static Row row(String mart, String condition) {
    var rows = lake.table(mart).where(condition).collectAsList();
    assertThat(rows).as(mart + " where " + condition).hasSize(1);
    return rows.get(0);
  }

  private static Row benchmark(String building, int year) {
    return benchmark(building, year, "electricity");
  }

  private static Row benchmark(String building, int year, String kind) {
    return row(
        "mart.building_benchmark",
        "building_id = '%s' AND year = %d AND energy_kind = '%s'".formatted(building, year, kind));
  }

  private static void near(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column))
        .as(column)
        .isCloseTo(expected, within(1e-6 * Math.abs(expected)));
  }

  @Test
  void anAreaThatChangesDoesNotTouchTheYearsBefore() {
    double extendedDays = sum(2022, day -> day.isBefore(EXTENDED) ? 0 : 1);
    double mean = 1000 + 200 * extendedDays / 365;
    near(benchmark(HEATED, 2021), "area_m2", 1000);
    near(benchmark(HEATED, 2021), "eui_kwh_m2", kwh(HEATED, 2021) / 1000);
    near(benchmark(HEATED, 2022), "area_m2", mean);
    near(benchmark(HEATED, 2022), "eui_kwh_m2", kwh(HEATED, 2022) / mean);
    near(benchmark(HEATED, 2023), "eui_kwh_m2", kwh(HEATED, 2023) / 1200);
  }

  @Test
  void allKindsTogetherAreComparedWithALimitWhereThereIsOne() {
    Row above = benchmark(LARGE, 2021, "all");
    near(above, "limit_distance_kwhe_m2", 900 * 365 / 1000.0 - 200);
    assertThat(above.<String>getAs("limit_verdict")).isEqualTo("above the limit");
    Row within = benchmark(HEATED, 2023, "all");
    near(within, "limit_distance_kwhe_m2", kwh(HEATED, 2023) / 1200 - 100);
    assertThat(within.<String>getAs("limit_verdict")).isEqualTo("within the limit");
    assertThat(benchmark(PLAIN, 2021, "all").<String>getAs("limit_status"))
        .isEqualTo("not assessed: no limit is registered");
    assertThat(benchmark(LARGE, 2021).<String>getAs("limit_status"))
        .isEqualTo("not assessed: limits are for all kinds together");
  }

  @Test
  void peersWhoseRangesOverlapAreNotToldApart() {
    Row plain = benchmark(PLAIN, 2021);
    Row estimated = benchmark(ESTIMATED, 2021);
    double doubtful = 303 * 365 / 34.0 / 1000;
    near(estimated, "eui_low_kwh_m2", 303 * 365 / 1000.0 - doubtful);
    near(estimated, "eui_high_kwh_m2", 303 * 365 / 1000.0 + doubtful);
    assertThat(estimated.<Integer>getAs("rank")).isEqualTo(plain.<Integer>getAs("rank") + 1);
    assertThat(plain.<Integer>getAs("not_distinguishable")).isEqualTo(1);
    assertThat(estimated.<Integer>getAs("not_distinguishable")).isEqualTo(1);
    assertThat(benchmark(LARGE, 2021).<Integer>getAs("not_distinguishable")).isZero();
    near(plain, "percentile_low", plain.<Double>getAs("percentile"));
    near(plain, "percentile_high", estimated.<Double>getAs("percentile"));
    near(benchmark(LARGE, 2021), "percentile", 3.5 / 5 * 100);
  }

  @Test
  void oneBuildingOfAUseHasNoRank() {
    Row alone = benchmark(SCHOOL, 2021);
    near(alone, "eui_kwh_m2", 900 * 365 / 1000.0);
    assertThat(alone.<Integer>getAs("peers")).isEqualTo(1);
    assertThat(alone.<String>getAs("peer_status"))
        .isEqualTo("not assessed: 1 peers, at least 5 needed");
    for (String column :
        List.of("percentile", "percentile_low", "percentile_high", "peer_median", "peer_p90")) {
      assertThat(alone.<Double>getAs(column)).as(column).isNull();
    }
    assertThat(alone.<Integer>getAs("rank")).isNull();
  }

  @Test
  void aChangeIsAreaWeatherAndTheRest() {
    Row pair =
        row(
            "mart.building_longitudinal",
            "building_id = 'B1' AND year_from = 2021 AND year_to = 2023 AND energy_kind = 'all'");
    double from = kwh(HEATED, 2021);
    double to = kwh(HEATED, 2023);
    double area = (to - from) / Math.log(to / from) * Math.log(1200 / 1000.0);
    double weather = sum(2023, day -> expected(day)) - from;
    near(pair, "change_kwh", to - from);
    near(pair, "area_effect_kwh", area);
    near(pair, "weather_effect_kwh", weather);
    near(pair, "rest_kwh", to - from - area - weather);
  }

  @Test
  void theModelAndTheSavingOfARetrofitAreTheOnesPutIn() {
    Row model = row("core.energy_baseline", "building_id = 'B1' AND period = 'before 2023-01-01'");
    assertThat(model.<String>getAs("model")).isEqualTo("heating");
    near(model, "heating_point_c", POINT_C);
    near(model, "heating_kwh_day_c", SLOPE_KWH_C);
    near(model, "base_kwh_day", BASE_KWH);
    double expected = sum(2023, day -> expected(day)) - expected(RETROFIT);
    near(model, "after_expected_kwh", expected);
    near(model, "saving_kwh", expected / 10);
    assertThat(model.<Double>getAs("saving_uncertainty_kwh")).isLessThan(1e-3 * expected);
  }

  @Test
  void aBuildingsHealthIsOneRowAYear() {
    Row health = row("mart.building_health", "building_id = 'B1' AND year = 2023");
    double kwh = kwh(HEATED, 2023);
    double least = sum(2023, day -> use(HEATED, day, 0)) / 365;
    double peak = days(2023, 2023).mapToDouble(day -> use(HEATED, day, 12)).max().orElseThrow();
    double outside =
        sum(
            2023,
            day ->
                IntStream.range(0, 24)
                    .filter(hour -> !isOpen(day, hour))
                    .mapToDouble(hour -> use(HEATED, day, hour))
                    .sum());
    near(health, "coverage", 1);
    near(health, "base_load_kw", least);
    near(health, "base_load_share", least / (kwh / 8760));
    near(health, "out_of_hours_share", outside / kwh);
    near(health, "peak_kw", peak);
    near(health, "load_factor", kwh / 8760 / peak);
    near(health, "eui_kwh_m2", kwh / 1200);
    assertThat(health.<Integer>getAs("open_defects")).isZero();
    assertThat(health.<String>getAs("events")).isEqualTo("2023-01-01 retrofit");
    near(health, "saving_kwh", (sum(2023, day -> expected(day)) - expected(RETROFIT)) / 10);
    assertThat(
            row("mart.building_health", "building_id = 'B1' AND year = 2022")
                .<Double>getAs("saving_kwh"))
        .isNull();
  }

  private static boolean isOpen(LocalDate day, int hour) {
    String kind = HOLIDAYS.get(day.toString());
    boolean work =
        kind == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : kind.equals("workday");
    return work && hour >= OPEN_H && hour < CLOSED_H;
  }

  @Test
  void metersBehindAnotherAreBalancedAgainstIt() {
    Row january = balance("2022-01");
    near(january, "parent_kwh", 900 * 31);
    near(january, "children_kwh", 900 * 31 * 0.9);
    near(january, "difference_share", 0.1);
    assertThat(january.<String>getAs("verdict")).isEqualTo("parent covers children");
    Row february = balance("2022-02");
    near(february, "difference_kwh", -900 * 28 * 0.1);
    assertThat(february.<String>getAs("verdict")).isEqualTo("children exceed parent");
    Row march = balance("2022-03");
    near(march, "children_missing_h", 1);
    assertThat(march.<String>getAs("status")).startsWith("not assessed: ");
    near(benchmark(LARGE, 2022), "kwh", 900 * 365);
  }

  private static Row balance(String month) {
    return row("mart.submeter_balance", "month = '" + month + "'");
  }
}
