package org.carbonbook.statistics.trend;

import java.util.Optional;

/**
 * A change of level between two parts of a series, by Pettitt's test (1979, Applied Statistics 28):
 * U(t) = 2 sum of the first t ranks - t(n+1); K = max |U|; p = 2 exp(-6 K^2 / (n^3 + n^2)), at most
 * 1.
 *
 * @param lastOfEarlierPart the place, from 0, of the last observation of the earlier part
 * @param k the statistic
 * @param p the approximate probability of so large a K without a change
 */
public record ChangePoint(int lastOfEarlierPart, double k, double p) {

  /** The likeliest change point, the first where several are equal; none in a constant series. */
  public static Optional<ChangePoint> find(double[] values) {
    return findByRanks(Ranks.of(values));
  }

  private static Optional<ChangePoint> findByRanks(double[] ranks) {
    double n = ranks.length;
    double sum = 0;
    double largest = 0;
    int place = -1;
    for (int t = 0; t < ranks.length - 1; t++) {
      sum += ranks[t];
      double u = Math.abs(2 * sum - (t + 1) * (n + 1));
      if (u > largest) {
        largest = u;
        place = t;
      }
    }
    if (place < 0) {
      return Optional.empty();
    }
    double p = Math.min(1, 2 * Math.exp(-6 * largest * largest / (n * n * n + n * n)));
    return Optional.of(new ChangePoint(place, largest, p));
  }
}
