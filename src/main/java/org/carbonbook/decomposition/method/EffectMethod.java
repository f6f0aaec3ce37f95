package org.carbonbook.decomposition.method;

import java.io.Serializable;
import java.util.List;

/**
 * A method that splits a change over factors. Cells are stored factor by factor, as in {@link
 * Comparison}. Registered methods have a public constructor without parameters, see {@link Method}.
 */
public interface EffectMethod extends Serializable {

  /** The name on the command line and in tables, in lower case with hyphens. */
  String code();

  /** Other names of the method. */
  default List<String> aliases() {
    return List.of();
  }

  /** Whether the method can be applied level by level, see {@link HierarchicalLmdi}. */
  default boolean supportsLevels() {
    return false;
  }

  /** Whether multiplicative effects split over cells, so that {@link #logTerms} has a value. */
  default boolean splitsRatios() {
    return false;
  }

  /** The derivatives of the effects; by differences unless the method has a closed form. */
  default Jacobian jacobian(Comparison comparison, Form form) {
    return new DifferenceJacobian(this, comparison, form);
  }

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
