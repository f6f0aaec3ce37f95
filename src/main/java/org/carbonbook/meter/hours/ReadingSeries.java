package org.carbonbook.meter.hours;

import java.util.Arrays;
import org.carbonbook.meter.log.ReadingBlock;

/**
 * The readings of one meter that count, by instant: of several for one instant the one that arrived
 * last. Values are in millionths of the unit of the hours, not yet judged.
 */
final class ReadingSeries {

  /** The mark of a value that is an error code. */
  static final byte SENTINEL = 4;

  private static final int INDEX_BITS = 24;

  final long[] instants;
  final long[] values;
  final byte[] marks;
  final int[] lengths;
  final DefectList found;

  private ReadingSeries(
      long[] instants, long[] values, byte[] marks, int[] lengths, DefectList found) {
    this.instants = instants;
    this.values = values;
    this.marks = marks;
    this.lengths = lengths;
    this.found = found;
  }

  int size() {
    return instants.length;
  }

  /**
   * Readings in the order received, all as instants and in the unit of the hours.
   *
   * @param stored how many of them were stored before, in order; of the others, those before {@code
   *     storedLastS} are late
   */
  static ReadingSeries of(ReadingBlock received, int stored, long storedLastS, DefectList found) {
    int n = received.size;
    int[] lengths = received.lengths == null ? null : Arrays.copyOf(received.lengths, n);
    boolean late = stored < n && stored > 0 && received.seconds[stored] < storedLastS;
    if (!late && isIncreasing(received.seconds, n) && !received.holdsWithdrawn()) {
      return new ReadingSeries(
          Arrays.copyOf(received.seconds, n),
          Arrays.copyOf(received.values, n),
          Arrays.copyOf(received.marks, n),
          lengths,
          found);
    }
    return sorted(received, stored, storedLastS, found);
  }

  private static boolean isIncreasing(long[] seconds, int n) {
    for (int i = 1; i < n; i++) {
      if (seconds[i] <= seconds[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static ReadingSeries sorted(
      ReadingBlock received, int stored, long storedLastS, DefectList found) {
    int n = received.size;
    long base = Arrays.stream(received.seconds, 0, n).min().orElse(0);
    long[] order = new long[n];
    long highest = Long.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      order[i] = ((received.seconds[i] - base) << INDEX_BITS) | i;
      highest = i == stored && stored > 0 ? Math.max(highest, storedLastS) : highest;
      if ((received.marks[i] & ReadingBlock.WITHDRAWN) != 0) {
        continue;
      }
      if (received.seconds[i] < highest) {
        found.add(QualityReason.OUT_OF_ORDER, received.seconds[i], received.seconds[i] + 1, 1, 0);
      }
      highest = Math.max(highest, received.seconds[i]);
    }
    Arrays.sort(order);
    ReadingSeries into =
        new ReadingSeries(
            new long[n],
            new long[n],
            new byte[n],
            received.lengths == null ? null : new int[n],
            found);
    int size = 0;
    for (int k = 0; k < n; k++) {
      int i = (int) (order[k] & ((1 << INDEX_BITS) - 1));
      boolean again = size > 0 && into.instants[size - 1] == received.seconds[i];
      if ((received.marks[i] & ReadingBlock.WITHDRAWN) != 0) {
        size -= again ? 1 : 0;
        continue;
      }
      if (again) {
        boolean same = into.values[size - 1] == received.values[i];
        found.add(
            same ? QualityReason.DUPLICATE_SAME : QualityReason.DUPLICATE_DIFFERENT,
            received.seconds[i],
            received.seconds[i] + 1,
            1,
            into.values[size - 1] - received.values[i]);
        size--;
      }
      into.instants[size] = received.seconds[i];
      into.values[size] = received.values[i];
      into.marks[size] = received.marks[i];
      if (into.lengths != null) {
        into.lengths[size] = received.lengths[i];
      }
      size++;
    }
    return into.cut(size);
  }

  private ReadingSeries cut(int size) {
    return new ReadingSeries(
        Arrays.copyOf(instants, size),
        Arrays.copyOf(values, size),
        Arrays.copyOf(marks, size),
        lengths == null ? null : Arrays.copyOf(lengths, size),
        found);
  }
}
