package org.carbonbook.meter.log;

/**
 * Finds the fields of a delimited line in place, without the quotes around a field, or the {@code
 * ="…"} with which Excel keeps a number a text.
 */
final class FieldScanner {

  private final byte delimiter;
  int[] bounds = new int[64];

  FieldScanner(byte delimiter) {
    this.delimiter = delimiter;
  }

  /** Finds up to {@code max} fields and returns how many there are. */
  int scan(byte[] text, int from, int to, int max) {
    int count = 0;
    int p = from;
    while (count < max) {
      if (bounds.length < 2 * count + 2) {
        bounds = java.util.Arrays.copyOf(bounds, bounds.length * 2);
      }
      if (p < to && text[p] == '"') {
        p = quoted(text, p, to, count);
      } else if (p + 1 < to && text[p] == '=' && text[p + 1] == '"') {
        p = quoted(text, p + 1, to, count);
      } else {
        int begin = p;
        while (p < to && text[p] != delimiter) {
          p++;
        }
        bounds[2 * count] = begin;
        bounds[2 * count + 1] = p;
      }
      count++;
      if (p >= to) {
        break;
      }
      p++;
    }
    return count;
  }

  private int quoted(byte[] text, int open, int to, int count) {
    int p = open + 1;
    while (p < to && text[p] != '"') {
      p++;
    }
    bounds[2 * count] = open + 1;
    bounds[2 * count + 1] = p;
    while (p < to && text[p] != delimiter) {
      p++;
    }
    return p;
  }
}
