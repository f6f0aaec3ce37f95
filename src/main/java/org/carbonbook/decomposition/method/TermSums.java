package org.carbonbook.decomposition.method;

/** Sums of per-cell terms. */
public final class TermSums {

  private TermSums() {}

  /** The sum over cells for each factor, each rounded once. */
  public static double[] sums(double[] terms, int factors) {
    int cells = terms.length / factors;
    if (cells == 1) {
      return terms;
    }
    double[] sums = new double[factors];
    for (int k = 0; k < factors; k++) {
      sums[k] = ExactSum.of(terms, k * cells, cells);
    }
    return sums;
  }
}
