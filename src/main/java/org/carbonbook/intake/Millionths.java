package org.carbonbook.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Energy as whole millionths of its unit. Sums of whole numbers are exact in any order, so the
 * energy in a meter's hours equals the energy of its readings exactly.
 */
public final class Millionths {

  /** Returned when a text is not a number, or when the number is too large. */
  public static final long INVALID = Long.MIN_VALUE;

  /** Millionths in one unit. */
  public static final long ONE = 1_000_000;

  private static final int DECIMALS = 6;
  private static final int SAFE_DIGITS = 12;
  private static final long EXACT_DOUBLE = 1L << 52;
  private static final int MAX_LENGTH = 64;

  /** So many decimals no meter prints; a text with more of them is not a number. */
  private static final int MAX_SCALE = 400;

  private static final Pattern GROUPED_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern GROUPED_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");

  private Millionths() {}

  /** Parses a printed number, rounded half up to millionths. */
  public static long parse(byte[] text, int from, int to, byte decimalMark) {
    int i = from;
    boolean negative = false;
    if (i < to && (text[i] == '-' || text[i] == '+')) {
      negative = text[i] == '-';
      i++;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; i < to; i++) {
      byte c = text[i];
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        digits++;
        if (decimals >= 0) {
          decimals++;
        }
      } else if (c == decimalMark && decimals < 0) {
        decimals = 0;
      } else {
        return slow(text, from, to, decimalMark);
      }
    }
    int after = Math.max(decimals, 0);
    if (digits == 0 || after > DECIMALS || digits - after > SAFE_DIGITS) {
      return slow(text, from, to, decimalMark);
    }
    for (int d = after; d < DECIMALS; d++) {
      value *= 10;
    }
    return negative ? -value : value;
  }

  private static long slow(byte[] text, int from, int to, byte decimalMark) {
    if (to - from > MAX_LENGTH) {
      return INVALID;
    }
    String printed = new String(text, from, to - from, StandardCharsets.ISO_8859_1).trim();
    try {
      BigDecimal number = new BigDecimal(plain(printed, decimalMark));
      boolean tooLarge = (long) number.precision() - number.scale() > SAFE_DIGITS;
      boolean tooSmall = number.scale() > MAX_SCALE;
      return tooLarge || tooSmall ? INVALID : of(number);
    } catch (NumberFormatException | ArithmeticException e) {
      return INVALID;
    }
  }

  /**
   * The number with a point as its decimal mark. Groups of three digits are left out where the
   * other mark separates them and the decimal mark follows, so that no reader takes them for
   * decimals.
   */
  private static String plain(String printed, byte decimalMark) {
    if (decimalMark == ',') {
      return GROUPED_POINT.matcher(printed).matches()
          ? printed.replace(".", "").replace(',', '.')
          : printed.contains(".") ? "" : printed.replace(',', '.');
    }
    return GROUPED_COMMA.matcher(printed).matches() ? printed.replace(",", "") : printed;
  }

  /** The number, rounded half up to millionths. */
  public static long of(BigDecimal number) {
    return number
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .movePointRight(DECIMALS)
        .longValueExact();
  }

  /** The decimal number that a double prints as, rounded half up to millionths. */
  public static long of(double number) {
    return of(BigDecimal.valueOf(number));
  }

  /** The nearest double. */
  public static double toDouble(long micro) {
    return micro / (double) ONE;
  }

  /** An amount times a factor, rounded half up. */
  public static long times(long micro, double factor) {
    if (factor == 1) {
      return micro;
    }
    if (factor == Math.rint(factor)
        && Math.abs(factor) < ONE
        && Math.abs(micro) < Long.MAX_VALUE / ONE) {
      return micro * (long) factor;
    }
    if (Math.abs(micro) < EXACT_DOUBLE && Math.abs(micro * factor) < EXACT_DOUBLE / 4.0) {
      return Math.round(micro * factor);
    }
    return BigDecimal.valueOf(micro)
        .multiply(BigDecimal.valueOf(factor))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
