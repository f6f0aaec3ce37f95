package org.carbonbook.decomposition.method;

/**
 * A method whose multiplicative effects follow from totals over the cells, so that a change in one
 * cell needs that cell only.
 */
interface RatioMethod extends EffectMethod {

  /** What a cell adds to each of the totals. */
  double[] parts(Comparison comparison, int cell);

  /**
   * The natural logarithm of each factor's effect.
   *
   * @param comparison the comparison, whose sign the totals must have
   * @param totals the sums of all cells' parts
   * @throws NotComputableException when a total is zero or changes its sign
   */
  double[] logs(Comparison comparison, double[] totals);
}
