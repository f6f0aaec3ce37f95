package org.carbonbook.decomposition.method;

/** The derivatives of effects by the logarithm of each factor value. */
public interface Jacobian {

  /**
   * The derivatives of all effects, or in multiplicative form of their natural logarithms, by one
   * factor value. The cell's value moves with it.
   *
   * @param cell the cell of the factor value that moves
   * @param factor the factor that moves
   * @param side the side that it moves on
   * @return for each factor the change of its effect for a unit change of ln x
   */
  double[] byLog(int cell, int factor, Side side);

  /** The two sides of a comparison. */
  enum Side {
    FIRST,
    SECOND
  }
}
