package org.carbonbook.attribution;

import java.util.List;
import java.util.NavigableMap;

/**
 * What one publication has of one variable and region.
 *
 * @param publication its name, without the year of an edition
 * @param rank priority, 1 counts first
 * @param byYear its figures; only years for which it has all that the variable needs
 */
record PublicationParts(
    String publication, int rank, NavigableMap<Integer, List<VariablePart>> byYear) {

  boolean hasBoth(int from, int to) {
    return byYear.containsKey(from) && byYear.containsKey(to);
  }
}
