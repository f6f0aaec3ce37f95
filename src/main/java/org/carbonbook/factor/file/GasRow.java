package org.carbonbook.factor.file;

import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.factor.value.Validity;

/** A published CH4 or N2O factor of one fuel and sector group, kg per TJ. */
public record GasRow(
    String table,
    String row,
    String gas,
    SectorGroup group,
    double kgPerTj,
    Validity validity,
    String source,
    FactorRow place) {}
