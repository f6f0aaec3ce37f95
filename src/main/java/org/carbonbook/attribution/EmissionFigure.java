package org.carbonbook.attribution;

import org.carbonbook.lake.Origin;

/**
 * CO2 and energy of one row and one column of a balance.
 *
 * @param sector row, a sector of the footprint
 * @param fuel column
 * @param co2 emission in t CO2; null where it has a notation instead
 * @param energy energy in tce; null where it has a notation instead
 * @param notation NE, IE … where nothing is counted, or null
 * @param origin how the figure came to be
 */
record EmissionFigure(
    String sector, String fuel, Double co2, Double energy, String notation, Origin origin) {

  boolean isCounted() {
    return notation == null && co2 != null && energy != null;
  }
}
