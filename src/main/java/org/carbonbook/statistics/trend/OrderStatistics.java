package org.carbonbook.statistics.trend;

import java.util.Arrays;

/**
 * The k-th smallest of an array, for several k at once. The values are counted into buckets of
 * equal width, in which branches go the expected way, and only the few buckets that hold a wanted
 * place are sorted.
 */
final class OrderStatistics {

  /** Below this many values sorting them is as quick. */
  private static final int COUNTED_FROM = 48;

  /** More buckets than this no longer fit the nearest cache. */
  private static final int MOST_BUCKETS = 4096;

  private OrderStatistics() {}

  /**
   * The values at places of the sorted array. The array may be reordered.
   *
   * @param a the values, none of them NaN
   * @param places places from 0, ascending
   */
  static double[] select(double[] a, int[] places) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : a) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    int buckets = Math.min(MOST_BUCKETS, a.length / 2);
    double scale = (buckets - 1) / (high - low);
    double[] found =
        a.length < COUNTED_FROM || !(scale > 0) || Double.isInfinite(scale)
            ? sorted(a, places)
            : counted(a, places, low, scale, buckets);
    // Adding zero turns a negative zero into zero.
    Arrays.setAll(found, i -> found[i] + 0.0);
    return found;
  }

  private static double[] sorted(double[] a, int[] places) {
    Arrays.sort(a);
    return Arrays.stream(places).mapToDouble(place -> a[place]).toArray();
  }

  private static double[] counted(double[] a, int[] places, double low, double scale, int buckets) {
    int[] bucketOf = new int[a.length];
    int[] before = new int[buckets + 1];
    for (int i = 0; i < a.length; i++) {
      int bucket = (int) ((a[i] - low) * scale);
      bucketOf[i] = bucket;
      before[bucket + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      before[b + 1] += before[b];
    }
    double[] found = new double[places.length];
    double[] members = {};
    int current = -1;
    for (int k = 0; k < places.length; k++) {
      int bucket = bucketOfPlace(before, places[k], Math.max(0, current));
      if (bucket != current) {
        members = membersOf(a, bucketOf, bucket, before[bucket + 1] - before[bucket]);
        current = bucket;
      }
      found[k] = members[places[k] - before[bucket]];
    }
    return found;
  }

  private static int bucketOfPlace(int[] before, int place, int from) {
    int bucket = from;
    while (before[bucket + 1] <= place) {
      bucket++;
    }
    return bucket;
  }

  private static double[] membersOf(double[] a, int[] bucketOf, int bucket, int size) {
    double[] members = new double[size];
    int k = 0;
    for (int i = 0; i < a.length; i++) {
      if (bucketOf[i] == bucket) {
        members[k++] = a[i];
      }
    }
    Arrays.sort(members);
    return members;
  }
}
