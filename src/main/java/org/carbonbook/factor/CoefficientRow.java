package org.carbonbook.factor;

import java.math.BigDecimal;

/** A published standard-coal coefficient; ncv and its unit are null where none is published. */
record CoefficientRow(
    String table,
    String row,
    BigDecimal coefficient,
    CoefficientUnit unit,
    Basis basis,
    BigDecimal ncv,
    EnergyUnit ncvUnit,
    Validity validity,
    String source,
    FactorRow place) {}
