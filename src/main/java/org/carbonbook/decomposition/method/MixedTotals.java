package org.carbonbook.decomposition.method;

import java.util.function.IntToDoubleFunction;

/**
 * A method whose multiplicative effects follow from the totals with some factors taken from the
 * second side, {@link Comparison#mixedTotal}.
 */
interface MixedTotals extends RatioMethod {

  /**
   * The natural logarithm of each factor's effect.
   *
   * @param ln the logarithm of the total with a choice of factors changed
   */
  double[] logs(Comparison comparison, IntToDoubleFunction ln);

  @Override
  default double[] logEffects(Comparison c) {
    return c.isAllZero() ? new double[c.factors] : logs(c, changed -> LogTotals.lnOf(c, changed));
  }

  @Override
  default double[] parts(Comparison c, int cell) {
    return c.mixedProducts(cell);
  }

  @Override
  default double[] logs(Comparison c, double[] totals) {
    return logs(c, changed -> LogTotals.ln(c, totals[changed]));
  }
}
