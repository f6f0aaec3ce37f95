package org.carbonbook.factor.file;

import java.math.BigDecimal;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.Validity;

/** A published standard-coal coefficient; ncv and its unit are null where none is published. */
public record CoefficientRow(
    String table,
    String row,
    BigDecimal coefficient,
    CoefficientUnit unit,
    CoefficientBasis basis,
    BigDecimal ncv,
    EnergyUnit ncvUnit,
    Validity validity,
    String source,
    FactorRow place) {}
