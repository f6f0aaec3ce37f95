package org.carbonbook.decomposition.method;

/**
 * The logarithmic mean and the logarithm of a ratio, accurate where the two numbers are close.
 *
 * <p>L(a,b) = (a - b) / ln(a/b), L(a,a) = a, L(a,0) = 0 (Carlson 1972; Ang 2015, eq. 3). Near
 * equality a plain log(a/b) loses all digits, because the quotient r is rounded. What rounding took
 * away, a - r b, a fused multiply-add gives exactly, and ln(a/b) = ln r + ln(1 + (a - r b)/(r b)),
 * of which the first term of the series is enough. The difference a - b is exact there (Sterbenz).
 */
public final class LogMean {

  /** Below this size the remainder of a quotient would underflow. */
  private static final double SMALL = 0x1p-900;

  private static final double UP = 0x1p200;

  private LogMean() {}

  /**
   * The logarithmic mean of two numbers of one sign; of two negative numbers it is negative. Within
   * 4 units in the last place. NaN when the signs differ.
   */
  public static double of(double a, double b) {
    if (a == b) {
      return a;
    }
    if (a == 0 || b == 0) {
      return 0;
    }
    double difference = a - b;
    if (Double.isInfinite(difference)) {
      return Double.NaN;
    }
    return difference / lnRatio(a, b);
  }

  /** ln(a/b) for two numbers of one sign, neither of them zero; NaN when the signs differ. */
  public static double lnRatio(double a, double b) {
    double ratio = a / b;
    if (ratio == 0 || Double.isInfinite(ratio)) {
      return (a > 0) == (b > 0) ? Math.log(Math.abs(a)) - Math.log(Math.abs(b)) : Double.NaN;
    }
    if (Math.abs(a) < SMALL) {
      return Math.log(ratio) + Math.fma(-ratio, b * UP, a * UP) / (a * UP);
    }
    return Math.log(ratio) + Math.fma(-ratio, b, a) / a;
  }

  /**
   * The derivative of L(a,b) by ln a, that is a * dL/da, for two numbers of one sign, neither zero.
   */
  static double slopeByLog(double a, double b) {
    double u = lnRatio(a, b);
    double perLevel =
        Math.abs(u) < 1e-2
            ? 0.5 - u / 6 + u * u / 24 - u * u * u / 120 + u * u * u * u / 720
            : (u + Math.expm1(-u)) / (u * u);
    return a * perLevel;
  }
}
