package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.statistics.forecast.Backtest.HeldBackError;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The forecasts of one series, each with its back-test; a series that cannot be forecast has one
 * row for each model that says why. Input columns: 0 year, 1 value and, where there are scenarios,
 * 2 population, 3 affluence, 4 technology.
 *
 * @param plan how many years to forecast and to hold back
 * @param models the names of the models of the series alone, see {@link ForecastModels}
 * @param terms the terms of the driver model
 * @param rule how the driver model's ridge parameter is chosen
 * @param scenarios the scenarios that the driver model runs under; none for no driver model
 */
public record ForecastKernel(
    ForecastPlan plan,
    List<String> models,
    List<StirpatTerm> terms,
    LambdaRule rule,
    List<Scenario> scenarios)
    implements GroupKernel {

  /** The output columns. */
  public static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.integer("year"),
          KernelColumn.number("value"),
          KernelColumn.number("low"),
          KernelColumn.number("high"),
          KernelColumn.text("model"),
          KernelColumn.text("scenario"),
          KernelColumn.integer("backtest_from"),
          KernelColumn.integer("backtest_to"),
          KernelColumn.number("backtest_mape"),
          KernelColumn.number("backtest_rmse"),
          KernelColumn.number("backtest_bias"),
          KernelColumn.text("status"));

  /** Copies the lists. */
  public ForecastKernel {
    models = new ArrayList<>(models);
    terms = new ArrayList<>(terms);
    scenarios = new ArrayList<>(scenarios);
  }

  /** Forecasts of a series by itself. */
  public static ForecastKernel ofSeries(ForecastPlan plan, List<String> models) {
    return new ForecastKernel(plan, models, List.of(), LambdaRule.GCV, List.of());
  }

  /** Forecasts of a pressure by its drivers, under scenarios. */
  public static ForecastKernel ofDrivers(
      ForecastPlan plan, LambdaRule rule, List<StirpatTerm> terms, List<Scenario> scenarios) {
    return new ForecastKernel(plan, List.of(), terms, rule, scenarios);
  }

  /** A model and the scenario it runs under, null where it needs none. */
  private record Candidate(ForecastModel model, String scenario) {}

  @Override
  public List<KernelColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<TimeSeries> read = TimeSeries.of(columns[0], columns[1]);
    List<Object[]> rows = new ArrayList<>();
    for (Assessment<Candidate> candidate : candidates(columns)) {
      Assessment<Forecast> forecast =
          read.then(
              series ->
                  candidate.then(
                      c ->
                          Forecast.of(
                              c.model(), series, plan.years(), plan.heldBack(), plan.alpha())));
      String scenario = candidate.find().map(Candidate::scenario).orElse(null);
      String model = candidate.find().map(c -> c.model().id()).orElse("stirpat_" + rule.id());
      rows.addAll(forecastRows(forecast, model, scenario));
    }
    return rows;
  }

  private List<Assessment<Candidate>> candidates(double[][] columns) {
    List<Assessment<Candidate>> candidates = new ArrayList<>();
    models.forEach(
        id -> candidates.add(Assessment.of(new Candidate(ForecastModels.get(id), null))));
    for (Scenario scenario : scenarios) {
      candidates.add(
          drivers(columns)
              .then(
                  drivers ->
                      Assessment.of(
                          new Candidate(
                              new DriverForecast(terms, rule, drivers, scenario),
                              scenario.name()))));
    }
    return candidates;
  }

  private static Assessment<Map<Driver, TimeSeries>> drivers(double[][] columns) {
    Map<Driver, TimeSeries> drivers = new EnumMap<>(Driver.class);
    int column = 2;
    for (Driver driver : Driver.values()) {
      Assessment<TimeSeries> series = TimeSeries.of(columns[0], columns[column++]);
      if (series.find().isEmpty()) {
        return series.then(s -> Assessment.of(drivers));
      }
      drivers.put(driver, series.get());
    }
    return Assessment.of(drivers);
  }

  private static List<Object[]> forecastRows(
      Assessment<Forecast> assessment, String model, String scenario) {
    if (assessment.find().isEmpty()) {
      Object[] row = new Object[COLUMNS.size()];
      row[4] = model;
      row[5] = scenario;
      row[row.length - 1] = assessment.status();
      return List.<Object[]>of(row);
    }
    Forecast forecast = assessment.get();
    Backtest test = forecast.backtest();
    int from = test.errors().stream().mapToInt(HeldBackError::year).min().orElseThrow();
    int to = test.errors().stream().mapToInt(HeldBackError::year).max().orElseThrow();
    List<Object[]> rows = new ArrayList<>();
    for (Forecast.Point point : forecast.points()) {
      rows.add(
          new Object[] {
            point.year(),
            finite(point.value()),
            finite(point.low()),
            finite(point.high()),
            forecast.model(),
            scenario,
            from,
            to,
            finite(test.meanAbsoluteRelativeError()),
            finite(test.rootMeanSquareError()),
            finite(test.meanError()),
            "assessed"
          });
    }
    return rows;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
