package org.carbonbook.building.baseline;

import java.io.Serializable;

/**
 * Daily energy as a function of the day's mean temperature: flat, or with a slope below a heating
 * change point, above a cooling change point, or both (the three- and five-parameter models of
 * ASHRAE Guideline 14).
 *
 * @param kind which slopes it has
 * @param base kWh a day between the change points
 * @param heatingSlope kWh a day for each degree below {@code heatingPoint}; 0 without
 * @param heatingPoint degrees Celsius; NaN without
 * @param coolingSlope kWh a day for each degree above {@code coolingPoint}; 0 without
 * @param coolingPoint degrees Celsius; NaN without
 */
record ChangePointModel(
    Kind kind,
    double base,
    double heatingSlope,
    double heatingPoint,
    double coolingSlope,
    double coolingPoint)
    implements Serializable {

  /** Which slopes a model has, and how many numbers are fitted. */
  enum Kind {
    FLAT(1),
    HEATING(3),
    COOLING(3),
    BOTH(5);

    private final int parameters;

    Kind(int parameters) {
      this.parameters = parameters;
    }

    int parameters() {
      return parameters;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Expected kWh of a day. */
  double expected(double celsius) {
    double energy = base;
    if (heatingSlope != 0) {
      energy += heatingSlope * Math.max(0, heatingPoint - celsius);
    }
    if (coolingSlope != 0) {
      energy += coolingSlope * Math.max(0, celsius - coolingPoint);
    }
    return energy;
  }
}
