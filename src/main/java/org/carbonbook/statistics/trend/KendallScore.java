package org.carbonbook.statistics.trend;

import java.util.Arrays;

/**
 * Kendall's score S and its variance.
 *
 * <p>S is the number of pairs that rise minus the number that fall (Kendall 1955, Rank Correlation
 * Methods; Mann 1945, Econometrica 13). Ties count for neither. Var S = [n(n-1)(2n+5) - sum over
 * groups of t equal values of t(t-1)(2t+5)] / 18.
 *
 * @param n the number of observations
 * @param s the score, from -n(n-1)/2 to n(n-1)/2
 * @param variance the variance of S under no trend, corrected for ties
 */
public record KendallScore(int n, long s, double variance) {

  /** The score of values in order of time, in O(n log n). */
  public static KendallScore of(double[] values) {
    double[] sorted = values.clone();
    long falling = Inversions.sortCounting(sorted, new double[sorted.length]);
    int n = values.length;
    long pairs = pairs(n);
    long tied = 0;
    double correction = 0;
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      int t = to - from;
      tied += pairs(t);
      correction += varianceTerm(t);
      from = to;
    }
    return new KendallScore(n, pairs - tied - 2 * falling, (varianceTerm(n) - correction) / 18);
  }

  /** The variance of S for n values without ties. */
  static double varianceWithoutTies(int n) {
    return varianceTerm(n) / 18;
  }

  /** S / (n(n-1)/2), Kendall's tau-a; zero for fewer than two values. */
  public double tau() {
    return n < 2 ? 0 : s / (double) pairs(n);
  }

  /**
   * Kendall's score between two variables, the sum over pairs of the sign of
   * (x[j]-x[i])(z[j]-z[i]), by Knight's algorithm (1966, JASA 61) in O(n log n). Pairs tied in
   * either count zero.
   */
  public static long between(double[] x, double[] z) {
    int n = x.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byX = Double.compare(x[a], x[b]);
          return byX != 0 ? byX : Double.compare(z[a], z[b]);
        });
    double[] sortedZ = new double[n];
    long tiedX = 0;
    long tiedBoth = 0;
    long runX = 0;
    long runBoth = 0;
    for (int i = 0; i < n; i++) {
      sortedZ[i] = z[order[i]];
      boolean sameX = i > 0 && x[order[i]] == x[order[i - 1]];
      runX = sameX ? runX + 1 : 0;
      runBoth = sameX && sortedZ[i] == sortedZ[i - 1] ? runBoth + 1 : 0;
      tiedX += runX;
      tiedBoth += runBoth;
    }
    long discordant = Inversions.sortCounting(sortedZ, new double[n]);
    return pairs(n) - tiedX - tiedPairs(sortedZ) + tiedBoth - 2 * discordant;
  }

  private static long tiedPairs(double[] sorted) {
    long tied = 0;
    long run = 0;
    for (int i = 1; i < sorted.length; i++) {
      run = sorted[i] == sorted[i - 1] ? run + 1 : 0;
      tied += run;
    }
    return tied;
  }

  static long pairs(long n) {
    return n * (n - 1) / 2;
  }

  private static double varianceTerm(long n) {
    return (double) n * (n - 1) * (2 * n + 5);
  }
}
