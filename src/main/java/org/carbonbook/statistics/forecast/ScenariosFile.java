package org.carbonbook.statistics.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.forecast.Scenario.GrowthPeriod;

/**
 * Scenarios in a CSV file: scenario, driver (population, affluence, technology), from_year,
 * to_year, growth_percent_a_year. Lines that begin with # are remarks.
 */
public final class ScenariosFile {

  private ScenariosFile() {}

  /**
   * The scenarios in the order of the file.
   *
   * @throws IllegalArgumentException when the file cannot be used; the message names line and
   *     remedy
   */
  public static List<Scenario> list(Path file) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();
    Map<String, List<GrowthPeriod>> steps = new LinkedHashMap<>();
    try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
      for (CSVRecord row : parser) {
        String place = file + ", line " + parser.getCurrentLineNumber();
        List<GrowthPeriod> known =
            steps.computeIfAbsent(cell(row, "scenario", place), name -> new ArrayList<>());
        GrowthPeriod step = step(row, place);
        requireNoOverlap(known, step, place);
        known.add(step);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    List<Scenario> scenarios = new ArrayList<>();
    steps.forEach((name, list) -> scenarios.add(new Scenario(name, list)));
    return scenarios;
  }

  private static GrowthPeriod step(CSVRecord row, String place) {
    int from = (int) number(row, "from_year", place);
    int to = (int) number(row, "to_year", place);
    if (to < from) {
      throw new IllegalArgumentException(
          "%s: to_year %d is before from_year %d".formatted(place, to, from));
    }
    double rate = number(row, "growth_percent_a_year", place) / 100;
    return new GrowthPeriod(driver(cell(row, "driver", place), place), from, to, rate);
  }

  private static void requireNoOverlap(List<GrowthPeriod> known, GrowthPeriod step, String place) {
    for (GrowthPeriod other : known) {
      boolean overlaps =
          other.driver() == step.driver()
              && other.fromYear() <= step.toYear()
              && step.fromYear() <= other.toYear();
      if (overlaps) {
        throw new IllegalArgumentException(
            "%s: %s is given twice for %d"
                .formatted(
                    place,
                    step.driver().name().toLowerCase(Locale.ROOT),
                    Math.max(other.fromYear(), step.fromYear())));
      }
    }
  }

  private static Driver driver(String text, String place) {
    for (Driver driver : Driver.values()) {
      if (driver.name().equalsIgnoreCase(text)) {
        return driver;
      }
    }
    throw new IllegalArgumentException(
        "%s: driver '%s' is none of population, affluence, technology".formatted(place, text));
  }

  private static double number(CSVRecord row, String column, String place) {
    String cell = cell(row, column, place);
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s, %s: '%s' is no number".formatted(place, column, cell), e);
    }
  }

  private static String cell(CSVRecord row, String column, String place) {
    if (!row.isSet(column) || row.get(column).isEmpty()) {
      throw new IllegalArgumentException("%s: no %s".formatted(place, column));
    }
    return row.get(column);
  }
}
