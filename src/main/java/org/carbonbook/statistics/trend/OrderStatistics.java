package org.carbonbook.statistics.trend;

import java.util.Arrays;

/** The k-th smallest of an array, for several k at once, by quickselect. */
final class OrderStatistics {

  private OrderStatistics() {}

  /**
   * The values at places of the sorted array. The array is reordered.
   *
   * @param a the values
   * @param places places from 0, ascending
   */
  static double[] select(double[] a, int[] places) {
    double[] found = new double[places.length];
    int from = 0;
    for (int i = 0; i < places.length; i++) {
      moveIntoPlace(a, from, a.length - 1, places[i]);
      // Adding zero turns a negative zero into zero.
      found[i] = a[places[i]] + 0.0;
      from = places[i];
    }
    return found;
  }

  private static void moveIntoPlace(double[] a, int first, int last, int place) {
    int low = first;
    int high = last;
    int patience = 4 * (32 - Integer.numberOfLeadingZeros(Math.max(1, last - first)));
    while (low < high) {
      if (patience-- == 0) {
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
      if (place <= j) {
        high = j;
      } else if (place >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static double middleOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
