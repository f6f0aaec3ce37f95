package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.forecast.Backtest.HeldBackError;
import org.carbonbook.statistics.forecast.ForecastTable.SeriesModel;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.Series;

/**
 * The forecasts of one group. Columns: year, value, and for drivers population, affluence,
 * technology.
 */
record ForecastKernel(
    Output output,
    ForecastPlan plan,
    List<SeriesModel> models,
    List<StirpatTerm> terms,
    LambdaRule rule,
    List<Scenario> scenarios)
    implements GroupKernel {

  enum Output {
    FORECASTS,
    BACKTESTS
  }

  static final StructType FORECASTS =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType)
          .add("model", DataTypes.StringType)
          .add("scenario", DataTypes.StringType)
          .add("backtest_from", DataTypes.IntegerType)
          .add("backtest_to", DataTypes.IntegerType)
          .add("backtest_mape", DataTypes.DoubleType)
          .add("backtest_rmse", DataTypes.DoubleType)
          .add("backtest_bias", DataTypes.DoubleType)
          .add("status", DataTypes.StringType);

  static final StructType BACKTESTS =
      new StructType()
          .add("model", DataTypes.StringType)
          .add("scenario", DataTypes.StringType)
          .add("origin_year", DataTypes.IntegerType)
          .add("year", DataTypes.IntegerType)
          .add("horizon", DataTypes.IntegerType)
          .add("forecast", DataTypes.DoubleType)
          .add("actual", DataTypes.DoubleType)
          .add("error", DataTypes.DoubleType);

  /** A model and the scenario it runs under, null where it needs none. */
  private record Candidate(ForecastModel model, String scenario) {}

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<Series> read = Series.of(columns[0], columns[1]);
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
      rows.addAll(
          output == Output.FORECASTS
              ? forecastRows(forecast, model, scenario)
              : backtestRows(forecast, scenario));
    }
    return rows;
  }

  private List<Assessment<Candidate>> candidates(double[][] columns) {
    List<Assessment<Candidate>> candidates = new ArrayList<>();
    models.forEach(m -> candidates.add(Assessment.of(new Candidate(m.model(), null))));
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

  private static Assessment<Map<Driver, Series>> drivers(double[][] columns) {
    Map<Driver, Series> drivers = new EnumMap<>(Driver.class);
    int column = 2;
    for (Driver driver : Driver.values()) {
      Assessment<Series> series = Series.of(columns[0], columns[column++]);
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
      Object[] row = new Object[FORECASTS.size()];
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

  private static List<Object[]> backtestRows(Assessment<Forecast> assessment, String scenario) {
    List<Object[]> rows = new ArrayList<>();
    assessment
        .find()
        .ifPresent(
            forecast ->
                forecast
                    .backtest()
                    .errors()
                    .forEach(
                        e ->
                            rows.add(
                                new Object[] {
                                  forecast.model(),
                                  scenario,
                                  e.originYear(),
                                  e.year(),
                                  e.horizon(),
                                  finite(e.forecast()),
                                  e.actual(),
                                  finite(e.error())
                                })));
    return rows;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
