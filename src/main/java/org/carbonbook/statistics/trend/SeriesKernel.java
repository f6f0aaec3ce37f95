package org.carbonbook.statistics.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.Series;
import org.carbonbook.statistics.trend.TrendColumns.ChangeInTime;
import org.carbonbook.statistics.trend.TrendColumns.Setting;

/**
 * The trend tests of one series. Columns: 0 time, 1 value, and by need 2 the count of seasons or
 * the covariate.
 */
final class SeriesKernel implements GroupKernel {

  private static final long serialVersionUID = 1L;

  private final List<TrendTest> tests;
  private final double alpha;
  private final int period;

  SeriesKernel(List<TrendTest> tests, double alpha, int period) {
    this.tests = new ArrayList<>(tests);
    this.alpha = alpha;
    this.period = period;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<Series> read = Series.of(columns[0], columns[1]);
    List<Object[]> rows = new ArrayList<>(tests.size());
    Setting setting = null;
    for (TrendTest test : tests) {
      String obstacle = obstacle(read, test);
      if (obstacle != null) {
        int n = read.find().map(Series::size).orElse(0);
        int gaps = read.find().map(Series::gaps).orElse(columns[0].length);
        rows.add(TrendColumns.notAssessed(test, n, gaps, obstacle));
        continue;
      }
      setting = setting == null ? settingOf(read.get(), alpha) : setting;
      rows.add(row(test, read.get(), setting, columns));
    }
    return rows;
  }

  private static String obstacle(Assessment<Series> read, TrendTest test) {
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

  static Setting settingOf(Series series, double alpha) {
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

  private Object[] row(TrendTest test, Series series, Setting setting, double[][] columns) {
    return switch (test.shape()) {
      case SERIES -> assessed(MannKendall.test(test, series), setting, series);
      case SEASONS -> seasonal(test, setting, columns);
      case COVARIATE -> partial(test, setting, columns);
      case SITES -> throw new IllegalStateException(test.id() + " is a test of several sites");
    };
  }

  private Object[] assessed(TrendResult result, Setting setting, Series series) {
    return TrendColumns.assessed(result, setting, alpha, status(result, series.isConstant()));
  }

  static String status(TrendResult result, boolean constant) {
    if (!result.isDefined()) {
      return "undefined: negative variance";
    }
    return constant ? "assessed: constant series" : "assessed";
  }

  private Object[] seasonal(TrendTest test, Setting setting, double[][] columns) {
    Assessment<Series> counted = Series.of(columns[2], columns[1]);
    if (counted.find().isEmpty()) {
      return TrendColumns.notAssessed(test, 0, columns[0].length, counted.status());
    }
    Series series = counted.get();
    double[][] seasons = Seasons.of(series, period);
    TrendResult result =
        test == TrendTest.SEASONAL
            ? GroupedMannKendall.seasonal(seasons)
            : GroupedMannKendall.correlatedSeasonal(seasons);
    SenSlope slope = SenSlope.seasonal(series, period, alpha);
    if (result.n() < test.minimum() || Double.isNaN(slope.slope())) {
      String status = "not assessed: too few complete cycles of %d seasons".formatted(period);
      return TrendColumns.notAssessed(test, result.n(), series.gaps(), status);
    }
    Setting own = new Setting(series.gaps(), slope, setting.autocorrelation(), setting.change());
    return assessed(result, own, series);
  }

  private Object[] partial(TrendTest test, Setting setting, double[][] columns) {
    Assessment<double[][]> paired = pairedByTime(columns);
    if (paired.find().isEmpty()) {
      return TrendColumns.notAssessed(test, 0, columns[0].length, paired.status());
    }
    double[][] pair = paired.get();
    if (pair[0].length < test.minimum()) {
      return TrendColumns.notAssessed(
          test, pair[0].length, setting.gaps(), tooShort(pair[0].length, test));
    }
    TrendResult result = PartialMannKendall.test(pair[0], pair[1]);
    return TrendColumns.assessed(result, setting, alpha, status(result, false));
  }

  private static Assessment<double[][]> pairedByTime(double[][] columns) {
    return Series.of(columns[0], columns[2])
        .then(
            covariate ->
                Series.of(columns[0], columns[1])
                    .then(response -> Assessment.of(paired(response, covariate))));
  }

  private static double[][] paired(Series response, Series covariate) {
    double[] other = new double[response.size()];
    for (int i = 0; i < other.length; i++) {
      other[i] = covariate.findAt(response.time(i)).orElse(Double.NaN);
    }
    return GroupedMannKendall.complete(new double[][] {response.values(), other});
  }
}
