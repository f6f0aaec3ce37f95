package org.carbonbook.statistics.decoupling;

/**
 * The decoupling index of the OECD (2002, Indicators to Measure Decoupling of Environmental
 * Pressure from Economic Growth, SG/SD(2002)1): the ratio of the pressure per unit of driver at the
 * end to that at the start, and the factor 1 - ratio, above zero where the two decouple.
 *
 * @param ratio pressure per driver at the end over that at the start
 * @param factor 1 - ratio
 */
public record OecdDecoupling(double ratio, double factor) {

  /** From the values at both ends; all but the last pressure must be positive. */
  static OecdDecoupling of(
      double pressureStart, double pressureEnd, double driverStart, double driverEnd) {
    double ratio = pressureEnd / driverEnd / (pressureStart / driverStart);
    return new OecdDecoupling(ratio, 1 - ratio);
  }
}
