package org.carbonbook.statistics.trend;

import java.util.Arrays;

/** Ranks from 1, equal values sharing the mean of their ranks. */
final class Ranks {

  private Ranks() {}

  static double[] of(double[] values) {
    int n = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] rankOfSorted = new double[n];
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      Arrays.fill(rankOfSorted, from, to, (from + 1 + to) / 2.0);
      from = to;
    }
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      ranks[i] = rankOfSorted[Arrays.binarySearch(sorted, values[i])];
    }
    return ranks;
  }
}
