package org.carbonbook.decomposition.method;

/**
 * The derivatives of LMDI-I effects by the logarithm of each factor value, in closed form.
 *
 * <p>With z_k = sum_i L(v_iT, v_i0) * ln(xT_ki/x0_ki) and v the product of its factors, and w = ln
 * x_mi on one side: dz_k/dw = (v * dL/dv) * ln(xT_ki/x0_ki) + (m = k ? +-L : 0), where v * dL/dv is
 * taken on that side. Multiplicative: d ln D_k = (dz_k - ln D_k * dL(V_T,V_0)) / L(V_T,V_0). In a
 * cell that vanishes the effects are -v0/m, so dz_k/dw = -v0/m on the first side and 0 on the
 * second.
 */
public final class LmdiJacobian implements Jacobian {

  private final Comparison c;
  private final Form form;
  private final double[] logEffects;
  private final double meanOfTotals;

  /** Derivatives of the effects, or in multiplicative form of their natural logarithms. */
  public LmdiJacobian(Comparison comparison, Form form) {
    this.c = comparison;
    this.form = form;
    boolean ratio = form == Form.MULTIPLICATIVE;
    this.logEffects = ratio ? new LmdiOne().logEffects(comparison) : new double[0];
    this.meanOfTotals = ratio ? LogMean.of(comparison.totalT, comparison.total0) : 1;
  }

  @Override
  public double[] byLog(int cell, int factor, Side side) {
    double[] slopes = new double[c.factors];
    double v0 = c.v0[cell];
    double vT = c.vT[cell];
    double moving = side == Side.FIRST ? v0 : vT;
    if (v0 != 0 && vT != 0) {
      double slope = side == Side.FIRST ? LogMean.slopeByLog(v0, vT) : LogMean.slopeByLog(vT, v0);
      for (int k = 0; k < c.factors; k++) {
        int at = k * c.cells + cell;
        slopes[k] = c.x0[at] == c.xT[at] ? 0 : slope * LogMean.lnRatio(c.xT[at], c.x0[at]);
      }
      slopes[factor] += (side == Side.FIRST ? -1 : 1) * LogMean.of(vT, v0);
    } else if (moving != 0) {
      double[] terms = new double[c.factors * c.cells];
      LmdiTerms.addTo(c, cell, terms);
      for (int k = 0; k < c.factors; k++) {
        slopes[k] = terms[k * c.cells + cell];
      }
    }
    return form == Form.ADDITIVE ? slopes : relativeToTotal(slopes, moving, side);
  }

  private double[] relativeToTotal(double[] slopes, double moving, Side side) {
    double total = side == Side.FIRST ? c.total0 : c.totalT;
    double other = side == Side.FIRST ? c.totalT : c.total0;
    double slopeOfMean = LogMean.slopeByLog(total, other) / total * moving;
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = (slopes[k] - logEffects[k] * slopeOfMean) / meanOfTotals;
    }
    return slopes;
  }
}
