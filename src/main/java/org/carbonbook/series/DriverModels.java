package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.LevelSteps.Runs;
import org.carbonbook.series.ModelGate.Fitted;
import org.carbonbook.statistics.regression.LambdaRule;

/**
 * STIRPAT models of single regions, and of panels of many. A model that fails a gate has rows
 * without coefficients, and the gate as their status.
 */
final class DriverModels {

  private final SeriesRules rules;
  private final List<Model> models;
  private final ModelGate gate;

  DriverModels(SeriesRules rules) {
    this.rules = rules;
    this.models = rules.analysis().driverModels();
    this.gate = new ModelGate(rules.analysis().modelGates());
  }

  /** The models of one region; one row with the reason where it lacks a series. */
  void addTo(RegionFindings findings, RegionSeries region) {
    for (Model model : models) {
      Optional<YearSeries> pressure = region.findBest(model.pressure(), minYears(model));
      Optional<DriverInputs> inputs = findInputs(model, region);
      if (inputs.isPresent()) {
        addFitted(findings, model, inputs.get());
      } else if (pressure.isPresent()) {
        String status =
            "%sthe region has no series %s"
                .formatted(
                    RegionFindings.NOT_ASSESSED,
                    String.join(", ", DriverInputs.listMissing(model, region)));
        Map<String, Object> cells = describe(model, pressure.get());
        cells.put("status", status);
        Origin origin = YearSeries.computedFrom(List.of(pressure.get()));
        findings.add(Kind.DRIVER_MODEL, pressure.get().name(), model.name(), origin, cells);
        findings.note(Kind.DRIVER_MODEL, pressure.get().name(), status);
      }
    }
  }

  /** The series of a model in a region. */
  Optional<DriverInputs> findInputs(Model model, RegionSeries region) {
    return DriverInputs.find(model, region, minYears(model));
  }

  private int minYears(Model model) {
    return model.minYears(rules.analysis().modelGates());
  }

  private void addFitted(RegionFindings findings, Model model, DriverInputs inputs) {
    Runs runs = rules.levels().split(inputs.pressure());
    double[][] columns = inputs.columns(runs.last());
    double[][] numbers = Arrays.copyOfRange(columns, 1, columns.length);
    for (LambdaRule rule : model.chosenRules()) {
      Fitted fitted = gate.fit(model, rule, numbers);
      Optional<String> failed = fitted.failed().map(reason -> reason + after(runs));
      for (Map<String, Object> row : judged(fitted.rows(), failed)) {
        Map<String, Object> cells = describe(model, inputs.pressure());
        cells.putAll(row);
        cells.put("inputs", inputs.text());
        findings.add(
            Kind.DRIVER_MODEL,
            inputs.pressure().name(),
            model.name(),
            YearSeries.computedFrom(inputs.all()),
            cells);
      }
      findings.note(Kind.DRIVER_MODEL, inputs.pressure().name(), statusOf(failed));
    }
  }

  /** The level step that the years of a model begin after. */
  private static String after(Runs runs) {
    return runs.steps().isEmpty()
        ? ""
        : "; only the years after the last step count, " + runs.lastStep().text();
  }

  /**
   * The models of a panel: one for all its regions, each with a constant of its own.
   *
   * @param level what the regions are: city or province
   */
  void addPanel(RegionFindings findings, String level, List<RegionSeries> regions) {
    for (Model model : models) {
      List<DriverInputs> units =
          regions.stream().map(r -> findInputs(model, r)).flatMap(Optional::stream).toList();
      if (units.size() > 1) {
        addPanel(findings, model, level, units);
      }
    }
  }

  private void addPanel(
      RegionFindings findings, Model model, String level, List<DriverInputs> units) {
    double[][] numbers = stacked(units);
    YearSeries first = units.get(0).pressure();
    Origin origin =
        YearSeries.computedFrom(units.stream().flatMap(unit -> unit.all().stream()).toList());
    for (LambdaRule rule : model.chosenRules()) {
      Fitted fitted = gate.fit(model, rule, numbers);
      for (Map<String, Object> row : judged(fitted.rows(), fitted.failed())) {
        Map<String, Object> cells = describe(model, first);
        cells.putAll(row);
        cells.put(
            "pressure_source",
            String.join(
                "; ",
                YearSeries.listPublications(
                    units.stream().map(DriverInputs::pressure).toArray(YearSeries[]::new))));
        cells.put("panel", level);
        cells.put("units", units.size());
        cells.put("inputs", "one constant to each of the regions");
        findings.add(
            Kind.DRIVER_MODEL,
            first.key().base() + " @ panel: " + level,
            model.name(),
            origin,
            cells);
      }
    }
  }

  private double[][] stacked(List<DriverInputs> units) {
    List<double[][]> blocks = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      DriverInputs inputs = units.get(unit);
      double[][] columns = inputs.columns(rules.levels().split(inputs.pressure()).last());
      double[] number = new double[columns[0].length];
      Arrays.fill(number, unit);
      blocks.add(new double[][] {columns[1], columns[2], columns[3], columns[4], number});
    }
    double[][] all = new double[5][];
    for (int c = 0; c < all.length; c++) {
      int column = c;
      all[c] = blocks.stream().flatMapToDouble(block -> Arrays.stream(block[column])).toArray();
    }
    return all;
  }

  /** The rows of a model; where a gate failed, one without what was estimated. */
  private static List<Map<String, Object>> judged(
      List<Map<String, Object>> rows, Optional<String> failed) {
    if (failed.isEmpty()) {
      return rows;
    }
    Map<String, Object> only = new HashMap<>();
    boolean fitted = rows.get(0).get("term") != null;
    for (String kept :
        fitted ? List.of("rule", "condition_number", "n", "left_out") : List.of("rule")) {
      only.put(kept, rows.get(0).get(kept));
    }
    rows.stream()
        .map(row -> row.get("vif"))
        .filter(Double.class::isInstance)
        .map(Double.class::cast)
        .max(Double::compare)
        .ifPresent(largest -> only.put("vif", largest));
    only.put("status", statusOf(failed));
    return List.of(only);
  }

  private static String statusOf(Optional<String> failed) {
    return failed.map(RegionFindings.NOT_ASSESSED::concat).orElse(RegionFindings.ASSESSED);
  }

  private Map<String, Object> describe(Model model, YearSeries pressure) {
    SeriesKey key = pressure.key();
    Map<String, Object> cells = new HashMap<>();
    cells.put("model_zh", model.zh());
    cells.put("pressure_indicator", key.indicator());
    cells.put("pressure_indicator_zh", rules.names().ofIndicator(key.indicator()));
    cells.put("pressure_basis", key.basis());
    cells.put("pressure_unit", pressure.unit());
    cells.put("pressure_source", key.publication());
    return cells;
  }
}
