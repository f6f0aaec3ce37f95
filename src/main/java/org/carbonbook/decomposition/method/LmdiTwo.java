package org.carbonbook.decomposition.method;

import java.util.List;

/**
 * LMDI-II: weights are the logarithmic means of the cells' shares, made to add up to one, w_i =
 * L(s_iT, s_i0) / sum_j L(s_jT, s_j0) with s_i = v_i / V. Multiplicative: D_k = exp(sum_i w_i *
 * ln(xT_ki / x0_ki)); additive: the same with w_i * L(V_T, V_0) (Ang, Liu and Chew 2003; Ang 2015,
 * eqs. 7 and 11). A cell that vanishes or appears takes the limit of {@link LmdiTerms} on shares.
 */
public final class LmdiTwo implements LogMeanMethod {

  private static final long serialVersionUID = 1L;

  @Override
  public String code() {
    return "lmdi2";
  }

  @Override
  public List<String> aliases() {
    return List.of("lmdi-ii", "lmdi-2");
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    if (c.isAllZero()) {
      return new double[c.factors * c.cells];
    }
    if (c.total0 == 0 || c.totalT == 0) {
      // One side is empty: the shares there are the other side's, and the limit is LMDI-I's.
      return new LmdiOne().additiveTerms(c);
    }
    double[] terms = logTerms(c);
    double mean = LogMean.of(c.totalT, c.total0);
    for (int j = 0; j < terms.length; j++) {
      terms[j] *= mean;
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
    double[] s0 = shares(c.v0, c.total0);
    double[] sT = shares(c.vT, c.totalT);
    double weight = ExactSum.of(means(sT, s0));
    if (weight == 0) {
      throw new NotComputableException(
          NotComputableReason.NOTHING_IN_COMMON,
          "no category is present on both sides, so lmdi2 has no weights; lmdi1 has a result");
    }
    Comparison onShares = new Comparison(c.factors, c.x0, c.xT, s0, sT);
    for (int i = 0; i < c.cells; i++) {
      LmdiTerms.addTo(onShares, i, terms);
    }
    for (int j = 0; j < terms.length; j++) {
      terms[j] /= weight;
    }
    return terms;
  }

  @Override
  public double[] weights(Comparison c, Form form) {
    if (c.total0 == 0 || c.totalT == 0) {
      return new LmdiOne().weights(c, form);
    }
    double[] weights = means(shares(c.vT, c.totalT), shares(c.v0, c.total0));
    double sum = ExactSum.of(weights);
    double unit = form == Form.ADDITIVE ? LogMean.of(c.totalT, c.total0) : 1;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= unit / sum;
    }
    return weights;
  }

  private static double[] means(double[] a, double[] b) {
    double[] means = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      means[i] = LogMean.of(a[i], b[i]);
    }
    return means;
  }

  private static double[] shares(double[] values, double total) {
    double[] shares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      shares[i] = values[i] / total;
    }
    return shares;
  }

  @Override
  public boolean isCellwise() {
    return false;
  }
}
