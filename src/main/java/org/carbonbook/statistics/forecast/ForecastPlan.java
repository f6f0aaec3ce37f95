package org.carbonbook.statistics.forecast;

import java.io.Serializable;

/**
 * How far a forecast goes and how it is tested.
 *
 * @param years the number of years to forecast
 * @param heldBack the number of years that the back-test holds back
 * @param alpha one minus the confidence of the limits, e.g. 0.05
 */
public record ForecastPlan(int years, int heldBack, double alpha) implements Serializable {

  /** Checks the numbers. */
  public ForecastPlan {
    if (years < 1 || heldBack < 1 || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "years and held-back years are at least 1 and alpha is between 0 and 1, not %d, %d, %s"
              .formatted(years, heldBack, alpha));
    }
  }
}
