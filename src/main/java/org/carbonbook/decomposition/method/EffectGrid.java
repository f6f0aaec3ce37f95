package org.carbonbook.decomposition.method;

import java.io.Serializable;

/**
 * A common grid for the effects of many groups, so that plain sums of them are exact: every term is
 * a whole multiple of one power of two, and a double holds 53 bits of such multiples. The effects
 * of cities then add up to the province's bit for bit, in any order and in any program.
 *
 * <p>The grid step is 2^-50 of the largest yearly total of the whole input. A group whose own scale
 * is less than 2^-10 of that total would lose digits that it needs, so it keeps full precision and
 * stays off the grid.
 *
 * @param step the grid step, a power of two; 0 for no grid
 */
public record EffectGrid(double step) implements Serializable {

  /** No rounding. */
  public static final EffectGrid NONE = new EffectGrid(0);

  private static final int BITS_BELOW_TOTAL = 50;
  private static final double LEAST_SHARE_OF_TOTAL = 0x1p-10;

  /**
   * The grid for an input.
   *
   * @param largestTotal the largest sum over all groups of absolute cell values at one time
   */
  public static EffectGrid forTotal(double largestTotal) {
    if (!(largestTotal > 0) || Double.isInfinite(largestTotal)) {
      return NONE;
    }
    int exponent = Math.getExponent(largestTotal) - BITS_BELOW_TOTAL;
    return exponent < Double.MIN_EXPONENT ? NONE : new EffectGrid(Math.scalb(1.0, exponent));
  }

  /** Whether there is a grid. */
  public boolean isSet() {
    return step > 0;
  }

  /** Whether a comparison is large enough to be put on the grid. */
  boolean takes(Comparison c) {
    return step > 0
        && c.scale() * Math.scalb(1.0, -BITS_BELOW_TOTAL) / LEAST_SHARE_OF_TOTAL >= step;
  }

  /**
   * Moves additive terms onto the grid, in place. In each cell the largest term absorbs the
   * rounding difference, so that a cell's terms still add up to its change.
   */
  public void snap(Comparison c, double[] terms) {
    if (!takes(c)) {
      return;
    }
    for (int i = 0; i < c.cells; i++) {
      int largest = 0;
      double rest = rounded(c.vT[i]) - rounded(c.v0[i]);
      for (int k = 0; k < c.factors; k++) {
        int at = k * c.cells + i;
        if (Math.abs(terms[at]) > Math.abs(terms[largest * c.cells + i])) {
          largest = k;
        }
        terms[at] = rounded(terms[at]);
        rest -= terms[at];
      }
      if (terms[largest * c.cells + i] != 0) {
        terms[largest * c.cells + i] += rest;
      }
    }
  }

  private double rounded(double value) {
    return Math.rint(value / step) * step;
  }
}
