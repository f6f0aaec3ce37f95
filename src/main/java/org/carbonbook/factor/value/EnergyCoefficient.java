package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * Standard coal per unit of one fuel or carrier: one row of {@code core.energy_coefficient}.
 * Electricity has two, one per basis. Absent values are null.
 *
 * @param basis {@link CoefficientBasis#code()}
 * @param coefficient as published, in coefficientUnit (kgce per kg, m3, kWh, MJ)
 * @param tcePerUnit tce per unit of activity
 * @param activityUnit {@code t}, {@code m3}, {@code kWh}, {@code GJ} or {@code tce}
 * @param rangeLow lower end where a range is published, else null
 * @param rangeHigh upper end where a range is published, else null
 * @param ncv net calorific value published with it, else null
 * @param flag {@code corrected}, {@code range}, {@code derived}, {@code published} …, else null
 */
public record EnergyCoefficient(
    String factorSet,
    String fuel,
    String fuelZh,
    String fuelEn,
    String basis,
    double coefficient,
    String coefficientUnit,
    double tcePerUnit,
    String activityUnit,
    Double rangeLow,
    Double rangeHigh,
    Double ncv,
    String ncvUnit,
    Integer validFrom,
    Integer validTo,
    String source,
    String sourceTable,
    String sourceRow,
    String sourceFile,
    int sourceLine,
    String flag,
    String note,
    String takenFrom,
    String reason)
    implements Serializable {}
