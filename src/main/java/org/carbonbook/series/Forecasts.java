package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.ForecastRules;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.LevelSteps.Runs;
import org.carbonbook.series.SeriesSegments.Split;
import org.carbonbook.statistics.forecast.ForecastKernel;
import org.carbonbook.statistics.forecast.ForecastModels;
import org.carbonbook.statistics.forecast.ForecastPlan;

/**
 * Forecasts to the years that targets are set for, each with its back-test, of the last unbroken
 * run of years of a series. A forecast that fails a gate has one row without figures, with the gate
 * as its status; so has each target year that lies too far ahead. A series that is too short for
 * any forecast has no row, only the reason in its summary.
 */
final class Forecasts {

  private final SeriesRules rules;
  private final ForecastRules plan;
  private final List<SeriesPattern> patterns;
  private final Optional<Model> model;
  private final DriverModels models;
  private final ModelGate gate;

  Forecasts(SeriesRules rules) {
    this.rules = rules;
    this.plan = rules.analysis().forecasts();
    this.patterns = plan.series().stream().map(SeriesPattern::of).toList();
    this.model =
        rules.analysis().driverModels().stream()
            .filter(each -> each.name().equals(plan.driverModel()))
            .findFirst();
    this.models = new DriverModels(rules);
    this.gate = new ModelGate(rules.analysis().modelGates());
  }

  void addTo(RegionFindings findings, RegionSeries region) {
    Optional<DriverInputs> inputs = model.flatMap(each -> models.findInputs(each, region));
    for (Split split : region.all()) {
      if (patterns.stream().anyMatch(pattern -> pattern.matches(split.whole().key()))) {
        YearSeries last = split.segments().get(split.segments().size() - 1);
        split.segments().stream()
            .limit(split.segments().size() - 1L)
            .forEach(
                earlier ->
                    findings.note(
                        Kind.FORECAST,
                        earlier.name(),
                        RegionFindings.NOT_ASSESSED
                            + "the later segment of the series is forecast: "
                            + last.name()));
        new OfSeries(findings, last, inputs.filter(each -> each.pressure().equals(last))).add();
      }
    }
  }

  /** The forecasts of one series. */
  private final class OfSeries {

    private final RegionFindings findings;
    private final YearSeries series;
    private final Optional<DriverInputs> inputs;
    private final Runs runs;
    private final YearSeries run;

    OfSeries(RegionFindings findings, YearSeries series, Optional<DriverInputs> inputs) {
      this.findings = findings;
      this.series = series;
      this.inputs = inputs;
      this.runs = rules.levels().split(series);
      this.run = runs.last().lastUnbroken();
    }

    void add() {
      Optional<String> reason = findReasonAgainst();
      if (reason.isPresent()) {
        if (series.size() < plan.minYears()) {
          findings.note(Kind.FORECAST, series.name(), RegionFindings.NOT_ASSESSED + reason.get());
        } else {
          addStatus("any", null, plan.lastTarget(), reason.get());
        }
        return;
      }
      int years = Math.min(plan.lastTarget() - run.lastYear(), reach());
      ForecastPlan forecast = new ForecastPlan(years, plan.heldBack(), plan.alpha());
      addModels(
          ForecastKernel.ofSeries(forecast, ForecastModels.listIds())
              .rowsOf(new double[][] {run.years(), run.values()}),
          Optional.empty());
      inputs.ifPresent(drivers -> addDriven(drivers, forecast));
    }

    private int reach() {
      return (int) Math.floor(run.size() * plan.reach());
    }

    /** Why there is no forecast by any model. */
    private Optional<String> findReasonAgainst() {
      Optional<SeriesFigure> bad =
          run.figures().stream().filter(figure -> !(figure.value() > 0)).findFirst();
      if (run.lastYear() >= plan.lastTarget()) {
        return Optional.of(
            "the figures reach to %d, the last target is for %d"
                .formatted(run.lastYear(), plan.lastTarget()));
      } else if (bad.isPresent()) {
        return Optional.of(
            "%s in %d is not positive".formatted(bad.get().value(), bad.get().year()));
      } else if (run.size() < plan.minYears()) {
        return Optional.of(
            "%s%s, the limit is %d"
                .formatted(
                    run.size() == 1 ? "1 unbroken year" : run.size() + " unbroken years",
                    runs.steps().isEmpty() ? "" : " after " + runs.lastStep().text(),
                    plan.minYears()));
      }
      return Optional.empty();
    }

