package org.carbonbook.decomposition.method;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sum of doubles without rounding until it is read, so that it depends neither on the order of
 * the summands nor on how they are spread over partitions.
 *
 * <p>Keeps a list of non-overlapping partial sums (Shewchuk 1997, grow-expansion, as in Python's
 * {@code math.fsum}); reading rounds once, to nearest, ties to even. Infinite or NaN summands give
 * what plain addition gives.
 */
public final class ExactSum implements Serializable {

  private static final long serialVersionUID = 1L;

  private double[] partials = new double[8];
  private int count;
  private double special;

  /** The correctly rounded sum of an array. */
  public static double of(double[] values) {
    if (values.length == 1) {
      return values[0] + 0.0;
    }
    return of(values, 0, values.length);
  }

  /** The correctly rounded sum of a part of an array. */
  static double of(double[] values, int from, int length) {
    if (length <= 2) {
      return length == 0 ? 0 : length == 1 ? values[from] + 0.0 : values[from] + values[from + 1];
    }
    ExactSum sum = new ExactSum();
    for (int i = from; i < from + length; i++) {
      sum.add(values[i]);
    }
    return sum.value();
  }

  /** Adds one number. */
  public ExactSum add(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      special += value;
      return this;
    }
    double x = value;
    int kept = 0;
    for (int j = 0; j < count; j++) {
      double y = partials[j];
      double sum = x + y;
      double bigger = Math.abs(x) >= Math.abs(y) ? x : y;
      double smaller = Math.abs(x) >= Math.abs(y) ? y : x;
      double error = smaller - (sum - bigger);
      if (error != 0) {
        partials[kept++] = error;
      }
      x = sum;
    }
    if (kept == partials.length) {
      partials = Arrays.copyOf(partials, 2 * kept);
    }
    partials[kept] = x;
    count = kept + 1;
    return this;
  }

  /** Adds all summands of another sum. */
  public ExactSum add(ExactSum other) {
    special += other.special;
    for (int j = 0; j < other.count; j++) {
      add(other.partials[j]);
    }
    return this;
  }

  /** The sum, rounded once. */
  public double value() {
    if (special != 0 || Double.isNaN(special)) {
      return special;
    }
    if (count == 0) {
      return 0;
    }
    int n = count - 1;
    double high = partials[n];
    double low = 0;
    while (n > 0 && low == 0) {
      double x = high;
      double y = partials[--n];
      high = x + y;
      low = y - (high - x);
    }
    boolean halfway =
        n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0));
    if (halfway) {
      double twice = low * 2;
      double next = high + twice;
      if (twice == next - high) {
        high = next;
      }
    }
    return high + 0.0;
  }
}
