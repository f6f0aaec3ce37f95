package org.carbonbook.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.forecast.ForecastKernel;
import org.carbonbook.statistics.forecast.ForecastModels;
import org.carbonbook.statistics.forecast.ForecastPlan;
import org.carbonbook.statistics.forecast.Scenario;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;

/**
 * Forecasts, each with its back-test, of the last unbroken run of years of the last segment of a
 * series: what lies before a gap or a break is another story.
 */
final class Forecasts {

  private final AnalysisRules.ForecastRules rules;
  private final List<SeriesPattern> patterns;
  private final Optional<Model> model;
  private final GroupKernel alone;
  private final Optional<GroupKernel> driven;

  Forecasts(AnalysisRules analysis, List<Scenario> scenarios) {
    this.rules = analysis.forecasts();
    this.patterns = rules.series().stream().map(SeriesPattern::of).toList();
    this.model =
        analysis.driverModels().stream()
            .filter(each -> each.name().equals(rules.driverModel()))
            .findFirst();
    ForecastPlan plan = new ForecastPlan(rules.years(), rules.heldBack(), rules.alpha());
    this.alone = ForecastKernel.ofSeries(plan, ForecastModels.listIds());
    this.driven =
        model.map(
            each ->
                ForecastKernel.ofDrivers(plan, rules.chosenRule(), each.chosenTerms(), scenarios));
  }

  List<Row> list(RegionSeries region) {
    Optional<DriverInputs> inputs = model.flatMap(each -> DriverInputs.find(each, region));
    List<Row> rows = new ArrayList<>();
    for (Split split : region.all()) {
      if (patterns.stream().anyMatch(pattern -> pattern.matches(split.whole().key()))) {
        YearSeries last = split.segments().get(split.segments().size() - 1);
        YearSeries run = last.lastRun();
        List<Row> cells = new ArrayList<>();
        add(cells, alone.rowsOf(new double[][] {run.years(), run.values()}), run);
        inputs
            .filter(each -> each.pressure().name().equals(last.name()))
            .ifPresent(each -> add(cells, driven.get().rowsOf(each.columns(run)), run));
        rows.addAll(AnalysisRows.list(Kind.FORECAST, region.region(), last.name(), "", cells));
      }
    }
    return rows;
  }

  /** The scenario becomes part of the model's name, so that a series, year and model is one row. */
  private static void add(List<Row> cells, List<Object[]> rows, YearSeries run) {
    int modelCell = KernelColumn.indexOf(ForecastKernel.COLUMNS, "model");
    int scenarioCell = KernelColumn.indexOf(ForecastKernel.COLUMNS, "scenario");
    for (Object[] row : rows) {
      Map<String, Object> more = new HashMap<>();
      more.put("fitted_from", run.figures().get(0).year());
      if (row[scenarioCell] != null) {
        more.put("model", "%s (%s)".formatted(row[modelCell], row[scenarioCell]));
      }
      cells.add(Kind.FORECAST.cells(ForecastKernel.COLUMNS, row, more));
    }
  }
}
