package org.carbonbook.intake;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares names of columns as people write them. Two names that differ only in case, spaces,
 * hyphens or underscores are the same.
 */
public final class ColumnNames {

  /** The largest number of letters in which a misspelt name differs from the right one. */
  private static final int NEAR = 2;

  private static final int SHORTEST = 4;

  private ColumnNames() {}

  /** The form of a name that all its spellings share. */
  public static String plain(String name) {
    return name.replace("\uFEFF", "").toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
  }

  /** The place of the first name that is one of some alternatives, or -1. */
  public static int find(List<String> names, Collection<String> alternatives) {
    for (String alternative : alternatives) {
      int place = names.indexOf(alternative);
      if (place >= 0) {
        return place;
      }
    }
    List<String> plain = names.stream().map(ColumnNames::plain).toList();
    for (String alternative : alternatives) {
      int place = plain.indexOf(plain(alternative));
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  /** The known name that an unknown one was probably meant to be. */
  public static Optional<String> nearest(String unknown, Collection<String> known) {
    String plain = plain(unknown);
    String nearest = null;
    int least = NEAR + 1;
    for (String name : known) {
      int distance = distance(plain, plain(name));
      if (distance < least && plain.length() >= SHORTEST && distance * 3 <= plain.length()) {
        least = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** How many letters must be added, left out, replaced or swapped with the next. */
  private static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int k = 0; k <= other.length(); k++) {
        if (i == 0 || k == 0) {
          steps[i][k] = i + k;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][k], steps[i][k - 1]) + 1;
        least = Math.min(least, steps[i - 1][k - 1] + same);
        boolean swapped =
            i > 1
                && k > 1
                && one.charAt(i - 1) == other.charAt(k - 2)
                && one.charAt(i - 2) == other.charAt(k - 1);
        steps[i][k] = swapped ? Math.min(least, steps[i - 2][k - 2] + 1) : least;
      }
    }
    return steps[one.length()][other.length()];
  }
}
