package org.carbonbook.decomposition.method;

import java.util.function.IntFunction;

/**
 * The Shapley value of any function of changed factors: the mean over all n! orders of what a
 * factor adds when its turn comes (Shapley 1953; Das Gupta 1993; Dietzenbacher and Los 1998 for the
 * mean of all orders of a structural decomposition). Computed over the 2^n sets of changed factors
 * with the weight s! (n-1-s)! / n!.
 */
public final class Shapley {

  /** More factors than this need more than a million evaluations of the function. */
  public static final int MAX_FACTORS = 20;

  private Shapley() {}

  /**
   * The effects of the factors on a function of one or more components.
   *
   * @param factors number of factors
   * @param function the value of the function when bit k of its argument says whether factor k has
   *     changed; all values have one length
   * @return the effects, {@code [factor][component]}
   */
  public static double[][] effects(int factors, IntFunction<double[]> function) {
    if (factors < 1 || factors > MAX_FACTORS) {
      throw new IllegalArgumentException(
          factors + " factors: the mean of all orders takes 1 to " + MAX_FACTORS);
    }
    double[][] values = new double[1 << factors][];
    for (int changed = 0; changed < values.length; changed++) {
      values[changed] = function.apply(changed);
    }
    double[] weights = weights(factors);
    double[][] effects = new double[factors][];
    for (int k = 0; k < factors; k++) {
      effects[k] = effectOf(k, values, weights);
    }
    return effects;
  }

  private static double[] effectOf(int k, double[][] values, double[] weights) {
    int components = values[0].length;
    ExactSum[] sums = new ExactSum[components];
    for (int i = 0; i < components; i++) {
      sums[i] = new ExactSum();
    }
    for (int changed = 0; changed < values.length; changed++) {
      if (((changed >> k) & 1) == 0) {
        double weight = weights[Integer.bitCount(changed)];
        for (int i = 0; i < components; i++) {
          sums[i].add(weight * (values[changed | (1 << k)][i] - values[changed][i]));
        }
      }
    }
    double[] effect = new double[components];
    for (int i = 0; i < components; i++) {
      effect[i] = sums[i].value();
    }
    return effect;
  }

  /** s! (n-1-s)! / n! for s = 0 … n-1. */
  static double[] weights(int n) {
    double[] weights = new double[n];
    double binomial = 1;
    for (int s = 0; s < n; s++) {
      weights[s] = 1 / (n * binomial);
      binomial = binomial * (n - 1 - s) / (s + 1);
    }
    return weights;
  }
}
