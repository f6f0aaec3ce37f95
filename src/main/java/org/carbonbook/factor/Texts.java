package org.carbonbook.factor;

import java.math.BigDecimal;
import java.math.MathContext;

/** Small conversions of cell texts. */
final class Texts {
  private Texts() {}

  static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  static String sixDigits(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
