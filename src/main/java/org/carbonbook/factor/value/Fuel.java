package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * A column of the energy balance, from {@code conf/fuel-groups.csv}.
 *
 * @param group group in the energy structure, e.g. {@code coal}; empty for the sum of all
 * @param unit unit in which an activity meets its factors
 * @param role {@code fuel}, {@code carrier} (electricity, heat) or {@code aggregate}
 */
public record Fuel(
    String fuel,
    String zh,
    String en,
    String group,
    String groupZh,
    String groupEn,
    String unit,
    String role)
    implements Serializable {

  /** Whether it can be burnt, so that a factor set needs a row for it. */
  public boolean isFuel() {
    return role.equals("fuel");
  }
}
