package org.carbonbook.transport;

/**
 * What one vehicle did in one month: metres, and millionths of the units in which its fuel and
 * electricity are counted.
 */
final class FleetMonth {

  long metresMeasured;
  long metresEstimated;
  long fuelUsed;
  long fuelEstimated;
  long chargedUsed;
  long chargedEstimated;

  /** Fuel and distance between full fills, of the fills of the month that close such a distance. */
  long fullFuel;

  long fullMetres;

  /** Seconds of the month that lie between two readings. */
  long coveredS;

  long metres() {
    return metresMeasured + metresEstimated;
  }

  long fuel() {
    return fuelUsed + fuelEstimated;
  }

  long charged() {
    return chargedUsed + chargedEstimated;
  }

  boolean isEstimated() {
    return metresEstimated != 0 || fuelEstimated != 0 || chargedEstimated != 0;
  }
}
