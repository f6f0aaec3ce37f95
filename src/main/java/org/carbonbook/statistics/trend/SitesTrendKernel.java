package org.carbonbook.statistics.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;
import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.trend.TrendColumns.Setting;

/**
 * The trend tests of several sites at once. Input columns: 0 time, 1 value, 2 the number of the
 * site.
 */
public final class SitesTrendKernel implements GroupKernel {

  private static final long serialVersionUID = 1L;

  private final List<TrendTest.OfSites> tests;
  private final double alpha;

  /**
   * Tests of several sites.
   *
   * @param alpha the level of significance, and one minus the confidence of the limits
   */
  public SitesTrendKernel(List<TrendTest.OfSites> tests, double alpha) {
    this.tests = new ArrayList<>(tests);
    this.alpha = alpha;
  }

  @Override
  public List<KernelColumn> columns() {
    return TrendColumns.COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    List<TimeSeries> sites = new ArrayList<>();
    int gaps = 0;
    for (double[][] site : columnsBySite(columns).values()) {
      Assessment<TimeSeries> read = TimeSeries.of(site[0], site[1]);
      if (read.find().isPresent()) {
        sites.add(read.get());
        gaps += read.get().gaps();
      } else if (isEmpty(read)) {
        gaps += site[0].length;
      } else {
        return tests.stream()
            .map(test -> TrendColumns.notAssessed(test, 0, columns[0].length, read.status()))
            .toList();
      }
    }
    int missing = gaps;
    double[][] grid = gridOf(sites);
    return tests.stream().map(test -> row(test, grid, missing)).toList();
  }

  private static boolean isEmpty(Assessment<TimeSeries> read) {
    return read.findReason()
        .filter(org.carbonbook.statistics.series.NotAssessedReason.NO_OBSERVATIONS::equals)
        .isPresent();
  }

  private Object[] row(TrendTest.OfSites test, double[][] grid, int gaps) {
    TrendResult result = test.test(grid);
    SenSlope slope = SenSlope.pooled(grid, alpha);
    if (result.n() < test.minimum() || Double.isNaN(slope.slope())) {
      return TrendColumns.notAssessed(
          test, result.n(), gaps, TrendKernel.tooShort(result.n(), test));
    }
    Setting setting = new Setting(gaps, slope, null, Optional.empty());
    return TrendColumns.assessed(test, result, setting, alpha, TrendKernel.status(result, false));
  }

  private static Map<Double, double[][]> columnsBySite(double[][] columns) {
    Map<Double, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < columns[2].length; i++) {
      places.computeIfAbsent(columns[2][i], site -> new ArrayList<>()).add(i);
    }
    Map<Double, double[][]> sites = new TreeMap<>();
    places.forEach(
        (site, rows) ->
            sites.put(
                site,
                new double[][] {
                  rows.stream().mapToDouble(i -> columns[0][i]).toArray(),
                  rows.stream().mapToDouble(i -> columns[1][i]).toArray()
                }));
    return sites;
  }

  /**
   * One array to a site. Whole-numbered times keep their distance, so that the common slope is per
   * unit of time; other times are taken as one step apart each.
   */
  private static double[][] gridOf(List<TimeSeries> sites) {
    double[] times =
        sites.stream().flatMapToDouble(s -> Arrays.stream(s.times())).sorted().distinct().toArray();
    boolean whole = Arrays.stream(times).allMatch(t -> t == Math.rint(t));
    int length =
        times.length == 0
            ? 0
            : whole ? (int) (times[times.length - 1] - times[0]) + 1 : times.length;
    double[][] grid = new double[sites.size()][length];
    for (int s = 0; s < grid.length; s++) {
      Arrays.fill(grid[s], Double.NaN);
      TimeSeries site = sites.get(s);
      for (int i = 0; i < site.size(); i++) {
        double time = site.time(i);
        int place = whole ? (int) (time - times[0]) : Arrays.binarySearch(times, time);
        grid[s][place] = site.value(i);
      }
    }
    return grid;
  }
}
