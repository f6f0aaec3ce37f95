package org.carbonbook.statistics.trend;

import java.util.Arrays;

/**
 * The k-th smallest of an array, for several k at once: quicksort that goes on only into the parts
 * that hold a wanted place.
 */
final class OrderStatistics {

  private static final int SHORT = 12;

  private OrderStatistics() {}

  /**
   * The values at places of the sorted array. The array is reordered.
   *
   * @param a the values
   * @param places places from 0, ascending
   */
  static double[] select(double[] a, int[] places) {
    int patience = 4 * (32 - Integer.numberOfLeadingZeros(a.length));
    order(a, 0, a.length - 1, places, 0, places.length, patience);
    double[] found = new double[places.length];
    // Adding zero turns a negative zero into zero.
    Arrays.setAll(found, i -> a[places[i]] + 0.0);
    return found;
  }

  /** Brings the places numbered from (inclusive) to (exclusive) into order within low..high. */
  private static void order(
      double[] a, int low, int high, int[] places, int from, int to, int patience) {
    if (from >= to || low >= high) {
      return;
    }
    if (high - low < SHORT || patience == 0) {
      Arrays.sort(a, low, high + 1);
      return;
    }
    double pivot = middleOfThree(a[low], a[(low + high) >>> 1], a[high]);
    int i = low;
    int j = high;
    while (i <= j) {
      while (a[i] < pivot) {
        i++;
      }
      while (a[j] > pivot) {
        j--;
      }
      if (i <= j) {
        double swap = a[i];
        a[i++] = a[j];
        a[j--] = swap;
      }
    }
    int left = from;
    while (left < to && places[left] <= j) {
      left++;
    }
    int right = left;
    while (right < to && places[right] < i) {
      right++;
    }
    order(a, low, j, places, from, left, patience - 1);
    order(a, i, high, places, right, to, patience - 1);
  }

  private static double middleOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
