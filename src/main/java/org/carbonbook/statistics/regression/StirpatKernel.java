package org.carbonbook.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;

/**
 * The STIRPAT models of one group: one row for each rule and term, the constant as the term {@code
 * constant}. Input columns: 0 pressure, 1 population, 2 affluence, 3 technology and, for a panel
 * with one constant for each unit, 4 the number of the unit.
 *
 * @param terms the terms of the model
 * @param rules how the ridge parameter is chosen, one model for each
 */
public record StirpatKernel(List<StirpatTerm> terms, List<LambdaRule> rules)
    implements GroupKernel {

  /** The output columns. */
  public static final List<KernelColumn> COLUMNS =
      List.of(
          KernelColumn.text("rule"),
          KernelColumn.number("lambda"),
          KernelColumn.text("term"),
          KernelColumn.number("coefficient"),
          KernelColumn.number("std_error"),
          KernelColumn.number("vif"),
          KernelColumn.number("condition_number"),
          KernelColumn.number("r2"),
          KernelColumn.number("gcv"),
          KernelColumn.integer("n"),
          KernelColumn.integer("left_out"),
          KernelColumn.text("status"));

  /** Copies the lists. */
  public StirpatKernel {
    terms = new ArrayList<>(terms);
    rules = new ArrayList<>(rules);
  }

  @Override
  public List<KernelColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object[]> rowsOf(double[][] columns) {
    Assessment<Stirpat> prepared = Stirpat.of(terms, ordered(columns));
    List<Object[]> rows = new ArrayList<>();
    for (LambdaRule rule : rules) {
      if (prepared.find().isPresent()) {
        rows.addAll(rowsOf(prepared.get(), rule));
      } else {
        Object[] row = new Object[COLUMNS.size()];
        row[0] = rule.id();
        row[9] = columns[0].length;
        row[11] = prepared.status();
        rows.add(row);
      }
    }
    return rows;
  }

  /** Rows come in no order; sums of rounded numbers need one, to be the same everywhere. */
  private static double[][] ordered(double[][] columns) {
    Integer[] order = new Integer[columns[0].length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, byAll(columns));
    double[][] result = new double[columns.length][order.length];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < order.length; i++) {
        result[c][i] = columns[c][order[i]];
      }
    }
    return result;
  }

  private static Comparator<Integer> byAll(double[][] columns) {
    return (a, b) -> {
      for (int c = columns.length - 1; c >= 0; c--) {
        int compared = Double.compare(columns[c][a], columns[c][b]);
        if (compared != 0) {
          return compared;
        }
      }
      return 0;
    };
  }

  private static List<Object[]> rowsOf(Stirpat stirpat, LambdaRule rule) {
    Ridge ridge = stirpat.ridge();
    LinearFit fit = ridge.fit(rule.lambda(ridge));
    double[] inflation = ridge.varianceInflation();
    List<Object[]> rows = new ArrayList<>();
    for (int k = -1; k < stirpat.terms().size(); k++) {
      boolean constant = k < 0;
      rows.add(
          new Object[] {
            rule.id(),
            fit.lambda(),
            constant ? "constant" : stirpat.terms().get(k).id(),
            constant ? fit.constant() : fit.coefficient(k),
            constant ? fit.constantError() : fit.error(k),
            constant ? null : inflation[k],
            ridge.conditionNumber(),
            fit.r2(),
            ridge.gcv(fit.lambda()),
            fit.observations(),
            stirpat.leftOut(),
            "assessed"
          });
    }
    return rows;
  }
}
