package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.carbonbook.fixtures.SampleLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Figures of the sample's buildings, computed a second time from the readings as they are in the
 * files, with nothing of the program: sums, loads, calendars, hourly carbon and ranks of the
 * electricity of eleven buildings in two years. Left out are the building whose meter is a register
 * and the one with defects, whose readings need repair first.
 */
class BuildingsSecondWayTest {

  private static final Path METERS = Path.of("sample-data/meters");
  private static final Set<String> LEFT_OUT = Set.of("XN-B-02", "XN-B-11");
  private static final List<Integer> YEARS = List.of(2022, 2023);

  /** Readings of the main meters of electricity by building, then local hour. */
  private static final Map<String, TreeMap<LocalDateTime, Double>> HOURS = new TreeMap<>();

  private static final Map<String, String> CALENDARS = new HashMap<>();
  private static final Map<String, String> USES = new HashMap<>();
  private static final Map<LocalDateTime, Double> CARBON = new HashMap<>();
  private static final Map<LocalDate, Boolean> HOLIDAYS = new HashMap<>();
  private static final Map<String, List<String[]>> AREAS = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (String[] b : cells(METERS.resolve("buildings.csv"))) {
      USES.put(b[0], b[2]);
      CALENDARS.put(b[0], b[8]);
      AREAS.computeIfAbsent(b[0], k -> new ArrayList<>()).add(b);
    }
    Map<String, String> buildingOf = new HashMap<>();
    for (String[] m : cells(METERS.resolve("meters.csv"))) {
      boolean isMain = m[2].equals("electricity") && m[10].isEmpty();
      if (isMain && !LEFT_OUT.contains(m[1])) {
        buildingOf.put(m[0], m[1]);
      }
    }
    for (int year : YEARS) {
      for (String[] r : cells(METERS.resolve("readings-%d.csv.gz".formatted(year)))) {
        String building = buildingOf.get(r[0]);
        if (building != null) {
          HOURS
              .computeIfAbsent(building, k -> new TreeMap<>())
              .merge(hour(r[1]), Double.valueOf(r[2]), Double::sum);
        }
      }
    }
    for (String[] c : cells(METERS.resolve("grid_carbon-2023.csv.gz"))) {
      CARBON.put(hour(c[1]).plusHours(8), Double.valueOf(c[2]));
    }
    for (String[] h : cells(Path.of("conf/calendar/holidays.csv"))) {
      HOLIDAYS.put(LocalDate.parse(h[0]), h[2].equals("workday"));
    }
  }

  @Test
  void loadsAndNightsAreThoseOfTheReadings() throws IOException {
    Map<String, double[]> marts =
        mart("building_health", "base_load_kw, out_of_hours_share, peak_kw, load_factor", "");
    int compared = 0;
    for (String building : HOURS.keySet()) {
      for (int year : YEARS) {
        double sum = 0;
        double peak = 0;
        double outside = 0;
        Map<LocalDate, Double> lowest = new HashMap<>();
        for (var entry : ofYear(building, year).entrySet()) {
          double kwh = entry.getValue();
          LocalDateTime at = entry.getKey();
          sum += kwh;
          peak = Math.max(peak, kwh);
          lowest.merge(at.toLocalDate(), kwh, Math::min);
          boolean open = isWorkday(building, at.toLocalDate());
          outside += open && at.getHour() >= 7 && at.getHour() < 19 ? 0 : kwh;
        }
        double base = lowest.values().stream().mapToDouble(v -> v).average().orElseThrow();
        same(
            building + " " + year,
            marts,
            base,
            outside / sum,
            peak,
            sum / ofYear(building, year).size() / peak);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(22);
  }

  @Test
  void hourlyCarbonIsEachHourTimesItsFactor() throws IOException {
    Map<String, double[]> marts =
        mart(
            "building_benchmark",
            "kwh, co2_location_hourly_kg",
            "energy_kind = 'electricity' AND year = 2023");
    for (String building : HOURS.keySet()) {
      double sum = 0;
      double carbon = 0;
      for (var entry : ofYear(building, 2023).entrySet()) {
        sum += entry.getValue();
        carbon += entry.getValue() * CARBON.get(entry.getKey());
      }
      same(building + " 2023", marts, sum, carbon);
    }
  }

  @Test
  void officesHaveTheirPlaceAmongTheirPeers() throws IOException {
    Map<String, double[]> marts =
        mart(
            "building_benchmark",
            "eui_kwh_m2, rank, percentile, peer_p25, peer_median, peer_p75",
            "energy_kind = 'electricity' AND use_type = 'office'");
    List<String> offices =
        HOURS.keySet().stream().filter(b -> USES.get(b).equals("office")).toList();
    assertThat(offices).hasSize(7);
    for (int year : YEARS) {
      double[] all = offices.stream().mapToDouble(b -> intensity(b, year)).sorted().toArray();
      for (String office : offices) {
        double own = intensity(office, year);
        int rank = 1 + (int) Arrays.stream(all).filter(other -> other < own).count();
        same(
            office + " " + year,
            marts,
            own,
            rank,
            (rank - 0.5) / all.length * 100,
            quantile(all, 0.25),
            quantile(all, 0.5),
            quantile(all, 0.75));
      }
    }
  }

  private static double intensity(String building, int year) {
    double m2Days = 0;
    LocalDate first = LocalDate.of(year, 1, 1);
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      String text = day.toString();
      m2Days +=
          AREAS.get(building).stream()
              .filter(a -> a[4].compareTo(text) <= 0)
              .filter(a -> a[5].isEmpty() || a[5].compareTo(text) > 0)
              .mapToDouble(a -> Double.parseDouble(a[3]))
              .sum();
    }
    double kwh = ofYear(building, year).values().stream().mapToDouble(v -> v).sum();
    return kwh / (m2Days / first.lengthOfYear());
  }

  private static double quantile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  private static boolean isWorkday(String building, LocalDate day) {
    if (CALENDARS.get(building).equals("every_day")) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return HOLIDAYS.getOrDefault(day, !weekend);
  }

  private static Map<LocalDateTime, Double> ofYear(String building, int year) {
    return HOURS
        .get(building)
        .subMap(LocalDateTime.of(year, 1, 1, 0, 0), LocalDateTime.of(year + 1, 1, 1, 0, 0));
  }

  private static void same(String key, Map<String, double[]> marts, double... second) {
    assertThat(marts).as("rows of the mart").containsKey(key);
    for (int i = 0; i < second.length; i++) {
      assertThat(marts.get(key)[i])
          .as("%s, column %d", key, i)
          .isCloseTo(second[i], within(1e-9 * Math.abs(second[i])));
    }
  }

  private static Map<String, double[]> mart(String name, String columns, String where)
      throws IOException {
    CommandRun run =
        CommandRun.of(
            "--lake",
            SampleLake.get().folder().toString(),
            "sql",
            "SELECT concat(building_id, ' ', year) AS id, %s FROM mart.%s WHERE year < 2024%s"
                .formatted(columns, name, where.isEmpty() ? "" : " AND " + where),
            "--format",
            "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<String, double[]> rows = new HashMap<>();
    for (String line : run.out().lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      double[] figures =
          Arrays.stream(cells)
              .skip(1)
              .mapToDouble(c -> c.isEmpty() ? Double.NaN : Double.parseDouble(c))
              .toArray();
      rows.put(cells[0], figures);
    }
    return rows;
  }

  private static LocalDateTime hour(String stamp) {
    return LocalDateTime.parse(stamp.replace(' ', 'T'));
  }

  /** The cells of a file, without comments and header; none of the columns used is quoted. */
  private static List<String[]> cells(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
