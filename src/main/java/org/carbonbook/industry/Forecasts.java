package org.carbonbook.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.AnalysisRules.Model;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.industry.Stretches.Split;
import org.carbonbook.statistics.forecast.ForecastKernel;
import org.carbonbook.statistics.forecast.ForecastModels;
import org.carbonbook.statistics.forecast.ForecastPlan;
import org.carbonbook.statistics.forecast.Scenario;
import org.carbonbook.statistics.series.GroupKernel;

/**
 * Forecasts, each with its back-test, of the last unbroken run of years of the last stretch of a
 * series: what lies before a gap or a break is another story.
 */
final class Forecasts {

  private final AnalysisRules.Forecasts rules;
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
        YearSeries last = split.stretches().get(split.stretches().size() - 1);
        YearSeries run = last.lastRun();
        List<Object[]> cells = new ArrayList<>();
        add(cells, alone.rowsOf(new double[][] {run.years(), run.values()}), run);
        inputs
            .filter(each -> each.pressure().name().equals(last.name()))
            .ifPresent(each -> add(cells, driven.get().rowsOf(each.columns(run)), run));
        rows.addAll(StatisticRow.list(Kind.FORECAST, region.region(), last.name(), null, cells));
      }
    }
    return rows;
  }

  /** The scenario becomes part of the model's name, so that a series, year and model is one row. */
  private static void add(List<Object[]> cells, List<Object[]> rows, YearSeries run) {
    int modelCell = Kind.FORECAST.cell("model");
    for (Object[] row : rows) {
      Object[] wide = StatisticRow.widened(Kind.FORECAST, row);
      Object scenario = wide[Kind.FORECAST.cell("scenario")];
      if (scenario != null) {
        wide[modelCell] = "%s (%s)".formatted(wide[modelCell], scenario);
      }
      wide[Kind.FORECAST.cell("fitted_from")] = run.figures().get(0).year();
      cells.add(wide);
    }
  }
}
