package org.carbonbook.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit of something per unit of something else, such as {@code kgce/kg}.
 *
 * @param numerator what is counted
 * @param denominator what it is counted for
 */
public record UnitRatio(UnitDefinition numerator, UnitDefinition denominator) {

  /**
   * A figure of this unit in the canonical unit of the numerator per canonical unit of the
   * denominator. The printed digits stay: 0.7143 kgce/kg is 0.7143 tce/t.
   */
  public BigDecimal toCanonical(BigDecimal value) {
    return value.multiply(
        numerator
            .factor()
            .divide(denominator.factor(), MathContext.DECIMAL128)
            .stripTrailingZeros());
  }

  /** The unit in which an activity is counted that meets this ratio, e.g. {@code t}. */
  public String activityUnit() {
    return denominator.canonicalUnit();
  }
}
