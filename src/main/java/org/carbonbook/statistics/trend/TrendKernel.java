package org.carbonbook.statistics.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.trend.TrendColumns.ChangeInTime;
import org.carbonbook.statistics.trend.TrendColumns.Setting;

/**
 * The trend tests of one series, one row for each test. Input columns: 0 time, 1 value and, where a
 * test needs it, 2 the season counted from the first or the covariate.
 */
public final class TrendKernel implements GroupKernel {

  private static final long serialVersionUID = 1L;

  /** The output columns. */
  public static final List<KernelColumn> COLUMNS = TrendColumns.COLUMNS;

  private final List<TrendTest> tests;
  private final double alpha;
  private final int period;

  /**
   * Tests of one series alone.
   *
   * @param alpha the level of significance, and one minus the confidence of the limits
   */
  public TrendKernel(List<TrendTest> tests, double alpha) {
    this(tests, alpha, 0);
    if (tests.isEmpty() || !tests.stream().allMatch(TrendTest.OfSeries.class::isInstance)) {
      throw new IllegalArgumentException(
          "a kernel of one series takes tests of one series, not " + tests);
    }
  }

  /**
   * Tests of one series, of its seasons, or of the series and a covariate.
   *
   * @param period how many seasons make a cycle; 0 where no test needs it
   */
  public TrendKernel(List<TrendTest> tests, double alpha, int period) {
    this.tests = new ArrayList<>(tests);
    this.alpha = alpha;
    this.period = period;
  }

  @Override
  public List<KernelColumn> columns() {
    return TrendColumns.COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<TimeSeries> read = TimeSeries.of(columns[0], columns[1]);
    List<Object[]> rows = new ArrayList<>(tests.size());
    Setting setting = null;
    for (TrendTest test : tests) {
      String obstacle = obstacle(read, test);
      if (obstacle != null) {
        int n = read.find().map(TimeSeries::size).orElse(0);
        int gaps = read.find().map(TimeSeries::gaps).orElse(columns[0].length);
        rows.add(TrendColumns.notAssessed(test, n, gaps, obstacle));
        continue;
      }
      setting = setting == null ? settingOf(read.get(), alpha) : setting;
      rows.add(row(test, read.get(), setting, columns));
    }
    return rows;
  }

  private static String obstacle(Assessment<TimeSeries> read, TrendTest test) {
    if (read.find().isEmpty()) {
      return read.status();
    }
    int n = read.get().size();
    return n < test.minimum() ? tooShort(n, test) : null;
  }

  static String tooShort(int n, TrendTest test) {
    return "not assessed: %d observations, the %s test needs %d"
        .formatted(n, test.id(), test.minimum());
  }

  static Setting settingOf(TimeSeries series, double alpha) {
    double[] values = series.values();
    var lagOne = Autocorrelation.findLagOne(values);
    Optional<ChangeInTime> change =
        ChangePoint.find(values)
            .map(point -> new ChangeInTime(series.time(point.lastOfEarlierPart()), point.p()));
    return new Setting(
        series.gaps(),
        SenSlope.of(series, alpha),
        lagOne.isPresent() ? lagOne.getAsDouble() : null,
        change);
  }

  private Object[] row(TrendTest test, TimeSeries series, Setting setting, double[][] columns) {
    if (test instanceof TrendTest.OfSeries one) {
      return assessed(test, one.test(series), setting, series);
    }
    if (test instanceof TrendTest.OfSeasons seasons) {
      return seasonal(seasons, setting, columns);
    }
    if (test instanceof TrendTest.OfPairs pairs) {
      return partial(pairs, setting, columns);
    }
    throw new IllegalStateException(test.id() + " is a test of several sites");
  }

  private Object[] assessed(
      TrendTest test, TrendResult result, Setting setting, TimeSeries series) {
    return TrendColumns.assessed(test, result, setting, alpha, status(result, series.isConstant()));
  }

  static String status(TrendResult result, boolean constant) {
    if (!result.isDefined()) {
      return "undefined: negative variance";
    }
    return constant ? "assessed: constant series" : "assessed";
  }

  private Object[] seasonal(TrendTest.OfSeasons test, Setting setting, double[][] columns) {
    Assessment<TimeSeries> counted = TimeSeries.of(columns[2], columns[1]);
    if (counted.find().isEmpty()) {
      return TrendColumns.notAssessed(test, 0, columns[0].length, counted.status());
    }
    TimeSeries series = counted.get();
    double[][] seasons = Seasons.of(series, period);
    TrendResult result = test.test(seasons);
    SenSlope slope = SenSlope.seasonal(series, period, alpha);
    if (result.n() < test.minimum() || Double.isNaN(slope.slope())) {
      String status = "not assessed: too few complete cycles of %d seasons".formatted(period);
      return TrendColumns.notAssessed(test, result.n(), series.gaps(), status);
    }
    Setting own = new Setting(series.gaps(), slope, setting.autocorrelation(), setting.change());
    return assessed(test, result, own, series);
  }

  private Object[] partial(TrendTest.OfPairs test, Setting setting, double[][] columns) {
    Assessment<double[][]> paired = pairedByTime(columns);
    if (paired.find().isEmpty()) {
      return TrendColumns.notAssessed(test, 0, columns[0].length, paired.status());
    }
    double[][] pair = paired.get();
    if (pair[0].length < test.minimum()) {
      return TrendColumns.notAssessed(
          test, pair[0].length, setting.gaps(), tooShort(pair[0].length, test));
    }
    TrendResult result = test.test(pair[0], pair[1]);
    return TrendColumns.assessed(test, result, setting, alpha, status(result, false));
  }

  private static Assessment<double[][]> pairedByTime(double[][] columns) {
    return TimeSeries.of(columns[0], columns[2])
        .then(
            covariate ->
                TimeSeries.of(columns[0], columns[1])
                    .then(response -> Assessment.of(paired(response, covariate))));
  }

  private static double[][] paired(TimeSeries response, TimeSeries covariate) {
    double[] other = new double[response.size()];
    for (int i = 0; i < other.length; i++) {
      other[i] = covariate.findAt(response.time(i)).orElse(Double.NaN);
    }
    return GroupedMannKendall.complete(new double[][] {response.values(), other});
  }
}
