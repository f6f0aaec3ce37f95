package org.carbonbook.decomposition.panel;

import java.util.Arrays;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;

/**
 * The values of a group at one time: the value of every factor in every cell, and the values of the
 * cells. A ratio 0/0 is NaN; a comparison then uses the value of the other side.
 */
public final class PeriodValues {

  /** Factor k of cell i at {@code k * cells + i}. */
  final double[] factors;

  /** The cells' values. */
  public final double[] cellValues;

  /** The left side as an input gives it, see {@link ObservedLeft}. */
  public final ObservedLeft observed;

  /** Whether any factor is 0/0. */
  final boolean hasUndefined;

  private PeriodValues(double[] factors, double[] cellValues, ObservedLeft observed) {
    this.factors = factors;
    this.cellValues = cellValues;
    this.observed = observed;
    this.hasUndefined = hasNaN(factors);
  }

  private static boolean hasNaN(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The values of a group at one time.
   *
   * @throws NotComputableException when a value is missing or a number is divided by zero
   */
  public static PeriodValues of(PanelSums sums, int time) {
    return of(sums, time, sums.allCells());
  }

  /** The same for some cells; the others are NaN. */
  public static PeriodValues of(PanelSums sums, int time, int[] some) {
    NotComputableException broken = sums.panel().broken.get(time);
    if (broken != null) {
      throw broken;
    }
    PanelPlan plan = sums.panel().plan;
    int cells = sums.panel().cells.size();
    double[] factors = new double[plan.factors() * cells];
    double[] values = new double[cells];
    if (some.length < cells) {
      Arrays.fill(factors, Double.NaN);
      Arrays.fill(values, Double.NaN);
    }
    for (int k = 0; k < plan.factors(); k++) {
      for (int i : some) {
        factors[k * cells + i] = factor(sums, k, i, time);
      }
    }
    for (int i : some) {
      values[i] =
          plan.valueSum >= 0 ? known(sums, plan.valueSum, i, time) : product(factors, cells, i);
    }
    return new PeriodValues(factors, values, ObservedLeft.of(sums, time));
  }

  private static double product(double[] factors, int cells, int cell) {
    double product = 1;
    for (int at = cell; at < factors.length; at += cells) {
      product *= factors[at];
    }
    return Double.isNaN(product) ? 0 : product;
  }

  private static double factor(PanelSums sums, int k, int cell, int time) {
    PanelPlan plan = sums.panel().plan;
    int[] used = plan.sumsOfFactor[k];
    if (used.length == 1 && plan.exponents[k][0] == 1) {
      return plan.coefficients[k] * known(sums, used[0], cell, time);
    }
    int[] exponents = plan.exponents[k];
    double above = plan.coefficients[k];
    double below = 1;
    for (int p = 0; p < used.length; p++) {
      double value = known(sums, used[p], cell, time);
      for (int e = Math.abs(exponents[p]); e > 0; e--) {
        if (exponents[p] > 0) {
          above *= value;
        } else {
          below *= value;
        }
      }
    }
    if (below == 0) {
      if (above == 0) {
        return Double.NaN;
      }
      throw new NotComputableException(
          NotComputableReason.DIVISION_BY_ZERO,
          "factor '"
              + plan.identity.factors().get(k).text()
              + "' divides by zero"
              + sums.where(cell, time));
    }
    return above / below;
  }

  private static double known(PanelSums sums, int sum, int cell, int time) {
    double value = sums.value(sum, cell, time);
    if (Double.isNaN(value)) {
      throw sums.missing(sum, cell, time);
    }
    return value;
  }
}
