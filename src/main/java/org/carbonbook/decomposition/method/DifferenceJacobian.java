package org.carbonbook.decomposition.method;

/**
 * The derivatives of any method's effects by central differences: the factor value is moved up and
 * down by a small share. The step is the cube root of the rounding error, where the errors of
 * rounding and of the difference balance (Dennis and Schnabel 1983, section 5.4), about 1e-10 of
 * the effects' scale. Where cells do not depend on each other, only the one that moves is computed.
 */
final class DifferenceJacobian implements Jacobian {

  private static final double STEP = 0x1p-17;

  /** With more factors a cell has too many parts to be worth keeping apart. */
  private static final int MAX_FACTORS = 12;

  private final EffectMethod method;
  private final Comparison c;
  private final Form form;

  /** The totals of a ratio method, null where all cells are computed again. */
  private final double[] totals;

  DifferenceJacobian(EffectMethod method, Comparison comparison, Form form) {
    this.method = method;
    this.c = comparison;
    this.form = form;
    boolean ratios =
        form == Form.MULTIPLICATIVE && method instanceof RatioMethod && c.factors <= MAX_FACTORS;
    this.totals = ratios && c.cells > 0 ? totals((RatioMethod) method) : null;
  }

  private double[] totals(RatioMethod ratios) {
    double[] sums = ratios.parts(c, 0);
    for (int i = 1; i < c.cells; i++) {
      double[] parts = ratios.parts(c, i);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += parts[j];
      }
    }
    return sums;
  }

  @Override
  public double[] byLog(int cell, int factor, Side side) {
    double moving = (side == Side.FIRST ? c.x0 : c.xT)[factor * c.cells + cell];
    if (moving == 0 || c.isAllZero()) {
      return new double[c.factors];
    }
    double[] up = effects(cell, factor, side, 1 + STEP);
    double[] down = effects(cell, factor, side, 1 - STEP);
    double width = LogMean.lnRatio(1 + STEP, 1 - STEP);
    for (int k = 0; k < up.length; k++) {
      up[k] = (up[k] - down[k]) / width;
    }
    return up;
  }

  /** The effects, or their logarithms, with one factor value moved; of one cell where it can be. */
  private double[] effects(int cell, int factor, Side side, double by) {
    if (form == Form.ADDITIVE) {
      Comparison moved =
          method.isCellwise()
              ? moved(only(cell), 0, factor, side, by)
              : moved(c, cell, factor, side, by);
      return TermSums.sums(method.additiveTerms(moved), c.factors);
    }
    return totals == null
        ? method.logEffects(moved(c, cell, factor, side, by))
        : ratios((RatioMethod) method, cell, factor, side, by);
  }

  private double[] ratios(RatioMethod ratios, int cell, int factor, Side side, double by) {
    double[] before = ratios.parts(c, cell);
    double[] after = ratios.parts(moved(only(cell), 0, factor, side, by), 0);
    for (int j = 0; j < after.length; j++) {
      after[j] = totals[j] + (after[j] - before[j]);
    }
    return ratios.logs(c, after);
  }

  private Comparison only(int cell) {
    double[] x0 = new double[c.factors];
    double[] xT = new double[c.factors];
    for (int k = 0; k < c.factors; k++) {
      x0[k] = c.factor0(k, cell);
      xT[k] = c.factorT(k, cell);
    }
    return new Comparison(c.factors, x0, xT, new double[] {c.v0[cell]}, new double[] {c.vT[cell]});
  }

  private static Comparison moved(Comparison c, int cell, int factor, Side side, double by) {
    boolean first = side == Side.FIRST;
    double[] x = (first ? c.x0 : c.xT).clone();
    double[] v = (first ? c.v0 : c.vT).clone();
    x[factor * c.cells + cell] *= by;
    v[cell] *= by;
    return first
        ? new Comparison(c.factors, x, c.xT, v, c.vT)
        : new Comparison(c.factors, c.x0, x, c.v0, v);
  }
}
