package org.carbonbook.statistics.forecast;

import java.io.Serializable;

/** How many years to forecast, how many to hold back, one less the confidence of the limits. */
record ForecastPlan(int years, int heldBack, double alpha) implements Serializable {

  ForecastPlan {
    if (years < 1 || heldBack < 1 || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "years and held-back years are at least 1 and alpha is between 0 and 1, not %d, %d, %s"
              .formatted(years, heldBack, alpha));
    }
  }
}
