package org.carbonbook.factor.file;

import java.math.BigDecimal;
import java.util.Optional;
import org.carbonbook.unit.UnitRatio;
import org.carbonbook.unit.UnitRegistry;

/** The units that factor tables print, in terms of the registry of {@code conf/units.csv}. */
final class FactorUnits {

  static final String COEFFICIENTS =
      "use standard coal per mass, volume or energy in units of conf/units.csv, e.g. kgce/kg";
  static final String HEAT_CONTENTS =
      "use energy per mass, volume or energy in units of conf/units.csv, e.g. kJ/kg or GJ/1e4m3";
  static final String EMISSIONS =
      "use CO2 per mass, volume or energy in units of conf/units.csv, e.g. tCO2/t or kgCO2/TJ";

  private static final int GJ_PER_TJ = 3;

  private final UnitRegistry units;

  FactorUnits(UnitRegistry units) {
    this.units = units;
  }

  /** The unit of a standard-coal coefficient; canonical: tce per unit of activity. */
  Optional<UnitRatio> findCoefficient(String printing) {
    return find(printing, "tce");
  }

  /** The unit of a net calorific value; canonical: GJ per unit of activity. */
  Optional<UnitRatio> findHeatContent(String printing) {
    return find(printing, "GJ");
  }

  /** The unit of an emission factor of CO2; canonical: t CO2 per unit of activity. */
  Optional<UnitRatio> findEmission(String printing) {
    return find(printing, "tCO2");
  }

  /** A net calorific value in TJ per unit of activity. */
  static BigDecimal tjPerUnit(UnitRatio unit, BigDecimal ncv) {
    return unit.toCanonical(ncv).scaleByPowerOfTen(-GJ_PER_TJ);
  }

  private Optional<UnitRatio> find(String printing, String counted) {
    return units
        .findRatio(printing)
        .filter(ratio -> ratio.numerator().canonicalUnit().equals(counted));
  }
}
