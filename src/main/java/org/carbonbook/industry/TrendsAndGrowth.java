package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.AnalysisRules.Trends;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.industry.Stretches.Break;
import org.carbonbook.industry.Stretches.Split;
import org.carbonbook.statistics.growth.GrowthKernel;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.trend.TrendKernel;

/** Trend tests and growth of every stretch of every series, and an entry for every break. */
final class TrendsAndGrowth {

  /** What stands in place of a test, a method or a state where the classification breaks. */
  static final String BREAK = "classification_break";

  private final GroupKernel trends;

  TrendsAndGrowth(Trends rules) {
    this.trends = new TrendKernel(rules.chosen(), rules.alpha());
  }

  List<Row> list(RegionSeries series) {
    List<Row> rows = new ArrayList<>();
    for (Split split : series.all()) {
      for (YearSeries stretch : split.stretches()) {
        double[][] columns = {stretch.years(), stretch.values()};
        String region = series.region();
        rows.addAll(
            StatisticRow.list(Kind.TREND, region, stretch.name(), null, trends.rowsOf(columns)));
        rows.addAll(
            StatisticRow.list(
                Kind.GROWTH,
                region,
                stretch.name(),
                null,
                new GrowthKernel(List.of(), stretch.prices()).rowsOf(columns)));
      }
      rows.addAll(breaks(series.region(), split));
    }
    return rows;
  }

  private static List<Row> breaks(String region, Split split) {
    List<Object[]> trends = new ArrayList<>();
    List<Object[]> growth = new ArrayList<>();
    for (Break each : split.breaks()) {
      Object[] trend = StatisticRow.blank(Kind.TREND);
      trend[Kind.TREND.cell("mk_test")] = BREAK;
      trend[Kind.TREND.cell("change_point_year")] = each.lastYear();
      trend[Kind.TREND.cell("status")] = status(each);
      trends.add(trend);
      Object[] step = StatisticRow.blank(Kind.GROWTH);
      step[Kind.GROWTH.cell("from_year")] = each.lastYear();
      step[Kind.GROWTH.cell("to_year")] = each.nextYear();
      step[Kind.GROWTH.cell("intervals")] = each.nextYear() - each.lastYear();
      step[Kind.GROWTH.cell("method")] = BREAK;
      step[Kind.GROWTH.cell("price_basis")] = split.whole().prices().text();
      step[Kind.GROWTH.cell("status")] = status(each);
      growth.add(step);
    }
    String name = split.whole().name();
    List<Row> rows = new ArrayList<>(StatisticRow.list(Kind.TREND, region, name, null, trends));
    rows.addAll(StatisticRow.list(Kind.GROWTH, region, name, null, growth));
    return rows;
  }

  static String status(Break each) {
    return "not assessed: " + each.reason();
  }
}
