package org.carbonbook.yearbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Known labels by their distance from one that is not known. */
final class NearestLabels {

  private record Candidate(String label, int distance) {}

  private NearestLabels() {}

  /** The {@code count} nearest by edit distance of the compared forms; ties in the given order. */
  static List<String> listNearest(String label, Collection<String> known, int count) {
    String key = LabelText.key(label);
    return known.stream()
        .distinct()
        .map(each -> new Candidate(each, distance(key, LabelText.key(each))))
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(count)
        .map(Candidate::label)
        .toList();
  }

  /** The number of insertions, deletions and replacements between two texts (Levenshtein 1966). */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
