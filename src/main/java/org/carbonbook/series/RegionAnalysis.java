package org.carbonbook.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.carbonbook.notice.Notice;

/** All statistics of the figures of one region, or of one panel of regions. */
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
    RegionFindings findings = new RegionFindings(region);
    new TrendsAndGrowth(rules).addTo(findings, series);
    SeriesPairs pairs = new SeriesPairs(series, rules, findings);
    pairs.addDecoupling(rules.analysis().decoupling());
    pairs.addElasticity(rules.analysis().energyElasticity());
    new DriverModels(rules).addTo(findings, series);
    new Forecasts(rules).addTo(findings, series);
    List<Row> rows = new ArrayList<>(new SeriesRows(series, rules, findings).list());
    rows.addAll(findings.rows());
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
    RegionFindings findings = new RegionFindings(scope);
    new DriverModels(rules).addPanel(findings, level, regions);
    return findings.rows();
  }
}
