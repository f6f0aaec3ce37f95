package org.carbonbook.decomposition.panel;

import org.carbonbook.decomposition.method.NotComputableReason;

/**
 * Missing values, encoded as NaNs with different bits. A panel can thus use plain arrays of
 * doubles, and arithmetic on a missing value gives NaN.
 */
public final class MissingValue {

  /** The cell of the input is empty. */
  static final long MISSING_BITS = 0x7ff8000000000001L;

  /** The cell holds text, or a number that is not finite. */
  static final long TEXT_BITS = 0x7ff8000000000002L;

  /** There is no row for the value. */
  static final long NO_ROW_BITS = 0x7ff8000000000003L;

  public static final double MISSING = Double.longBitsToDouble(MISSING_BITS);
  public static final double TEXT = Double.longBitsToDouble(TEXT_BITS);
  static final double NO_ROW = Double.longBitsToDouble(NO_ROW_BITS);

  private MissingValue() {}

  static boolean isNoRow(double value) {
    return Double.isNaN(value) && Double.doubleToRawLongBits(value) == NO_ROW_BITS;
  }

  static NotComputableReason reason(double value) {
    return Double.doubleToRawLongBits(value) == TEXT_BITS
        ? NotComputableReason.NOT_A_NUMBER
        : NotComputableReason.MISSING_VALUE;
  }

  static String shown(double value) {
    if (reason(value) == NotComputableReason.NOT_A_NUMBER) {
      return "is not a number";
    }
    return isNoRow(value) ? "has no row" : "is empty";
  }
}
