package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.SeriesSegments.Break;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.decoupling.DecouplingKernel;
import org.carbonbook.statistics.decoupling.ElasticityKernel;
import org.carbonbook.statistics.series.GroupKernel;

/**
 * Two series set against each other, segment by segment: decoupling of a pressure from its driver,
 * and the elasticity of energy.
 */
final class SeriesPairs {

  /** What is computed of two segments: first the driver or output, then pressure or energy. */
  @FunctionalInterface
  private interface Kernels {
    GroupKernel of(YearSeries first, YearSeries second);
  }

  private final RegionSeries series;

  SeriesPairs(RegionSeries series) {
    this.series = series;
  }

  List<Row> listDecoupling(List<AnalysisRules.DecouplingPair> rules) {
    Kernels kernels =
        (first, second) -> new DecouplingKernel(first.name(), second.name(), List.of());
    List<Row> rows = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (AnalysisRules.DecouplingPair rule : rules) {
      rows.addAll(pairs(Kind.DECOUPLING, rule.driver(), rule.pressure(), kernels, done));
    }
    return rows;
  }

  List<Row> listElasticity(List<AnalysisRules.Elasticity> rules) {
    Kernels kernels = (first, second) -> new ElasticityKernel(first.prices(), List.of());
    List<Row> rows = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (AnalysisRules.Elasticity rule : rules) {
      rows.addAll(pairs(Kind.ELASTICITY, rule.output(), rule.energy(), kernels, done));
    }
    return rows;
  }

  private List<Row> pairs(
      Kind kind, String firstText, String secondText, Kernels kernels, Set<String> done) {
    SeriesPattern first = SeriesPattern.of(firstText);
    SeriesPattern second = SeriesPattern.of(secondText);
    List<Row> rows = new ArrayList<>();
    for (Split a : series.list(first)) {
      for (Split b : series.list(second)) {
        boolean bound =
            first.findBinding(a.whole().key()).equals(second.findBinding(b.whole().key()));
        boolean free = !firstText.contains("{") || !secondText.contains("{");
        if ((bound || free) && done.add(a.whole().name() + "|" + b.whole().name())) {
          rows.addAll(pair(kind, a, b, kernels));
        }
      }
    }
    return rows;
  }

  private List<Row> pair(Kind kind, Split first, Split second, Kernels kernels) {
    List<Row> rows = new ArrayList<>();
    for (YearSeries a : first.segments()) {
      for (YearSeries b : second.segments()) {
        if (commonYears(a, b).size() > 1) {
          rows.addAll(rows(kind, a, b, cells(kind, kernels.of(a, b), a, b)));
        }
      }
    }
    if (rows.isEmpty()) {
      YearSeries a = first.whole();
      YearSeries b = second.whole();
      rows.addAll(rows(kind, a, b, cells(kind, kernels.of(a, b), a, b).subList(0, 1)));
    } else {
      rows.addAll(breaks(kind, first, second));
    }
    return rows;
  }

  private List<Row> rows(Kind kind, YearSeries a, YearSeries b, List<Row> cells) {
    return AnalysisRows.list(kind, series.region(), b.name(), a.name(), cells);
  }

  private static List<Row> cells(Kind kind, GroupKernel kernel, YearSeries a, YearSeries b) {
    return kind.listCells(kernel.columns(), kernel.rowsOf(aligned(a, b)));
  }

  private List<Row> breaks(Kind kind, Split first, Split second) {
    Set<Integer> common = commonYears(first.whole(), second.whole());
    List<Row> rows = new ArrayList<>();
    List<Break> breaks = new ArrayList<>(first.breaks());
    breaks.addAll(second.breaks());
    for (Break each : breaks) {
      if (common.contains(each.lastYear()) && common.contains(each.nextYear())) {
        rows.add(breakRow(kind, first.whole(), second.whole(), each));
      }
    }
    return rows(kind, first.whole(), second.whole(), rows);
  }

  private static Row breakRow(Kind kind, YearSeries first, YearSeries second, Break each) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("year_from", each.lastYear());
    cells.put("year_to", each.nextYear());
    cells.put("status", TrendsAndGrowth.status(each));
    if (kind == Kind.DECOUPLING) {
      cells.put("driver", first.name());
      cells.put("pressure", second.name());
      cells.put("state", TrendsAndGrowth.BREAK);
    } else {
      cells.put("intervals", each.nextYear() - each.lastYear());
      cells.put("price_basis", first.prices().text());
    }
    return kind.cells(cells);
  }

  private static Set<Integer> commonYears(YearSeries a, YearSeries b) {
    Set<Integer> years = new TreeSet<>();
    a.figures().forEach(figure -> years.add(figure.year()));
    years.removeIf(year -> b.find(year).isEmpty());
    return years;
  }

  /** Years, first and second values; NaN where one of them has none. */
  static double[][] aligned(YearSeries... all) {
    TreeSet<Integer> years = new TreeSet<>();
    Arrays.stream(all).forEach(s -> s.figures().forEach(figure -> years.add(figure.year())));
    double[][] columns = new double[all.length + 1][];
    columns[0] = years.stream().mapToDouble(Integer::intValue).toArray();
    for (int i = 0; i < all.length; i++) {
      YearSeries each = all[i];
      columns[i + 1] =
          years.stream()
              .mapToDouble(year -> each.find(year).map(SeriesFigure::value).orElse(Double.NaN))
              .toArray();
    }
    return columns;
  }
}
