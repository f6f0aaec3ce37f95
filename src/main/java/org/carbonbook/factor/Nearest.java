package org.carbonbook.factor;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The known names nearest to a misspelt one, by edit distance. */
final class Nearest {
  private static final int COUNT = 3;

  private Nearest() {}

  static String of(String name, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.comparingInt((String k) -> distance(name, k))
                .thenComparing(Comparator.naturalOrder()))
        .limit(COUNT)
        .collect(Collectors.joining(", "));
  }

  /** Levenshtein distance, row by row. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
