package org.carbonbook.statistics.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the drivers are assumed to move.
 *
 * @param name its name
 * @param steps the assumed yearly rates
 */
public record Scenario(String name, List<GrowthPeriod> steps) implements Serializable {

  /** The drivers of the STIRPAT model. */
  public enum Driver {
    POPULATION,
    AFFLUENCE,
    TECHNOLOGY
  }

  /**
   * A yearly rate of one driver.
   *
   * @param driver the driver
   * @param fromYear the first year that grows so
   * @param toYear the last one
   * @param rate growth over the year before, as a ratio
   */
  public record GrowthPeriod(Driver driver, int fromYear, int toYear, double rate)
      implements Serializable {}

  public Scenario {
    steps = new java.util.ArrayList<>(steps);
  }

  /** The growth of a driver in a year over the year before. */
  public OptionalDouble findRate(Driver driver, int year) {
    return steps.stream()
        .filter(s -> s.driver() == driver && s.fromYear() <= year && year <= s.toYear())
        .mapToDouble(GrowthPeriod::rate)
        .findFirst();
  }
}
