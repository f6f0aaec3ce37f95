package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Trends;
import org.carbonbook.series.SeriesSegments.Break;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.growth.GrowthKernel;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.trend.TrendKernel;

/** Trend tests and growth of every segment of every series, and an entry for every break. */
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
      for (YearSeries segment : split.segments()) {
        double[][] columns = {segment.years(), segment.values()};
        String region = series.region();
        rows.addAll(
            AnalysisRows.list(
                Kind.TREND,
                region,
                segment.name(),
                "",
                Kind.TREND.listCells(trends.columns(), trends.rowsOf(columns))));
        rows.addAll(
            AnalysisRows.list(
                Kind.GROWTH,
                region,
                segment.name(),
                "",
                Kind.GROWTH.listCells(
                    GrowthKernel.COLUMNS,
                    new GrowthKernel(List.of(), segment.prices()).rowsOf(columns))));
      }
      rows.addAll(breaks(series.region(), split));
    }
    return rows;
  }

  private static List<Row> breaks(String region, Split split) {
    List<Row> trends = new ArrayList<>();
    List<Row> growth = new ArrayList<>();
    for (Break each : split.breaks()) {
      trends.add(
          Kind.TREND.cells(
              Map.of(
                  "mk_test", BREAK,
                  "change_point_year", each.lastYear(),
                  "status", status(each))));
      growth.add(
          Kind.GROWTH.cells(
              Map.of(
                  "from_year", each.lastYear(),
                  "to_year", each.nextYear(),
                  "intervals", each.nextYear() - each.lastYear(),
                  "method", BREAK,
                  "price_basis", split.whole().prices().text(),
                  "status", status(each))));
    }
    String name = split.whole().name();
    List<Row> rows = new ArrayList<>(AnalysisRows.list(Kind.TREND, region, name, "", trends));
    rows.addAll(AnalysisRows.list(Kind.GROWTH, region, name, "", growth));
    return rows;
  }

  static String status(Break each) {
    return "not assessed: " + each.reason();
  }
}
