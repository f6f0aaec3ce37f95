package org.carbonbook.yearbook.grid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a number format shows with what the cell stores. A reader of the publication knows
 * only what is shown, so a format that shows another number (thousands, a hidden minus) must not
 * publish the stored one, and one that shows a sign such as … means that sign.
 */
enum ShownNumber {
  /** The stored number, rounded to the digits that are shown. */
  SAME,
  /** A text without a digit. */
  A_SIGN,
  /** Nothing at all. */
  NOTHING,
  /** A number that is not the stored one. */
  ANOTHER_NUMBER;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<open>\\()?(?<sign>[-\u2212\u2013])?[^\\d\\-\u2212\u2013.]*"
              + "(?<digits>\\d[\\d,' \u00A0]*(?:\\.\\d*)?|\\.\\d+)(?<exponent>[eE][-+]?\\d+)?(?<rest>\\D*)");

  /** A format that writes 万 behind a number shows ten thousand times the number. */
  private static final Pattern SCALE =
      Pattern.compile("[十百千万亿‰]|(?i:thousand|million|billion)|\\d\\s*[kKM]$");

  /** More than half a unit of the last digit, since both roundings of a half are in use. */
  private static final double HALF = 0.500001;

  static ShownNumber compare(String shown, double stored) {
    if (shown.isBlank()) {
      return NOTHING;
    }
    if (shown.chars().noneMatch(Character::isDigit)) {
      return A_SIGN;
    }
    Matcher matcher = NUMBER.matcher(shown.strip());
    if (!matcher.matches() || SCALE.matcher(shown).find()) {
      return ANOTHER_NUMBER;
    }
    String digits = matcher.group("digits").replaceAll("[,' \u00A0]", "");
    String exponent = matcher.group("exponent") == null ? "" : matcher.group("exponent");
    boolean negative =
        matcher.group("sign") != null
            || (matcher.group("open") != null && matcher.group("rest").contains(")"));
    double magnitude = Double.parseDouble(digits + exponent);
    double value = (negative ? -1 : 1) * magnitude * (isPercentage(matcher) ? 0.01 : 1);
    int point = digits.indexOf('.');
    int decimals = point < 0 ? 0 : digits.length() - point - 1;
    double unit =
        Math.pow(10, -decimals)
            * (exponent.isEmpty() ? 1 : Math.pow(10, Integer.parseInt(exponent.substring(1))))
            * (isPercentage(matcher) ? 0.01 : 1);
    double tolerance = HALF * unit + 1e-12 * Math.abs(stored);
    return Math.abs(value - stored) <= tolerance ? SAME : ANOTHER_NUMBER;
  }

  private static boolean isPercentage(Matcher matcher) {
    return matcher.group("rest").contains("%");
  }
}
