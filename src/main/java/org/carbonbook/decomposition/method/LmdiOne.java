package org.carbonbook.decomposition.method;

import java.util.List;

/**
 * LMDI-I. Additive: the sum of {@link LmdiTerms}. Multiplicative: D_k = exp(sum_i L(v_iT, v_i0) /
 * L(V_T, V_0) * ln(xT_ki / x0_ki)) (Ang and Liu 2001; Ang 2015, eq. 9).
 */
public final class LmdiOne implements LogMeanMethod {

  private static final long serialVersionUID = 1L;

  @Override
  public String code() {
    return "lmdi1";
  }

  @Override
  public List<String> aliases() {
    return List.of("lmdi", "lmdi-i", "lmdi-1");
  }

  @Override
  public Jacobian jacobian(Comparison comparison, Form form) {
    return new LmdiJacobian(comparison, form);
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    double[] terms = new double[c.factors * c.cells];
    for (int i = 0; i < c.cells; i++) {
      LmdiTerms.addTo(c, i, terms);
    }
    return terms;
  }

  @Override
  public double[] logTerms(Comparison c) {
    double[] terms = new double[c.factors * c.cells];
    if (c.isAllZero()) {
      return terms;
    }
    c.lnTotalRatio();
    double mean = LogMean.of(c.totalT, c.total0);
    for (int i = 0; i < c.cells; i++) {
      LmdiTerms.addTo(c, i, terms);
    }
    for (int j = 0; j < terms.length; j++) {
      terms[j] /= mean;
    }
    return terms;
  }

  @Override
  public double[] weights(Comparison c, Form form) {
    double unit = form == Form.ADDITIVE ? 1 : LogMean.of(c.totalT, c.total0);
    double[] weights = new double[c.cells];
    for (int i = 0; i < c.cells; i++) {
      weights[i] = LogMean.of(c.vT[i], c.v0[i]) / unit;
    }
    return weights;
  }

  @Override
  public boolean isCellwise() {
    return true;
  }
}
