package org.carbonbook.decomposition.method;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The Shapley value of sums of products (Das Gupta 1993, ch. 2; Sun 1998; Ang, Liu and Chew 2003
 * for the multiplicative form, the generalised Fisher index).
 *
 * <p>Additive: in each cell the mean over all orders is (xT_k - x0_k) * sum_s w_s * e_s, where e_s
 * is the sum over all choices of s changed factors among the others; the e_s come from one
 * polynomial product, so any number of factors is exact at cubic cost. Negative values need no
 * care.
 */
public final class ShapleyProduct implements MixedTotals {

  private static final long serialVersionUID = 1L;

  @Override
  public String code() {
    return "shapley";
  }

  @Override
  public List<String> aliases() {
    return List.of("das-gupta", "dasgupta", "sda");
  }

  @Override
  public double[] additiveTerms(Comparison c) {
    double[] terms = new double[c.factors * c.cells];
    double[] weights = Shapley.weights(c.factors);
    double[] coefficients = new double[c.factors];
    for (int i = 0; i < c.cells; i++) {
      for (int k = 0; k < c.factors; k++) {
        int at = k * c.cells + i;
        double change = c.xT[at] - c.x0[at];
        if (change != 0) {
          expandOthers(c, i, k, coefficients);
          terms[at] = change * dot(weights, coefficients);
        }
      }
    }
    return terms;
  }

  /** Coefficients of prod_{j != k} (x0_j + t * xT_j) in t. */
  private static void expandOthers(Comparison c, int i, int k, double[] coefficients) {
    coefficients[0] = 1;
    int degree = 0;
    for (int j = 0; j < c.factors; j++) {
      if (j != k) {
        double x0 = c.x0[j * c.cells + i];
        double xT = c.xT[j * c.cells + i];
        degree++;
        coefficients[degree] = coefficients[degree - 1] * xT;
        for (int s = degree - 1; s > 0; s--) {
          coefficients[s] = coefficients[s] * x0 + coefficients[s - 1] * xT;
        }
        coefficients[0] *= x0;
      }
    }
  }

  private static double dot(double[] weights, double[] coefficients) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      sum += weights[s] * coefficients[s];
    }
    return sum;
  }

  @Override
  public double[] logs(Comparison c, IntToDoubleFunction ln) {
    double[][] effects =
        Shapley.effects(c.factors, changed -> new double[] {ln.applyAsDouble(changed)});
    double[] logs = new double[c.factors];
    for (int k = 0; k < c.factors; k++) {
      logs[k] = effects[k][0];
    }
    return logs;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean isCellwise() {
    return true;
  }
}
