package org.carbonbook.decomposition.uncertainty;

import org.apache.commons.math3.special.Erf;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Jacobian;
import org.carbonbook.decomposition.method.Jacobian.Side;
import org.carbonbook.decomposition.panel.Panel;
import org.carbonbook.decomposition.panel.PanelComparison;
import org.carbonbook.decomposition.panel.PanelSums;
import org.carbonbook.decomposition.panel.PeriodValues;
import org.carbonbook.decomposition.panel.TimePair;

/**
 * Carries relative errors of the variables to the effects to first order: the variance is g' C g, g
 * being the derivatives by the logarithm of each value times its relative error, C the
 * correlations. A value's derivative collects those of all factors and cells that it takes part in:
 * d ln x / d ln value is the exponent times the value's share in the sum that the factor uses.
 */
final class FirstOrderRanges {

  private final Uncertainty uncertainty;
  private final EffectMethod method;
  private final Form form;
  private final PanelSums sums;
  private final TimePair pair;
  private final int[] cells;
  private final int factors;

  FirstOrderRanges(Uncertainty uncertainty, UncertainEffects effects, int[] cells) {
    this.uncertainty = uncertainty;
    this.method = effects.method();
    this.form = effects.form();
    this.sums = effects.sums();
    this.pair = effects.pair();
    this.cells = cells;
    this.factors = sums.panel().plan.factors();
  }

  double[][] ranges(double[] effects) {
    boolean additive = form == Form.ADDITIVE;
    double[] sigmas = sigmas();
    double[][] ranges = new double[3][factors];
    for (int k = 0; k < factors; k++) {
      double centre = additive ? effects[k] : Math.log(effects[k]);
      double half = Uncertainty.HALF_WIDTH * sigmas[k];
      ranges[0][k] = additive ? centre - half : Math.exp(centre - half);
      ranges[1][k] = additive ? centre + half : Math.exp(centre + half);
      ranges[2][k] = signProbability(centre, sigmas[k]);
    }
    return ranges;
  }

  private static double signProbability(double centre, double sigma) {
    if (sigma == 0) {
      return 1;
    }
    return 0.5 * Erf.erfc(-Math.abs(centre) / sigma / Math.sqrt(2));
  }

  /** Standard deviation of each effect, or of its logarithm in multiplicative form. */
  double[] sigmas() {
    Panel panel = sums.panel();
    int variables = panel.values.length;
    double[][][] first = new double[variables][][];
    double[][][] second = new double[variables][][];
    for (int v = 0; v < variables; v++) {
      first[v] = new double[panel.tuplesOf[v].size()][factors];
      second[v] = new double[panel.tuplesOf[v].size()][factors];
    }
    PeriodValues before = PeriodValues.of(sums, pair.from());
    PeriodValues after = PeriodValues.of(sums, pair.to());
    Comparison comparison = PanelComparison.comparison(factors, before, after, cells);
    Jacobian jacobian = method.jacobian(comparison, form);
    for (int i = 0; i < cells.length; i++) {
      for (int m = 0; m < factors; m++) {
        collect(jacobian.byLog(i, m, Side.FIRST), i, m, pair.from(), first);
        collect(jacobian.byLog(i, m, Side.SECOND), i, m, pair.to(), second);
      }
    }
    double[] sigmas = new double[factors];
    for (int k = 0; k < factors; k++) {
      sigmas[k] = Math.sqrt(Math.max(0, variance(first, second, k)));
    }
    return sigmas;
  }

  /**
   * Passes the derivatives by one factor's logarithm on to the values that the factor is made of.
   */
  private void collect(double[] slopes, int cell, int factor, int time, double[][][] gradient) {
    Panel panel = sums.panel();
    int[] used = panel.plan.sumsOfFactor[factor];
    for (int p = 0; p < used.length; p++) {
      int variable = panel.plan.sums.get(used[p]).variable();
      int kept = sums.keptOfCell(used[p], cells[cell]);
      double whole = sums.value(used[p], cells[cell], time);
      int size = panel.tuplesOf[variable].size();
      for (int j = 0; j < size && whole != 0; j++) {
        if (sums.keptOfTuple(used[p], j) == kept) {
          double share = panel.values[variable][time * size + j] / whole;
          double weight = panel.plan.exponents[factor][p] * share;
          for (int k = 0; k < slopes.length; k++) {
            gradient[variable][j][k] += slopes[k] * weight;
          }
        }
      }
    }
  }

  private double variance(double[][][] first, double[][][] second, int k) {
    Panel panel = sums.panel();
    double rho = uncertainty.timeCorrelation();
    double variance = 0;
    for (int v = 0; v < first.length; v++) {
      for (int w = 0; w < first.length; w++) {
        String a = panel.plan.variables.get(v);
        String b = panel.plan.variables.get(w);
        double c = uncertainty.correlation(a, b) * uncertainty.sigma(a) * uncertainty.sigma(b);
        if (c != 0 && panel.tuplesOf[v].columns().equals(panel.tuplesOf[w].columns())) {
          for (int j = 0; j < first[v].length; j++) {
            int other = v == w ? j : panel.tuplesOf[w].findNumber(panel.tuplesOf[v].tuple(j));
            if (other >= 0) {
              double same =
                  first[v][j][k] * first[w][other][k] + second[v][j][k] * second[w][other][k];
              double across =
                  first[v][j][k] * second[w][other][k] + second[v][j][k] * first[w][other][k];
              variance += c * (same + rho * across);
            }
          }
        }
      }
    }
    return variance;
  }
}
