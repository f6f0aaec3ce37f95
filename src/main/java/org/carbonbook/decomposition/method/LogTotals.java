package org.carbonbook.decomposition.method;

/** Logarithms of the left side with some factors changed, as ratio methods need them. */
final class LogTotals {

  private LogTotals() {}

  /** ln |V(changed)|; all totals of one comparison must have one sign. */
  static double lnOf(Comparison c, int changed) {
    return ln(c, c.mixedTotal(changed));
  }

  /** ln |total|; it must have the sign of the comparison's own totals. */
  static double ln(Comparison c, double total) {
    c.lnTotalRatio();
    if (total == 0 || (total > 0) != (c.total0 > 0) || Double.isNaN(total)) {
      throw new NotComputableException(
          total == 0 ? NotComputableReason.ZERO_TOTAL : NotComputableReason.SIGN_CHANGE,
          "with some factors changed the left side is "
              + total
              + ": the ratio form needs totals of one sign; the additive form has a result");
    }
    return Math.log(Math.abs(total));
  }
}
