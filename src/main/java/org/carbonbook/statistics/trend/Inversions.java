package org.carbonbook.statistics.trend;

/**
 * Counts the pairs of an array that are in falling order, while sorting it: bottom-up merge sort
 * over short insertion-sorted runs, O(n log n).
 */
final class Inversions {

  private static final int RUN = 16;

  private Inversions() {}

  /**
   * Sorts the array ascending and returns the number of pairs i &lt; j with a[i] &gt; a[j].
   *
   * @param a the values, sorted in place
   * @param scratch an array at least as long, whose content is lost
   */
  static long sortCounting(double[] a, double[] scratch) {
    int n = a.length;
    long count = 0;
    for (int from = 0; from < n; from += RUN) {
      count += insertionSort(a, from, Math.min(from + RUN, n));
    }
    double[] source = a;
    double[] target = scratch;
    for (int width = RUN; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = Math.min(from + width, n);
        count += merge(source, target, from, middle, Math.min(from + 2 * width, n));
      }
      double[] swap = source;
      source = target;
      target = swap;
    }
    if (source != a) {
      System.arraycopy(source, 0, a, 0, n);
    }
    return count;
  }

  private static long insertionSort(double[] a, int from, int to) {
    long count = 0;
    for (int i = from + 1; i < to; i++) {
      double value = a[i];
      int j = i - 1;
      while (j >= from && a[j] > value) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = value;
      count += i - 1 - j;
    }
    return count;
  }

  private static long merge(double[] source, double[] target, int from, int middle, int to) {
    long count = 0;
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (right >= to || (left < middle && source[left] <= source[right])) {
        target[k] = source[left++];
      } else {
        target[k] = source[right++];
        count += middle - left;
      }
    }
    return count;
  }
}