    private void addDriven(DriverInputs drivers, ForecastPlan forecast) {
      Model chosen = model.orElseThrow();
      double[][] columns = drivers.columns(run);
      Optional<String> failed =
          gate.fit(chosen, plan.chosenRule(), Arrays.copyOfRange(columns, 1, columns.length))
              .failed();
      addModels(
          ForecastKernel.ofDrivers(
                  forecast, plan.chosenRule(), chosen.chosenTerms(), rules.scenarios())
              .rowsOf(columns),
          failed);
    }

    /** The rows of each model and scenario, if they pass. */
    private void addModels(List<Object[]> rows, Optional<String> failed) {
      Map<String, List<Map<String, Object>>> byModel = new LinkedHashMap<>();
      for (Object[] each : rows) {
        Map<String, Object> row = Kind.named(ForecastKernel.COLUMNS, each);
        Object scenario = row.get("scenario");
        String name =
            scenario == null
                ? String.valueOf(row.get("model"))
                : "%s (%s)".formatted(row.get("model"), scenario);
        row.put("model", name);
        byModel.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
      }
      byModel.forEach((name, own) -> addModel(name, own, failed));
    }

    private void addModel(String name, List<Map<String, Object>> rows, Optional<String> failed) {
      Map<String, Object> first = rows.get(0);
      String status = String.valueOf(first.get("status"));
      Object mape = first.get("backtest_mape");
      String scenario = (String) first.get("scenario");
      if (failed.isPresent()) {
        addStatus(name, scenario, plan.lastTarget(), failed.get());
      } else if (!status.equals(RegionFindings.ASSESSED)) {
        addStatus(
            name, scenario, plan.lastTarget(), status.replace(RegionFindings.NOT_ASSESSED, ""));
      } else if (!(mape instanceof Double error && error <= plan.maxMape())) {
        addStatus(
            name,
            scenario,
            plan.lastTarget(),
            "the mean absolute error of the back-test is %.1f %%, the limit is %.0f %%"
                .formatted(mape == null ? Double.NaN : 100 * (Double) mape, 100 * plan.maxMape()));
      } else {
        rows.forEach(this::addRow);
        findings.note(Kind.FORECAST, series.name(), RegionFindings.ASSESSED);
        int reached = run.lastYear() + rows.size();
        plan.targets().stream()
            .filter(target -> target > reached)
            .forEach(target -> addStatus(name, scenario, target, tooFar(target)));
      }
    }

    private String tooFar(int target) {
      return "%d is %d years after the last figure, the limit is %d (%s for each of %d unbroken years)"
          .formatted(target, target - run.lastYear(), reach(), plan.reach(), run.size());
    }

    private void addStatus(String name, String scenario, int year, String reason) {
      Map<String, Object> row = new HashMap<>();
      row.put("model", name);
      row.put("scenario", scenario);
      row.put("year", year);
      row.put("status", RegionFindings.NOT_ASSESSED + reason);
      addRow(row);
    }

    private void addRow(Map<String, Object> row) {
      row.put("fitted_from", run.firstYear());
      row.put("fitted_to", run.lastYear());
      List<YearSeries> used = new ArrayList<>(List.of(run));
      inputs
          .filter(drivers -> row.get("scenario") != null)
          .ifPresent(drivers -> used.addAll(drivers.all()));
      Origin origin = row.get("scenario") == null ? Origin.ESTIMATED : Origin.ASSUMED;
      Origin weakest = YearSeries.computedFrom(used);
      findings.add(
          Kind.FORECAST, series.name(), "", weakest.compareTo(origin) > 0 ? weakest : origin, row);
      findings.note(Kind.FORECAST, series.name(), String.valueOf(row.get("status")));
    }
  }
}
