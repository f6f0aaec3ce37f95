package org.carbonbook.factor;

/** A published CH4 or N2O factor of one fuel and sector group, kg per TJ. */
record GasRow(
    String table,
    String row,
    String gas,
    SectorGroup group,
    double kgPerTj,
    Validity validity,
    String source,
    FactorRow place) {}
