package org.carbonbook.decomposition.method;

/**
 * The logarithmic mean and the logarithm of a ratio, accurate where the two numbers are close.
 *
 * <p>L(a,b) = (a - b) / ln(a/b), L(a,a) = a, L(a,0) = 0 (Carlson 1972; Ang 2015, eq. 3). For two
 * numbers within a factor of two of each other their difference is exact (Sterbenz), so ln(a/b) is
 * taken as ln(1 + (a - b)/b); the form with log loses all digits there.
 */
public final class LogMean {

  private static final double NEAR_HIGH = 2.0;
  private static final double NEAR_LOW = 0.5;

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
    if (ratio > NEAR_LOW && ratio < NEAR_HIGH) {
      return log1p((a - b) / b);
    }
    if (ratio == 0 || Double.isInfinite(ratio)) {
      return (a > 0) == (b > 0) ? Math.log(Math.abs(a)) - Math.log(Math.abs(b)) : Double.NaN;
    }
    return Math.log(ratio);
  }

  /**
   * ln(1 + x) by the logarithm of the rounded u = 1 + x, times x/(u - 1) for what rounding took
   * away (Kahan; Goldberg 1991, ACM Computing Surveys 23, theorem 4). As accurate as the library's
   * own within some units in the last place, and several times as fast.
   */
  private static double log1p(double x) {
    double u = 1 + x;
    return u == 1 ? x : Math.log(u) * (x / (u - 1));
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
