package org.carbonbook.statistics.trend;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Serial correlation: r(k) = sum of (x[i]-m)(x[i+k]-m) over sum of (x[i]-m)^2, the usual estimator
 * with the whole series' mean m and a divisor of n (Box and Jenkins 1970).
 */
public final class Autocorrelation {

  /** From this length on the Fourier transform is quicker than summing every lag. */
  private static final int TRANSFORM_FROM = 1024;

  private Autocorrelation() {}

  /** The correlation with the value before; empty for a constant series or a single value. */
  public static OptionalDouble findLagOne(double[] values) {
    if (values.length < 2) {
      return OptionalDouble.empty();
    }
    double[] y = deviations(values);
    double variance = product(y, 0);
    return variance > 0 ? OptionalDouble.of(product(y, 1) / variance) : OptionalDouble.empty();
  }

  /**
   * The correlations at lags 1 to the number asked for, in places 0 to lags - 1. A constant series
   * has none, and gives zeros.
   */
  static double[] upTo(double[] values, int lags) {
    double[] y = deviations(values);
    double variance = product(y, 0);
    double[] r = new double[lags];
    if (!(variance > 0)) {
      return r;
    }
    double[] products =
        (long) values.length * lags > (long) TRANSFORM_FROM * TRANSFORM_FROM
            ? productsByTransform(y)
            : null;
    for (int k = 1; k <= lags; k++) {
      r[k - 1] = (products == null ? product(y, k) : products[k]) / variance;
    }
    return r;
  }

  private static double[] deviations(double[] values) {
    double mean = mean(values);
    double[] y = new double[values.length];
    Arrays.setAll(y, i -> values[i] - mean);
    if (isNoise(y, values)) {
      Arrays.fill(y, 0);
    }
    return y;
  }

  /** Deviations no larger than the rounding of the values count as zero. */
  private static boolean isNoise(double[] y, double[] values) {
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < y.length; i++) {
      largest = Math.max(largest, Math.abs(y[i]));
      scale = Math.max(scale, Math.abs(values[i]));
    }
    return largest <= 4 * Math.ulp(scale);
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double product(double[] y, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < y.length; i++) {
      sum += y[i] * y[i + lag];
    }
    return sum;
  }

  private static double[] productsByTransform(double[] y) {
    int length = Integer.highestOneBit(2 * y.length - 1) * 2;
    FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);
    Complex[] spectrum = fourier.transform(Arrays.copyOf(y, length), TransformType.FORWARD);
    for (int i = 0; i < length; i++) {
      spectrum[i] = spectrum[i].multiply(spectrum[i].conjugate());
    }
    Complex[] products = fourier.transform(spectrum, TransformType.INVERSE);
    double[] real = new double[y.length];
    Arrays.setAll(real, i -> products[i].getReal());
    return real;
  }
}
