package org.carbonbook.decomposition.method;

/**
 * The additive LMDI-I terms of one cell: z_k = L(vT, v0) * ln(xT_k / x0_k) (Ang and Liu 2001; Ang
 * 2015, eq. 5), with all zero cases by their limits.
 *
 * <p>A cell that vanishes or appears: its m factors that are zero there go to zero at one rate, and
 * each takes (vT - v0)/m; the other factors' terms go to zero. For m = 1 these are cases 1 to 4 of
 * Ang, Zhang and Choi (1998, table 1); applying that table to each of several factors would count
 * the change m times. A cell that is zero on both sides gives zeros (cases 5 to 8).
 */
final class LmdiTerms {

  private LmdiTerms() {}

  /** Writes the terms of cell i to {@code terms[k * cells + i]}. */
  static void addTo(Comparison c, int i, double[] terms) {
    double v0 = c.v0[i];
    double vT = c.vT[i];
    if (v0 == 0 || vT == 0) {
      if (v0 != vT) {
        limits(c, i, v0 == 0 ? c.x0 : c.xT, terms);
      }
      return;
    }
    double mean = LogMean.of(vT, v0);
    for (int k = 0; k < c.factors; k++) {
      int at = k * c.cells + i;
      double x0 = c.x0[at];
      double xT = c.xT[at];
      if (x0 != xT) {
        terms[at] = mean * LogMean.lnRatio(xT, x0);
      }
      if (Double.isNaN(terms[at]) || Double.isInfinite(terms[at])) {
        throw refused(c, i, k);
      }
    }
  }

  /**
   * @param side the factor values on the side where the cell is zero
   */
  private static void limits(Comparison c, int i, double[] side, double[] terms) {
    int vanishing = 0;
    for (int k = 0; k < c.factors; k++) {
      vanishing += side[k * c.cells + i] == 0 ? 1 : 0;
    }
    if (vanishing == 0) {
      throw new NotComputableException(
          NotComputableReason.OUT_OF_RANGE,
          "cell " + i + " is zero although none of its factors is");
    }
    for (int k = 0; k < c.factors; k++) {
      if (side[k * c.cells + i] == 0) {
        terms[k * c.cells + i] = (c.vT[i] - c.v0[i]) / vanishing;
      }
    }
  }

  private static NotComputableException refused(Comparison c, int i, int k) {
    double x0 = c.x0[k * c.cells + i];
    double xT = c.xT[k * c.cells + i];
    boolean signs = (x0 > 0) != (xT > 0) || (c.v0[i] > 0) != (c.vT[i] > 0);
    if (signs && x0 != 0 && xT != 0) {
      return new NotComputableException(
          NotComputableReason.SIGN_CHANGE,
          "factor "
              + (k + 1)
              + " goes from "
              + x0
              + " to "
              + xT
              + " while its cell goes from "
              + c.v0[i]
              + " to "
              + c.vT[i]
              + ": LMDI has no logarithm there; shapley takes negative values");
    }
    return new NotComputableException(
        NotComputableReason.OUT_OF_RANGE, "factor " + (k + 1) + " goes from " + x0 + " to " + xT);
  }
}
