package org.carbonbook.attribution;

import java.util.Optional;

/** What a figure in some prices is multiplied with to be in those of the base year. */
interface PriceScale {

  /** The scale of one figure, if the inputs have what it needs. */
  Optional<Scale> findScale(ObservedFigure figure);

  /**
   * A price scale and its description.
   *
   * @param value the number
   * @param how in words, for those who trace a figure
   */
  record Scale(double value, String how) {}
}
