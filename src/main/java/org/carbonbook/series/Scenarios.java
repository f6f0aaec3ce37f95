package org.carbonbook.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.statistics.forecast.Scenario;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.forecast.Scenario.GrowthPeriod;

/**
 * Reads scenarios: a CSV file of {@code conf/scenarios} with scenario, driver (population,
 * affluence, technology), from_year, to_year, growth_percent_a_year.
 */
final class Scenarios {

  private Scenarios() {}

  /**
   * The scenarios in the order of the file.
   *
   * @throws IllegalArgumentException with file and line, when a line is not usable
   */
  static List<Scenario> read(Path file) {
    Map<String, List<GrowthPeriod>> steps = new LinkedHashMap<>();
    for (ConfRow row : ConfTable.read(file).rows()) {
      List<GrowthPeriod> known =
          steps.computeIfAbsent(row.filled("scenario"), name -> new ArrayList<>());
      GrowthPeriod step = step(row);
      requireNoOverlap(known, step, row.place());
      known.add(step);
    }
    List<Scenario> scenarios = new ArrayList<>();
    steps.forEach((name, list) -> scenarios.add(new Scenario(name, list)));
    return scenarios;
  }

  private static GrowthPeriod step(ConfRow row) {
    int from = row.decimal("from_year").intValueExact();
    int to = row.decimal("to_year").intValueExact();
    if (to < from) {
      throw new IllegalArgumentException(
          "%s: to_year %d is before from_year %d".formatted(row.place(), to, from));
    }
    double rate = row.decimal("growth_percent_a_year").doubleValue() / 100;
    return new GrowthPeriod(driver(row), from, to, rate);
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
                    place, nameOf(step.driver()), Math.max(other.fromYear(), step.fromYear())));
      }
    }
  }

  private static Driver driver(ConfRow row) {
    return Arrays.stream(Driver.values())
        .filter(driver -> nameOf(driver).equals(row.filled("driver")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: driver is '%s'; write population, affluence or technology"
                        .formatted(row.place(), row.text("driver"))));
  }

  private static String nameOf(Driver driver) {
    return driver.name().toLowerCase(Locale.ROOT);
  }
}
