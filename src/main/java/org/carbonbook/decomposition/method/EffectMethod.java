package org.carbonbook.decomposition.method;

import java.io.Serializable;

/**
 * A way to split a change over factors. Cells are stored factor by factor, as in {@link
 * Comparison}.
 */
public interface EffectMethod extends Serializable {

  /**
   * The part of each factor in each cell's change, {@code factors * cells} numbers. Their sum over
   * the cells is the factor's effect in units of the left side.
   *
   * @throws NotComputableException with the reason
   */
  double[] additiveTerms(Comparison comparison);

  /**
   * The natural logarithm of each factor's multiplicative effect.
   *
   * @throws NotComputableException with the reason
   */
  double[] logEffects(Comparison comparison);

  /**
   * The part of each cell in the logarithm of each factor's multiplicative effect, where the method
   * has one.
   *
   * @throws UnsupportedOperationException when the method's ratios do not split over cells
   */
  default double[] logTerms(Comparison comparison) {
    throw new UnsupportedOperationException(
        "the multiplicative form of this method does not split over cells");
  }

  /** Whether the effects give the change without a residual. */
  boolean isExact();

  /**
   * Whether each cell's additive terms depend on that cell alone, so that cells can be regrouped.
   */
  boolean isCellwise();
}
