package org.carbonbook.job;

import org.carbonbook.source.LandingParts;

/**
 * Which parts of a landing folder to load.
 *
 * @param by what its files are selected by
 * @param from the first part, or null for all up to the last
 * @param to the last part, or null for all from the first on
 */
public record BackfillRange(LandingParts.By by, String from, String to) {

  /**
   * Whether a part lies within. A month lies within when any of its days does. Files of no year,
   * edition or date always do: the others may need them.
   */
  boolean contains(String part) {
    return part.equals(LandingParts.UNDATED)
        || ((from == null || part.compareTo(shorten(from, part)) >= 0)
            && (to == null || part.compareTo(to) <= 0));
  }

  private static String shorten(String from, String part) {
    return from.startsWith(part) ? part : from;
  }
}
