package org.carbonbook.yearbook.read;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The decimal that a binary cell shows. Spreadsheets keep results of sums with the noise of binary
 * arithmetic; {@code docs/decisions/printed-digits.md} gives the rule and its reasons.
 */
final class PrintedDecimal {

  private static final int MAX_FRACTION_DIGITS = 8;
  private static final BigDecimal MIN_TOLERANCE = new BigDecimal("1e-11");
  private static final BigDecimal RELATIVE_TOLERANCE = new BigDecimal("1e-7");

  private PrintedDecimal() {}

  /**
   * The figure without binary noise: the decimal with the fewest fractional digits, at most eight,
   * that lies within {@code max(1e-11, 8 ulp)} and within a ten-millionth of the figure; otherwise
   * the figure itself.
   *
   * @param stored a finite figure
   */
  static double of(double stored) {
    BigDecimal exact = new BigDecimal(Double.toString(stored));
    if (exact.stripTrailingZeros().scale() <= MAX_FRACTION_DIGITS) {
      return stored;
    }
    BigDecimal tolerance =
        MIN_TOLERANCE
            .max(new BigDecimal(8 * Math.ulp(stored)))
            .min(exact.abs().multiply(RELATIVE_TOLERANCE));
    for (int digits = 0; digits <= MAX_FRACTION_DIGITS; digits++) {
      BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN);
      if (rounded.subtract(exact).abs().compareTo(tolerance) <= 0) {
        return rounded.doubleValue();
      }
    }
    return stored;
  }
}
