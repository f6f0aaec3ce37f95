package org.carbonbook.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known names nearest to a misspelled one. */
final class NearestNames {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private NearestNames() {}

  /** Up to three of the known names, the nearest first, as a text. */
  static String of(String given, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.<String>comparingInt(name -> DISTANCE.apply(given, name))
                .thenComparing(name -> name))
        .limit(3)
        .collect(Collectors.joining(", "));
  }
}
