package org.carbonbook.factor.value;

import java.io.Serializable;

/**
 * The emission of one gas per unit of one fuel in one factor set: one row of {@code
 * core.emission_factor}. Absent values are null.
 *
 * <p>Combustion CO2: {@code efValue = ncvTjPerUnit * carbonContentTcPerTj * oxidation * 44 / 12}.
 * CH4 and N2O: {@code efValue = ncvTjPerUnit * kgPerTj / 1000}. Computed from left to right in that
 * order, so that the terms rebuild the value to the last bit. Purchased heat has a value only.
 *
 * @param scope 1 for combustion, 2 for purchased heat
 * @param fuel canonical fuel code, e.g. {@code raw_coal}
 * @param gas {@code CO2}, {@code CH4} or {@code N2O}
 * @param sectorGroup {@link SectorGroup#code()}; {@code all} for CO2
 * @param ncv net calorific value as published
 * @param ncvUnit its unit as published, e.g. {@code kJ/kg}
 * @param ncvTjPerUnit the same in TJ per unit of activity
 * @param ncvSource table and row the value is from when not the factor's own row, else null
 * @param activityUnit {@code t}, {@code m3} or {@code GJ}
 * @param carbonContentTcPerTj t C per TJ; CO2 of combustion only
 * @param oxidation fraction of the carbon that is oxidised; CO2 of combustion only
 * @param kgPerTj kg of the gas per TJ; null for purchased heat
 * @param efValue t of the gas per unit of activity
 * @param efUnit e.g. {@code tCO2/t}
 * @param efTPerTce t of the gas per t of standard coal of 29271 kJ/kg, for balances printed in
 *     standard coal; null for purchased heat
 * @param printedEf the rounded factor that the source prints, else null
 * @param region region the factor is for: {@code CN} or {@code world}
 * @param validFrom first activity year, or null
 * @param validTo last activity year, or null
 * @param source publication
 * @param sourceTable file under conf/factors, without .csv
 * @param sourceRow key of the row there
 * @param sourceFile file of the row
 * @param sourceLine line of the row
 * @param flag a known weakness of the row, as a word, else null
 * @param note what the flag means, else null
 * @param takenFrom source the value was borrowed from where the set has none of its own, else null
 * @param reason why this row stands for the fuel, else null
 */
public record EmissionFactor(
    String factorSet,
    int scope,
    String fuel,
    String fuelZh,
    String fuelEn,
    String gas,
    String sectorGroup,
    Double ncv,
    String ncvUnit,
    Double ncvTjPerUnit,
    String ncvSource,
    String activityUnit,
    Double carbonContentTcPerTj,
    Double oxidation,
    Double kgPerTj,
    double efValue,
    String efUnit,
    Double efTPerTce,
    Double printedEf,
    String printedEfUnit,
    String region,
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
    implements Serializable {

  /** Whether the factor may be used for an activity of that year. */
  public boolean isValidIn(int year) {
    return new Validity(validFrom, validTo).contains(year);
  }
}
