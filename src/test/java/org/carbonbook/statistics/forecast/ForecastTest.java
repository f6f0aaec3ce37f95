package org.carbonbook.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.fixtures.LocalSpark;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.carbonbook.statistics.forecast.Scenario.GrowthPeriod;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.spark.GroupedRows;
import org.carbonbook.statistics.spark.TimeColumn;
import org.junit.jupiter.api.Test;

class ForecastTest {

  @Property(tries = 100)
  void aGreyModelFollowsGeometricGrowthClosely(
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double rate) {
    TimeSeries series = yearly(2000, 10, i -> 50 * Math.pow(1 + rate, i));
    double next = Gm11.model().path(series, 1).get()[0];
    assertThat(next).isCloseTo(50 * Math.pow(1 + rate, 10), within(0.03));
  }

  @Test
  void aGreyModelOfAConstantSeriesStandsStill() {
    TimeSeries series = yearly(2000, 8, i -> 7.5);
    assertThat(Gm11.model().path(series, 3).get())
        .containsExactly(new double[] {7.5, 7.5, 7.5}, within(1e-12));
  }

  @Test
  void dataThatJumpAreNotAdmitted() {
    TimeSeries series = yearly(2000, 8, i -> i == 5 ? 900.0 : 100 + i);
    Assessment<Gm11> fit = Gm11.fit(series);
    assertThat(fit.findReason()).contains(NotAssessedReason.INADMISSIBLE);
    assertThat(fit.status()).contains("the class ratio").contains("in 2005 is outside");
    assertThat(Gm11.fit(yearly(2000, 8, i -> i - 3.0)).findReason())
        .contains(NotAssessedReason.NOT_POSITIVE);
    assertThat(Gm11.fit(yearly(2000, 3, i -> i + 1.0)).findReason())
        .contains(NotAssessedReason.TOO_SHORT);
  }

  @Test
  void aDampedTrendOfSteadyGrowthGrowsEverMoreSlowly() {
    TimeSeries series = yearly(2000, 20, i -> 10 * Math.pow(1.05, i));
    double[] path = DampedTrend.model().path(series, 30).get();
    assertThat(path[0] / series.value(19)).isBetween(1.04, 1.05);
    double before = 1.05;
    for (int h = 1; h < path.length; h++) {
      double growth = path[h] / path[h - 1];
      assertThat(growth).isGreaterThan(1).isLessThan(before);
      before = growth;
    }
  }

