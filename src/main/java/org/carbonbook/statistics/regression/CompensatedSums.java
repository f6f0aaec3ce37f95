package org.carbonbook.statistics.regression;

/** Sums whose products lose nothing: compensated dot products (Ogita, Rump and Oishi 2005). */
final class CompensatedSums {

  private CompensatedSums() {}

  /** y - sum of x[k][i] b[k], as if in twice the precision. */
  static double residual(double y, double[][] x, double[] b, int i) {
    double sum = y;
    double lost = 0;
    for (int k = 0; k < b.length; k++) {
      double product = -x[k][i] * b[k];
      double productError = Math.fma(-x[k][i], b[k], -product);
      double next = sum + product;
      double part = next - sum;
      lost += (sum - (next - part)) + (product - part) + productError;
      sum = next;
    }
    return sum + lost;
  }

  /** The dot product of two arrays, as if in twice the precision. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < a.length; i++) {
      double product = a[i] * b[i];
      double next = sum + product;
      double part = next - sum;
      lost += (sum - (next - part)) + (product - part) + Math.fma(a[i], b[i], -product);
      sum = next;
    }
    return sum + lost;
  }
}
