package org.carbonbook.attribution;

import org.carbonbook.lake.Origin;

/**
 * CO2 and energy of one row and one column of a balance.
 *
 * @param scope 1 burnt in the region, 2 bought or sent out
 * @param sector row, a sector of the footprint
 * @param fuel column
 * @param co2 emission in t CO2; null where it has a notation instead
 * @param energy energy in tce; null where it has a notation instead
 * @param notation NE, IE … where nothing is counted, or null
 * @param origin how the figure came to be
 * @param factor factor of the emission; null where no factor was applied
 */
record EmissionFigure(
    int scope,
    String sector,
    String fuel,
    Double co2,
    Double energy,
    String notation,
    Origin origin,
    AppliedFactor factor) {

  /**
   * Whether two figures have different factors, so that their emission per energy may differ for
   * that reason.
   */
  boolean hasOtherFactor(EmissionFigure other) {
    return factor != null && other.factor != null && !factor.id().equals(other.factor.id());
  }

  boolean isCounted() {
    return notation == null && co2 != null && energy != null;
  }
}
