package org.carbonbook.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.regression.DriverColumns;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatTerm;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.GroupedRows;
import org.carbonbook.statistics.series.TimeColumn;

/**
 * Forecasts of many series at once, each with its back-test. Two tables come out of one setting:
 *
 * <ul>
 *   <li>{@link #forecasts}: the key columns and year, value, low, high, model, scenario,
 *       backtest_from, backtest_to, backtest_mape, backtest_rmse, backtest_bias, status;
 *   <li>{@link #backtests}: the key columns and model, scenario, origin_year, year, horizon,
 *       forecast, actual, error.
 * </ul>
 *
 * <p>A series that cannot be forecast has one row to a model, with a status that says why.
 */
public final class ForecastTable {

  /** The models of a series alone. */
  public enum SeriesModel {
    GM11,
    DAMPED_TREND;

    ForecastModel model() {
      return switch (this) {
        case GM11 -> Gm11.model();
        case DAMPED_TREND -> DampedTrend.model();
      };
    }
  }

  private final Dataset<Row> rows;
  private final List<String> by;
  private final List<Column> numbers = new ArrayList<>();
  private ForecastPlan plan = new ForecastPlan(5, 3, 0.05);
  private List<SeriesModel> models = List.of();
  private List<StirpatTerm> terms = StirpatTerm.linear();
  private LambdaRule rule = LambdaRule.GCV;
  private List<Scenario> scenarios = List.of();

  private ForecastTable(Dataset<Row> rows, List<String> by, String time, List<String> columns) {
    this.rows = rows;
    this.by = List.copyOf(by);
    numbers.add(TimeColumn.of(rows, time));
    columns.forEach(column -> numbers.add(GroupedRows.quoted(column)));
  }

  /** Series to be carried on by themselves, by GM(1,1) and a damped trend. */
  public static ForecastTable on(Dataset<Row> rows, List<String> by, String time, String value) {
    return new ForecastTable(rows, by, time, List.of(value)).models(SeriesModel.values());
  }

  /** Pressures to be carried on by their drivers, under scenarios. */
  public static ForecastTable onDrivers(
      Dataset<Row> rows,
      List<String> by,
      String time,
      DriverColumns columns,
      List<Scenario> scenarios) {
    List<String> names =
        List.of(
            columns.pressure(), columns.population(), columns.affluence(), columns.technology());
    ForecastTable table = new ForecastTable(rows, by, time, names);
    table.scenarios = new ArrayList<>(scenarios);
    return table;
  }

  /** The columns of the forecasts of a {@link #seriesKernel} or {@link #driverKernel}. */
  public static StructType schema() {
    return ForecastKernel.FORECASTS;
  }

  /**
   * Forecasts of one series by itself, for a caller that groups rows itself. The kernel's columns
   * are year and value.
   *
   * @param years how many years to forecast
   * @param heldBack how many years the back-test holds back
   * @param alpha one less the confidence of the limits
   */
  public static GroupKernel seriesKernel(int years, int heldBack, double alpha) {
    return new ForecastKernel(
        ForecastKernel.Output.FORECASTS,
        new ForecastPlan(years, heldBack, alpha),
        List.of(SeriesModel.values()),
        List.of(),
        LambdaRule.GCV,
        List.of());
  }

  /**
   * Forecasts of one pressure by its drivers under scenarios, for a caller that groups rows itself.
   * The kernel's columns are year, pressure, population, affluence, technology; the plan is that of
   * {@link #seriesKernel}.
   */
  public static GroupKernel driverKernel(
      int years,
      int heldBack,
      double alpha,
      LambdaRule rule,
      List<StirpatTerm> terms,
      List<Scenario> scenarios) {
    return new ForecastKernel(
        ForecastKernel.Output.FORECASTS,
        new ForecastPlan(years, heldBack, alpha),
        List.of(),
        List.copyOf(terms),
        rule,
        List.copyOf(scenarios));
  }

  /** Which models of the series alone. */
  public ForecastTable models(SeriesModel... chosen) {
    models = Arrays.stream(chosen).distinct().toList();
    return this;
  }

  /** The terms of the driver model and how its ridge parameter is chosen. */
  public ForecastTable driverModel(LambdaRule lambdaRule, StirpatTerm... chosen) {
    rule = lambdaRule;
    terms = Arrays.stream(chosen).distinct().toList();
    return this;
  }

  /**
   * How far and how sure.
   *
   * @param years how many years to forecast; 5 if not set
   * @param heldBack how many years the back-test holds back; 3 if not set
   * @param alpha one less the confidence of the limits; 0.05 if not set
   */
  public ForecastTable plan(int years, int heldBack, double alpha) {
    plan = new ForecastPlan(years, heldBack, alpha);
    return this;
  }

  /** The forecasts, in no order. */
  public Dataset<Row> forecasts() {
    return mapped(ForecastKernel.FORECASTS, ForecastKernel.Output.FORECASTS);
  }

  /** Every forecast of a held-back year, in no order. */
  public Dataset<Row> backtests() {
    return mapped(ForecastKernel.BACKTESTS, ForecastKernel.Output.BACKTESTS);
  }

  private Dataset<Row> mapped(StructType schema, ForecastKernel.Output output) {
    ForecastKernel kernel =
        new ForecastKernel(
            output,
            plan,
            new ArrayList<>(models),
            new ArrayList<>(terms),
            rule,
            new ArrayList<>(scenarios));
    return GroupedRows.of(rows, by, numbers).map(schema, kernel);
  }
}
