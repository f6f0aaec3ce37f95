package org.carbonbook.industry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.notice.Notice;

/** Everything that is worked out of the figures of one region, or of one panel of regions. */
final class RegionAnalysis implements Serializable {

  private static final long serialVersionUID = 1L;

  private final IndustryRules rules;

  RegionAnalysis(IndustryRules rules) {
    this.rules = rules;
  }

  /** The rows of one region: its series and all that follows from them, and what is wrong. */
  List<Row> ofRegion(String region, List<Observation> observations) {
    List<Notice> notices = new ArrayList<>();
    RegionSeries series = RegionSeries.of(region, observations, rules, notices);
    AnalysisRules analysis = rules.analysis();
    List<Row> rows = new ArrayList<>(SeriesPoint.list(series, rules.stretches()));
    rows.addAll(new TrendsAndGrowth(analysis.trends()).list(series));
    Pairs pairs = new Pairs(series);
    rows.addAll(pairs.listDecoupling(analysis.decoupling()));
    rows.addAll(pairs.listElasticity(analysis.energyElasticity()));
    rows.addAll(new DriverModels(analysis.driverModels()).list(series));
    rows.addAll(new Forecasts(analysis, rules.scenarios()).list(series));
    rows.addAll(new Accounts(rules, series).list());
    rows.addAll(noticeRows(region, notices));
    return rows;
  }

  /**
   * The driver models of a panel. What is wrong with its series is told where they are published.
   *
   * @param scope the region that the regions of the panel belong to
   * @param level what they are
   */
  List<Row> ofPanel(String scope, String level, List<Observation> observations) {
    Map<String, List<Observation>> byRegion = new TreeMap<>();
    observations.forEach(
        o -> byRegion.computeIfAbsent(o.regionCode(), code -> new ArrayList<>()).add(o));
    List<RegionSeries> regions = new ArrayList<>();
    byRegion.forEach(
        (code, own) -> regions.add(RegionSeries.of(code, own, rules, new ArrayList<>())));
    return new DriverModels(rules.analysis().driverModels()).listPanel(scope, level, regions);
  }

  private static List<Row> noticeRows(String region, List<Notice> notices) {
    List<Object[]> cells =
        notices.stream()
            .distinct()
            .map(n -> new Object[] {n.code(), n.place(), n.message(), n.remedy()})
            .toList();
    return StatisticRow.list(Kind.NOTICE, region, null, null, cells);
  }
}
