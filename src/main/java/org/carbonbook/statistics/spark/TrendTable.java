package org.carbonbook.statistics.spark;

import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.carbonbook.statistics.trend.OriginalMannKendall;
import org.carbonbook.statistics.trend.SitesTrendKernel;
import org.carbonbook.statistics.trend.TrendKernel;
import org.carbonbook.statistics.trend.TrendTest;

/**
 * Trend tests of many series at once, distributed. In: long rows, one to a series and time. Out:
 * one row to a series and test with the key columns and n, gaps, mk_test, trend, s, var_s, z, p,
 * tau, sen_slope, sen_low, sen_high, autocorrelation, change_point_year, change_point_p, status.
 *
 * <p>Slopes are in units of the value per unit of time (per year where the time column holds
 * dates); those of the seasonal tests are per cycle. A series that cannot be tested has its row
 * too, with a status that says why. The rows come in no order.
 *
 * <pre>{@code
 * TrendTable.on(observations, List.of("series", "region_code"), "year", "value")
 *     .tests(TrendTests.get("original"), TrendTests.get("hamed_rao"))
 *     .compute();
 * }</pre>
 */
public final class TrendTable {

  private static final String SITE_NUMBER = "__site_number";

  private final Dataset<Row> rows;
  private final List<String> by;
  private final String time;
  private final String value;
  private List<TrendTest> tests = List.of(new OriginalMannKendall());
  private double alpha = 0.05;
  private int period;
  private String site;
  private String covariate;

  private TrendTable(Dataset<Row> rows, List<String> by, String time, String value) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.time = time;
    this.value = value;
  }

  /**
   * Series to be tested.
   *
   * @param rows one row to a series and time
   * @param by the columns that name a series
   * @param time the column of the time: a number, a date, or text such as 2005年
   * @param value the column of the value; null and NaN are gaps
   */
  public static TrendTable on(Dataset<Row> rows, List<String> by, String time, String value) {
    Objects.requireNonNull(rows, "rows");
    return new TrendTable(rows, by, time, value);
  }

  /** Sets the tests, one row for each; the original test by default. */
  public TrendTable tests(TrendTest... chosen) {
    if (chosen.length == 0) {
      throw new IllegalArgumentException("no test chosen");
    }
    tests = Arrays.stream(chosen).distinct().toList();
    return this;
  }

  /** The level of significance, and one less the confidence of the limits; 0.05 if not set. */
  public TrendTable alpha(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "a level of significance is between 0 and 1, not " + level);
    }
    alpha = level;
    return this;
  }

  /** How many seasons make a cycle; the seasonal tests need it. */
  public TrendTable period(int seasons) {
    if (seasons < 2) {
      throw new IllegalArgumentException("a cycle has at least two seasons, not " + seasons);
    }
    period = seasons;
    return this;
  }

  /** The column that identifies the sites of a region; the tests of several sites need it. */
  public TrendTable site(String column) {
    site = Objects.requireNonNull(column, "column");
    return this;
  }

  /** The column of the covariate; the partial test needs it. */
  public TrendTable covariate(String column) {
    covariate = Objects.requireNonNull(column, "column");
    return this;
  }

  /** Computes the trends. */
  public Dataset<Row> compute() {
    check();
    return any(TrendTest.OfSites.class) ? ofSites() : ofSeries();
  }

  private Dataset<Row> ofSeries() {
    List<Column> numbers = timeAndValue();
    if (any(TrendTest.OfSeasons.class)) {
      numbers.add(TimeColumn.seasonsOf(rows, time, period));
    } else if (any(TrendTest.OfPairs.class)) {
      numbers.add(GroupedRows.quoted(covariate));
    }
    return GroupedRows.of(rows, by, numbers).map(new TrendKernel(tests, alpha, period));
  }

  private Dataset<Row> ofSites() {
    Column[] keys =
        by.isEmpty()
            ? new Column[] {lit(0)}
            : by.stream().map(GroupedRows::quoted).toArray(Column[]::new);
    Column number = dense_rank().over(Window.partitionBy(keys).orderBy(GroupedRows.quoted(site)));
    List<Column> numbers = timeAndValue();
    numbers.add(GroupedRows.quoted(SITE_NUMBER));
    return GroupedRows.of(rows.withColumn(SITE_NUMBER, number), by, numbers)
        .map(new SitesTrendKernel(sitesTests(), alpha));
  }

  private List<TrendTest.OfSites> sitesTests() {
    return tests.stream().map(TrendTest.OfSites.class::cast).toList();
  }

  private List<Column> timeAndValue() {
    List<Column> numbers = new ArrayList<>();
    numbers.add(TimeColumn.of(rows, time));
    numbers.add(GroupedRows.quoted(value));
    return numbers;
  }

  private void check() {
    require(
        any(TrendTest.OfSites.class) == (site != null),
        "the regional and the correlated multivariate test"
            + " need a site column, and no other test takes one");
    require(
        !any(TrendTest.OfSites.class)
            || tests.stream().allMatch(TrendTest.OfSites.class::isInstance),
        "tests of several sites and tests of one series make different tables: ask for one kind");
    require(!any(TrendTest.OfSeasons.class) || period > 0, "the seasonal tests need a period");
    require(
        !any(TrendTest.OfPairs.class) || covariate != null,
        "the partial test needs a covariate column");
    require(
        !(any(TrendTest.OfSeasons.class) && any(TrendTest.OfPairs.class)),
        "the seasonal tests and the partial test do not go together: ask for one kind");
    requireColumn(value);
    if (site != null) {
      requireColumn(site);
    }
    if (covariate != null) {
      requireColumn(covariate);
    }
  }

  private void requireColumn(String name) {
    require(
        Arrays.asList(rows.columns()).contains(name),
        "no column '%s'; the columns are %s".formatted(name, String.join(", ", rows.columns())));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private boolean any(Class<? extends TrendTest> shape) {
    return tests.stream().anyMatch(shape::isInstance);
  }
}
