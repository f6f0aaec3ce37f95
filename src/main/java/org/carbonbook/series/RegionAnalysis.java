package org.carbonbook.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.notice.Notice;

/** Everything that is computed of the figures of one region, or of one panel of regions. */
final class RegionAnalysis implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SeriesRules rules;

  RegionAnalysis(SeriesRules rules) {
    this.rules = rules;
  }

  /** The rows of one region: its series and all that follows from them, and what is wrong. */
  List<Row> ofRegion(String region, List<Observation> observations) {
    List<Notice> notices = new ArrayList<>();
    RegionSeries series = RegionSeries.of(region, observations, rules, notices);
    AnalysisRules analysis = rules.analysis();
    List<Row> rows = new ArrayList<>(SeriesPoint.list(series, rules.segments()));
    rows.addAll(new TrendsAndGrowth(analysis.trends()).list(series));
    SeriesPairs pairs = new SeriesPairs(series);
    rows.addAll(pairs.listDecoupling(analysis.decoupling()));
    rows.addAll(pairs.listElasticity(analysis.energyElasticity()));
    rows.addAll(new DriverModels(analysis.driverModels()).list(series));
    rows.addAll(new Forecasts(analysis, rules.scenarios()).list(series));
    notices.stream().distinct().map(AnalysisRows::ofNotice).forEach(rows::add);
    return rows;
  }

  /**
   * The driver models of a panel. Faults of its series are reported where the series are published.
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
}
