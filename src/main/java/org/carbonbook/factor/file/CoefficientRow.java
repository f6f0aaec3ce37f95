package org.carbonbook.factor.file;

import java.math.BigDecimal;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.Validity;
import org.carbonbook.unit.UnitRatio;

/** A published standard-coal coefficient; ncv and its unit are null where none is published. */
public record CoefficientRow(
    String table,
    String row,
    BigDecimal coefficient,
    UnitRatio unit,
    CoefficientBasis basis,
    BigDecimal ncv,
    UnitRatio ncvUnit,
    Validity validity,
    String source,
    FactorRow place) {

  /** The net calorific value in TJ per unit of activity. */
  public BigDecimal ncvTjPerUnit() {
    return FactorUnits.tjPerUnit(ncvUnit, ncv);
  }
}