  @Property(tries = 200)
  void noLimitOfAQuantityIsBelowZeroAndLimitsWiden(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.4) double noise) {
    Random random = new Random(seed);
    double[] values = new double[20];
    values[0] = 100;
    for (int i = 1; i < values.length; i++) {
      values[i] = values[i - 1] * Math.exp(noise * random.nextGaussian());
    }
    TimeSeries series = TimeSeries.ofSequence(values).get();
    for (ForecastModel model : ForecastModels.list()) {
      Forecast.of(model, series, 10, 3, 0.05)
          .find()
          .ifPresent(
              forecast -> {
                double width = 1;
                for (Forecast.Point point : forecast.points()) {
                  assertThat(point.low()).isPositive().isLessThanOrEqualTo(point.value());
                  assertThat(point.high() / point.low()).isGreaterThanOrEqualTo(width);
                  width = point.high() / point.low();
                }
              });
    }
  }

  @Test
  void aSeriesWithAValueThatIsNotPositiveIsNotForecast() {
    TimeSeries series = yearly(2000, 12, i -> i == 4 ? 0 : 100.0 + i);
    for (ForecastModel model : ForecastModels.list()) {
      assertThat(Forecast.of(model, series, 5, 3, 0.05).status())
          .isEqualTo("not assessed: 0.0 in 2004 is not positive");
    }
  }

  @Test
  void parametersAreNoWorseThanAnyOnAFineGrid() {
    Random random = new Random(9);
    double[] y = new double[25];
    Arrays.setAll(y, i -> 100 + 3 * i + 5 * random.nextGaussian());
    DampedTrend fit = DampedTrend.fit(TimeSeries.ofSequence(y).get()).get();
    double found = squaredErrors(y, fit.alpha(), fit.beta(), fit.phi());
    for (double alpha = 0; alpha <= 1; alpha += 0.04) {
      for (double beta = 0; beta <= 1; beta += 0.04) {
        for (double phi = 0.80; phi <= 0.98; phi += 0.02) {
          assertThat(found).isLessThanOrEqualTo(squaredErrors(y, alpha, beta, phi) * (1 + 1e-6));
        }
      }
    }
  }

  private static double squaredErrors(double[] y, double alpha, double beta, double phi) {
    double level = y[0];
    double trend = (y[4] - y[0]) / 4;
    double sum = 0;
    for (int t = 1; t < y.length; t++) {
      double before = level;
      double ahead = before + phi * trend;
      level = alpha * y[t] + (1 - alpha) * ahead;
      trend = beta * (level - before) + (1 - beta) * phi * trend;
      sum += (y[t] - ahead) * (y[t] - ahead);
    }
    return sum;
  }

  @Test
  void thereIsNoForecastWithoutItsBackTest() {
    TimeSeries series = yearly(2000, 7, i -> 100.0 + i);
    assertThat(Forecast.of(DampedTrend.model(), series, 5, 3, 0.05).status())
        .isEqualTo(
            "not assessed: 7 observations; damped_trend needs 5 and 3 held back for its back-test");
    assertThatThrownBy(() -> new Forecast("any", List.of(), null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> new Backtest(3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBackTestShowsTheModelNothingOfWhatItHeldBack() {
    double[] values = yearly(2000, 12, i -> 100 * Math.pow(1.03, i)).values();
    Backtest honest = Backtest.of(Gm11.model(), TimeSeries.ofSequence(values).get(), 3).get();
    values[11] = 138;
    Backtest changed = Backtest.of(Gm11.model(), TimeSeries.ofSequence(values).get(), 3).get();
    assertThat(honest.errors()).hasSize(6);
    for (int i = 0; i < honest.errors().size(); i++) {
      assertThat(changed.errors().get(i).forecast()).isEqualTo(honest.errors().get(i).forecast());
      assertThat(changed.errors().get(i).originYear()).isLessThan(changed.errors().get(i).year());
    }
    assertThat(changed.rootMeanSquareError()).isNotEqualTo(honest.rootMeanSquareError());
  }

  @Test
  void limitsWidenWithTheYearsAndEncloseTheForecast() {
    Random random = new Random(4);
    TimeSeries series = yearly(1995, 25, i -> 100 + 2 * i + random.nextGaussian());
    Forecast forecast = Forecast.of(DampedTrend.model(), series, 6, 4, 0.05).get();
    double before = 0;
    for (Forecast.Point point : forecast.points()) {
      assertThat(point.low()).isLessThan(point.value());
      assertThat(point.high() - point.low()).isGreaterThan(before);
      before = point.high() - point.low();
    }
    assertThat(forecast.points().get(0).year()).isEqualTo(2020);
  }

  @Test
  void limitsHoldTheTruthAboutAsOftenAsTheySay() {
    Random random = new Random(17);
    int inside = 0;
    int all = 400;
    for (int k = 0; k < all; k++) {
      double[] walk = new double[26];
      walk[0] = 100;
      for (int i = 1; i < walk.length; i++) {
        walk[i] = walk[i - 1] + random.nextGaussian();
      }
      TimeSeries known = TimeSeries.ofSequence(Arrays.copyOf(walk, 25)).get();
      Forecast.Point next =
          Forecast.of(DampedTrend.model(), known, 1, 5, 0.2).get().points().get(0);
      inside += next.low() <= walk[25] && walk[25] <= next.high() ? 1 : 0;
    }
    assertThat(inside / (double) all).isBetween(0.70, 0.90);
  }

  @Test
  void theDriverModelFindsAKnownLawUnderAScenario() {
    Random random = new Random(8);
    double[][] x = new double[3][20];
    for (double[] column : x) {
      Arrays.setAll(column, i -> Math.exp(2 + 0.03 * i + 0.1 * random.nextGaussian()));
    }
    TimeSeries pressure = yearly(2000, 20, i -> 3 * x[0][i] * Math.pow(x[1][i], 0.5) * x[2][i]);
    Map<Driver, TimeSeries> drivers = new EnumMap<>(Driver.class);
    drivers.put(Driver.POPULATION, yearly(2000, 20, i -> x[0][i]));
    drivers.put(Driver.AFFLUENCE, yearly(2000, 20, i -> x[1][i]));
    drivers.put(Driver.TECHNOLOGY, yearly(2000, 20, i -> x[2][i]));
    Scenario scenario =
        new Scenario(
            "plan",
            List.of(
                new GrowthPeriod(Driver.POPULATION, 2020, 2030, 0.01),
                new GrowthPeriod(Driver.AFFLUENCE, 2020, 2030, 0.05),
                new GrowthPeriod(Driver.TECHNOLOGY, 2020, 2025, -0.03)));
    DriverForecast model =
        new DriverForecast(StirpatTerm.linear(), LambdaRule.LEAST_SQUARES, drivers, scenario);
    double growth = 1.01 * Math.sqrt(1.05) * 0.97;
    double[] path = model.path(pressure, 2).get();
    assertThat(path[0]).isCloseTo(pressure.value(19) * growth, within(1e-8 * path[0]));
    assertThat(path[1]).isCloseTo(pressure.value(19) * growth * growth, within(1e-8 * path[1]));
    assertThat(model.path(pressure, 8).status())
        .isEqualTo("not assessed: scenario 'plan' gives no growth of technology for 2026");
  }

  @Test
  void tablesOfManySeries() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(RowFactory.create("smooth", 2000 + i, 100 * Math.pow(1.02, i)));
      rows.add(RowFactory.create("broken", i < 6 ? 2000 + i : 2001 + i, 50.0 + i));
    }
    rows.add(RowFactory.create("short", 2000, 1.0));
    rows.add(RowFactory.create("short", 2001, 2.0));
    StructType schema =
        new StructType()
            .add("series", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("value", DataTypes.DoubleType);
    Dataset<Row> data = LocalSpark.session().createDataFrame(rows, schema);
    Dataset<Row> forecasts =
        GroupedRows.of(
                data,
                List.of("series"),
                List.of(TimeColumn.of(data, "year"), GroupedRows.quoted("value")))
            .map(ForecastKernel.ofSeries(new ForecastPlan(4, 3, 0.05), ForecastModels.listIds()));
    assertThat(forecasts.filter("series = 'smooth' and model = 'gm11'").count()).isEqualTo(4);
    Row row = forecasts.filter("series = 'smooth' and model = 'gm11' and year = 2012").first();
    assertThat(row.<Double>getAs("value")).isCloseTo(100 * Math.pow(1.02, 12), within(0.01));
    assertThat(row.<Double>getAs("backtest_mape")).isLessThan(1e-4);
    assertThat(row.<Integer>getAs("backtest_from")).isEqualTo(2009);
    assertThat(forecasts.filter("series = 'broken'").first().<String>getAs("status"))
        .isEqualTo("not assessed: no value in 2006");
    assertThat(
            forecasts.filter("series = 'short' and model = 'gm11'").first().<String>getAs("status"))
        .startsWith("not assessed: 2 observations; gm11 needs 4");
    long bare =
        forecasts.filter("value is not null and (backtest_rmse is null or low is null)").count();
    assertThat(bare).isZero();
  }

  @Test
  void driverForecastsOfManyCities() {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(2);
    for (String city : List.of("421200", "420100")) {
      for (int i = 0; i < 20; i++) {
        double p = Math.exp(5 + 0.01 * i + 0.02 * random.nextGaussian());
        double a = Math.exp(1 + 0.08 * i + 0.05 * random.nextGaussian());
        double t = Math.exp(-0.03 * i + 0.05 * random.nextGaussian());
        rows.add(
            RowFactory.create(city, 2000 + i, 2 * p * a * t, p, a, city.endsWith("2") ? null : t));
      }
    }
    rows.add(RowFactory.create("429000", 2000, 1.0, 1.0, 1.0, null));
    StructType schema =
        new StructType()
            .add("region_code", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("co2_t", DataTypes.DoubleType)
            .add("persons", DataTypes.DoubleType)
            .add("income", DataTypes.DoubleType)
            .add("intensity", DataTypes.DoubleType);
    Dataset<Row> data = LocalSpark.session().createDataFrame(rows, schema);
    List<Scenario> scenarios = List.of(scenario("baseline", -0.015), scenario("plan", -0.0286));
    Dataset<Row> forecasts =
        GroupedRows.of(
                data,
                List.of("region_code"),
                List.of(
                    TimeColumn.of(data, "year"),
                    GroupedRows.quoted("co2_t"),
                    GroupedRows.quoted("persons"),
                    GroupedRows.quoted("income"),
                    GroupedRows.quoted("intensity")))
            .map(
                ForecastKernel.ofDrivers(
                    new ForecastPlan(5, 3, 0.05), LambdaRule.GCV, StirpatTerm.linear(), scenarios));
    assertThat(forecasts.filter("region_code = '421200' and scenario = 'plan'").count())
        .isEqualTo(5);
    assertThat(forecasts.filter("region_code = '429000'").first().<String>getAs("status"))
        .isEqualTo("not assessed: no observation");
    double plan = value(forecasts, "plan");
    assertThat(value(forecasts, "baseline")).isGreaterThan(plan);
    assertThat(plan).isPositive();
  }

  private static double value(Dataset<Row> forecasts, String scenario) {
    return forecasts
        .filter("region_code = '420100' and year = 2024 and scenario = '%s'".formatted(scenario))
        .first()
        .getAs("value");
  }

  private static Scenario scenario(String name, double technology) {
    return new Scenario(
        name,
        List.of(
            new GrowthPeriod(Driver.POPULATION, 2020, 2035, 0.005),
            new GrowthPeriod(Driver.AFFLUENCE, 2020, 2035, 0.059),
            new GrowthPeriod(Driver.TECHNOLOGY, 2020, 2035, technology)));
  }

  private static TimeSeries yearly(int from, int n, java.util.function.IntToDoubleFunction value) {
    double[] times = new double[n];
    double[] values = new double[n];
    Arrays.setAll(times, i -> from + i);
    Arrays.setAll(values, value);
    return TimeSeries.of(times, values).get();
  }
}
