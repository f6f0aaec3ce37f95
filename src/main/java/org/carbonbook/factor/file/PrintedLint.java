package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Compares a computed figure with the rounded one that a source prints. The tolerance is one unit
 * of the last printed place (publishers truncate as well as round), at least 0.2 % and at most 2 %.
 */
public final class PrintedLint {
  /** TJ per t of standard coal in Chinese statistics: 7000 kcal of 4.1816 kJ per kg. */
  public static final BigDecimal TJ_PER_TCE = new BigDecimal("0.029271");

  private PrintedLint() {}

  static boolean agrees(BigDecimal printed, double computed) {
    BigDecimal stripped = printed.stripTrailingZeros();
    double place = BigDecimal.ONE.scaleByPowerOfTen(-stripped.scale()).doubleValue();
    double size = Math.abs(printed.doubleValue());
    double tolerance = Math.min(Math.max(place, 0.002 * size), 0.02 * size);
    return Math.abs(printed.doubleValue() - computed) <= tolerance;
  }

  /**
   * Whether a coefficient equals NCV / 29271 within one unit of its last printed place.
   *
   * @param tcePerUnit the coefficient, scaled to tce per unit of activity, its digits kept
   * @param tjPerUnit the net calorific value per the same unit
   */
  static boolean agreesWithStandardCoal(BigDecimal tcePerUnit, BigDecimal tjPerUnit) {
    BigDecimal computed = standardCoal(tjPerUnit);
    BigDecimal place = BigDecimal.ONE.scaleByPowerOfTen(-tcePerUnit.scale());
    return tcePerUnit.subtract(computed).abs().compareTo(place) <= 0;
  }

  static BigDecimal standardCoal(BigDecimal tj) {
    return tj.divide(TJ_PER_TCE, 15, RoundingMode.HALF_UP);
  }

  /** A figure with six significant digits, for messages. */
  static String sixDigits(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
