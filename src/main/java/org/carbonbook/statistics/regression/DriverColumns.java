package org.carbonbook.statistics.regression;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of a driver model.
 *
 * @param pressure what is explained, e.g. emissions in t
 * @param population e.g. persons
 * @param affluence e.g. output in constant prices per person
 * @param technology e.g. energy per output, or the share of industry
 */
public record DriverColumns(String pressure, String population, String affluence, String technology)
    implements Serializable {

  List<String> names() {
    return List.of(pressure, population, affluence, technology);
  }
}
