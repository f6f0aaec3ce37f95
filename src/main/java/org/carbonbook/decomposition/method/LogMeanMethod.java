package org.carbonbook.decomposition.method;

/** A method that gives each cell a weight and counts each factor's logarithm with it. */
interface LogMeanMethod extends EffectMethod {

  @Override
  default boolean supportsLevels() {
    return true;
  }

  @Override
  default boolean splitsRatios() {
    return true;
  }

  @Override
  default boolean isExact() {
    return true;
  }

  @Override
  default double[] logEffects(Comparison comparison) {
    return TermSums.sums(logTerms(comparison), comparison.factors);
  }

  /** What one unit of ln(xT/x0) in a cell counts for in the effect; 0 where the cell vanishes. */
  double[] weights(Comparison comparison, Form form);

  /** Additive or logarithmic terms. */
  default double[] terms(Comparison comparison, Form form) {
    return form == Form.ADDITIVE ? additiveTerms(comparison) : logTerms(comparison);
  }
}
