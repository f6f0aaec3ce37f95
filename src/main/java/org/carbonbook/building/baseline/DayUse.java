package org.carbonbook.building.baseline;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A day of one kind of energy at a building whose hours are all covered.
 *
 * @param day the local day
 * @param kwh its energy
 * @param celsius its mean temperature, NaN when unknown
 * @param isWorkday whether it is a workday of the building's calendar
 */
record DayUse(LocalDate day, double kwh, double celsius, boolean isWorkday)
    implements Serializable {

  boolean hasWeather() {
    return !Double.isNaN(celsius);
  }
}
