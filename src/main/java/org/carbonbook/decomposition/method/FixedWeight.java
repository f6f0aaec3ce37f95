package org.carbonbook.decomposition.method;

import java.util.Arrays;

/**
 * Methods that weigh each factor's change by the other factors at fixed sides: Laspeyres (the first
 * side), Paasche (the second), Marshall-Edgeworth (the mean of both). They leave a residual and are
 * here for comparison (Ang and Zhang 2000, section 3). With x_-k the product of the other factors:
 *
 * <ul>
 *   <li>additive: sum_i (xT_k - x0_k) * x_-k
 *   <li>multiplicative: sum_i xT_k * x_-k / sum_i x0_k * x_-k
 * </ul>
 */
abstract class FixedWeight implements RatioMethod {

  private static final long serialVersionUID = 1L;

  private final double first;
  private final double second;

  /**
   * @param first weight of the others' product on the first side
   * @param second weight of the others' product on the second side
   */
  FixedWeight(double first, double second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    double[] terms = new double[c.factors * c.cells];
    for (int k = 0; k < c.factors; k++) {
      for (int i = 0; i < c.cells; i++) {
        int at = k * c.cells + i;
        terms[at] = (c.xT[at] - c.x0[at]) * others(c, k, i);
      }
    }
    return terms;
  }

  private double others(Comparison c, int k, int i) {
    double before = first;
    double after = second;
    for (int j = 0; j < c.factors; j++) {
      if (j != k) {
        before *= c.x0[j * c.cells + i];
        after *= c.xT[j * c.cells + i];
      }
    }
    return before + after;
  }

  @Override
  public double[] logEffects(Comparison c) {
    if (c.isAllZero()) {
      return new double[c.factors];
    }
    c.lnTotalRatio();
    double[][] parts = new double[2 * c.factors][c.cells];
    for (int i = 0; i < c.cells; i++) {
      double[] ofCell = parts(c, i);
      for (int j = 0; j < ofCell.length; j++) {
        parts[j][i] = ofCell[j];
      }
    }
    return logs(c, Arrays.stream(parts).mapToDouble(ExactSum::of).toArray());
  }

  @Override
  public double[] parts(Comparison c, int cell) {
    double[] parts = new double[2 * c.factors];
    for (int k = 0; k < c.factors; k++) {
      double others = others(c, k, cell);
      parts[k] = c.factorT(k, cell) * others;
      parts[c.factors + k] = c.factor0(k, cell) * others;
    }
    return parts;
  }

  @Override
  public double[] logs(Comparison c, double[] totals) {
    double[] logs = new double[c.factors];
    for (int k = 0; k < c.factors; k++) {
      logs[k] = lnRatio(totals[k], totals[c.factors + k], k);
    }
    return logs;
  }

  private static double lnRatio(double above, double below, int k) {
    if (above == 0 || below == 0 || (above > 0) != (below > 0)) {
      throw new NotComputableException(
          above * below == 0 ? NotComputableReason.ZERO_TOTAL : NotComputableReason.SIGN_CHANGE,
          "factor " + (k + 1) + " has the ratio " + above + " / " + below);
    }
    return LogMean.lnRatio(above, below);
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public boolean isCellwise() {
    return true;
  }
}
