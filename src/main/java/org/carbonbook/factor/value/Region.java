package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * An administrative region, from {@code conf/regions.csv}.
 *
 * @param regionCode GB/T 2260
 * @param zh short form, as yearbooks print it
 * @param level {@code nation}, {@code province} or {@code city}
 * @param parent region code of the next level, empty for the nation
 * @param grid power grid by the division of 2012, or empty
 * @param grid2021 power grid by the division in force since 2021, or empty
 */
public record Region(
    String regionCode,
    String zh,
    String zhFull,
    String en,
    String level,
    String parent,
    String grid,
    String grid2021)
    implements Serializable {

  private static final int NEW_DIVISION_FROM = 2021;

  /** The grid the region belonged to in a year; empty when none. */
  public String gridIn(int year) {
    return year < NEW_DIVISION_FROM ? grid : grid2021;
  }
}
