package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.LinearFit;
import org.carbonbook.statistics.regression.Stirpat;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The driver model under a scenario. It is fitted to the years that are known; the pressure of a
 * later year is the last known one times the change that the fitted model gives for the change of
 * the drivers, so the path starts where the data end. In a back-test the drivers are the actual
 * ones: it judges the model, not the scenario.
 */
public final class DriverForecast implements ForecastModel {

  private final List<StirpatTerm> terms;
  private final LambdaRule rule;
  private final Map<Driver, TimeSeries> drivers;
  private final Scenario scenario;

  /**
   * A model of known drivers under a scenario.
   *
   * @param terms the terms of the model
   * @param rule how its ridge parameter is chosen
   * @param drivers the known values of the three drivers
   * @param scenario how they develop
   */
  public DriverForecast(
      List<StirpatTerm> terms,
      LambdaRule rule,
      Map<Driver, TimeSeries> drivers,
      Scenario scenario) {
    this.terms = List.copyOf(terms);
    this.rule = rule;
    this.drivers = new EnumMap<>(drivers);
    this.scenario = scenario;
    if (this.drivers.size() != Driver.values().length) {
      throw new IllegalArgumentException("a driver is missing; there are " + this.drivers.keySet());
    }
  }

  @Override
  public String id() {
    return "stirpat_" + rule.id();
  }

  @Override
  public int minimum() {
    return terms.size() + 2;
  }

  @Override
  public Assessment<double[]> path(TimeSeries known, int steps) {
    int last = (int) known.time(known.size() - 1);
    double[] pressure = known.values();
    List<double[]> columns = new ArrayList<>();
    columns.add(pressure);
    for (Driver driver : Driver.values()) {
      double[] column = new double[pressure.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = drivers.get(driver).findAt(known.time(i)).orElse(Double.NaN);
      }
      columns.add(column);
    }
    return Stirpat.of(terms, columns.toArray(double[][]::new))
        .then(stirpat -> projected(stirpat, known.value(known.size() - 1), last, steps));
  }

  private Assessment<double[]> projected(Stirpat stirpat, double start, int last, int steps) {
    if (!(start > 0)) {
      return Assessment.not(
          NotAssessedReason.NOT_POSITIVE, "%s in %d is not positive".formatted(start, last));
    }
    LinearFit fit = stirpat.ridge().fit(rule.lambda(stirpat.ridge()));
    double[] path = new double[steps];
    double base = 0;
    for (int h = 0; h <= steps; h++) {
      Map<Driver, Double> at = new EnumMap<>(Driver.class);
      for (Driver driver : Driver.values()) {
        Assessment<Double> value = driverIn(driver, last + h);
        if (value.find().isEmpty()) {
          return value.then(v -> Assessment.of(path));
        }
        at.put(driver, value.get());
      }
      double logarithm =
          stirpat.predict(
              fit, at.get(Driver.POPULATION), at.get(Driver.AFFLUENCE), at.get(Driver.TECHNOLOGY));
      if (h == 0) {
        base = logarithm;
      } else {
        path[h - 1] = start * Math.exp(logarithm - base);
      }
    }
    return Assessment.of(path);
  }

  /** The known value of a driver, or the last known one carried on by the scenario. */
  private Assessment<Double> driverIn(Driver driver, int year) {
    TimeSeries known = drivers.get(driver);
    OptionalDouble actual = known.findAt(year);
    if (actual.isPresent()) {
      return Assessment.of(actual.getAsDouble());
    }
    String name = driver.name().toLowerCase(Locale.ROOT);
    int last = (int) known.time(known.size() - 1);
    if (year < last) {
      return Assessment.not(NotAssessedReason.GAP, "no %s in %d".formatted(name, year));
    }
    double value = known.value(known.size() - 1);
    for (int y = last + 1; y <= year; y++) {
      OptionalDouble rate = scenario.findRate(driver, y);
      if (rate.isEmpty()) {
        return Assessment.not(
            NotAssessedReason.YEAR_MISSING,
            "scenario '%s' gives no growth of %s for %d".formatted(scenario.name(), name, y));
      }
      value *= 1 + rate.getAsDouble();
    }
    return Assessment.of(value);
  }
}
