package org.carbonbook.decomposition.method;

/**
 * The derivatives of any method's effects by central differences: the factor value is moved up and
 * down by a small share. The step is the cube root of the rounding error, where the errors of
 * rounding and of the difference balance (Dennis and Schnabel 1983, section 5.4), about 1e-10 of
 * the effects' scale. Where cells do not depend on each other, only the one that moves is computed.
 */
final class DifferenceJacobian implements Jacobian {

  private static final double STEP = 0x1p-17;

  private final EffectMethod method;
  private final Comparison c;
  private final Form form;

  DifferenceJacobian(EffectMethod method, Comparison comparison, Form form) {
    this.method = method;
    this.c = comparison;
    this.form = form;
  }

  @Override
  public double[] byLog(int cell, int factor, Side side) {
    double moving = (side == Side.FIRST ? c.x0 : c.xT)[factor * c.cells + cell];
    if (moving == 0) {
      return new double[c.factors];
    }
    boolean alone = form == Form.ADDITIVE && method.isCellwise();
    Comparison base = alone ? only(cell) : c;
    int at = alone ? 0 : cell;
    double[] up = effects(moved(base, at, factor, side, 1 + STEP));
    double[] down = effects(moved(base, at, factor, side, 1 - STEP));
    double width = LogMean.lnRatio(1 + STEP, 1 - STEP);
    for (int k = 0; k < up.length; k++) {
      up[k] = (up[k] - down[k]) / width;
    }
    return up;
  }

  private double[] effects(Comparison moved) {
    return form == Form.ADDITIVE
        ? Terms.sums(method.additiveTerms(moved), c.factors)
        : method.logEffects(moved);
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
