package org.carbonbook.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known names that are most similar to an unknown name, for messages. */
public final class NearestNames {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
  private static final int OFFERED = 3;

  private record Candidate(String name, int distance) {}

  private NearestNames() {}

  /** Up to three known names, nearest first, joined by commas; ties in alphabetical order. */
  public static String of(String given, Collection<String> known) {
    return String.join(
        ", ", list(given, known.stream().sorted().toList(), OFFERED, UnaryOperator.identity()));
  }

  /**
   * The known names with the smallest edit distance (Levenshtein 1966), nearest first.
   *
   * @param known the candidates; of two at the same distance, the earlier one comes first
   * @param count how many names to return at most
   * @param form the form in which two names are compared, e.g. without spaces and letter case
   */
  public static List<String> list(
      String given, Collection<String> known, int count, UnaryOperator<String> form) {
    String compared = form.apply(given);
    return known.stream()
        .distinct()
        .map(name -> new Candidate(name, DISTANCE.apply(compared, form.apply(name))))
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(count)
        .map(Candidate::name)
        .toList();
  }
}
