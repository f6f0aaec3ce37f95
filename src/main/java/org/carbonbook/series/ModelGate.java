package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.AnalysisRules.ModelGates;
import org.carbonbook.statistics.regression.LambdaRule;
import org.carbonbook.statistics.regression.StirpatKernel;

/**
 * The conditions for publishing the coefficients of a fitted driver model, or forecasts by it:
 * enough years for each coefficient, predictors that are not nearly the same (variance inflation:
 * Marquardt 1970, Technometrics 12), and signs that theory allows.
 */
final class ModelGate {

  private final ModelGates gates;

  ModelGate(ModelGates gates) {
    this.gates = gates;
  }

  /**
   * A model fitted by one rule.
   *
   * @param rows the rows of {@link StirpatKernel}, one to each term, by column name
   * @param failed the gate that failed, with figure and limit; empty when it passed
   */
  record Fitted(List<Map<String, Object>> rows, Optional<String> failed) {}

  /**
   * Fits a model by one rule and judges it.
   *
   * @param numbers pressure, population, affluence, technology, and for a panel the unit
   */
  Fitted fit(Model model, LambdaRule rule, double[][] numbers) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] row : new StirpatKernel(model.chosenTerms(), List.of(rule)).rowsOf(numbers)) {
      rows.add(Kind.named(StirpatKernel.COLUMNS, row));
    }
    return new Fitted(rows, findFailed(model, rows));
  }

  private Optional<String> findFailed(Model model, List<Map<String, Object>> rows) {
    String status = String.valueOf(rows.get(0).get("status"));
    int years = (Integer) rows.get(0).get("n");
    int needed = model.minYears(gates);
    if (!status.equals(RegionFindings.ASSESSED)) {
      return Optional.of(status.replace(RegionFindings.NOT_ASSESSED, ""));
    }
    if (years < needed) {
      return Optional.of(
          "n is %d, the limit is %d (%d for each of %d coefficients)"
              .formatted(years, needed, gates.perCoefficient(), rows.size()));
    }
    return findInflated(rows).or(() -> findWrongSign(model, rows));
  }

  private Optional<String> findInflated(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      if (row.get("vif") instanceof Double vif && !(vif <= gates.maxVif())) {
        return Optional.of(
            "the variance inflation of %s is %.1f, the limit is %.0f"
                .formatted(row.get("term"), vif, gates.maxVif()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> findWrongSign(Model model, List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      String expected = model.signs().get(String.valueOf(row.get("term")));
      double coefficient = (Double) row.get("coefficient");
      boolean allowed =
          expected == null || (expected.equals("positive") ? coefficient > 0 : coefficient < 0);
      if (!allowed) {
        return Optional.of(
            "the coefficient of %s is %.3f, its sign must be %s"
                .formatted(row.get("term"), coefficient, expected));
      }
    }
    return Optional.empty();
  }
}
