package org.carbonbook.statistics.regression;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import java.util.Arrays;
import org.netlib.util.intW;

/**
 * X = U D V', by the LAPACK that spark-mllib itself works with; its pure Java form, since a native
 * one would give other last digits on other machines.
 */
final class SingularValues {

  private final double[][] u;
  private final double[] d;
  private final double[][] v;

  private SingularValues(double[][] u, double[] d, double[][] v) {
    this.u = u;
    this.d = d;
    this.v = v;
  }

  /** The decomposition of a matrix given by its columns; at least as many rows as columns. */
  static SingularValues of(double[][] columns) {
    int p = columns.length;
    int n = columns[0].length;
    double[] a = new double[n * p];
    for (int k = 0; k < p; k++) {
      System.arraycopy(columns[k], 0, a, k * n, n);
    }
    double[] d = new double[p];
    double[] u = new double[n * p];
    double[] vt = new double[p * p];
    double[] work = new double[Math.max(1, 8 * (3 * p + n))];
    intW info = new intW(0);
    JavaLAPACK.getInstance().dgesvd("S", "S", n, p, a, n, d, u, n, vt, p, work, work.length, info);
    if (info.val != 0) {
      throw new ArithmeticException("the singular value decomposition gave " + info.val);
    }
    double[][] left = new double[p][];
    double[][] right = new double[p][p];
    for (int j = 0; j < p; j++) {
      left[j] = Arrays.copyOfRange(u, j * n, (j + 1) * n);
      for (int k = 0; k < p; k++) {
        right[j][k] = vt[k * p + j];
      }
    }
    return new SingularValues(left, d, right);
  }

  /** One array to a singular value, each as long as X has rows. */
  double[][] u() {
    return u;
  }

  /** The singular values, falling. */
  double[] d() {
    return d;
  }

  /** One array to a singular value, each as long as X has columns. */
  double[][] v() {
    return v;
  }
}
