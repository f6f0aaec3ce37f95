package org.carbonbook.factor.set;

import java.io.Serializable;
import org.carbonbook.factor.grid.GridPolicy;
import org.carbonbook.factor.value.Validity;

/**
 * A named choice of factors, from {@code conf/factor-sets.yaml}.
 *
 * @param isActive whether a run computes it
 * @param co2Fuels mapping of fuels to CO2 rows
 * @param gasTable table of CH4 and N2O, or null: CO2 only
 * @param gasFuels mapping of fuels to its rows, or null
 * @param mobileTable table of CH4 and N2O of engines, or null: engines use the factors of boilers
 * @param gwpReport assessment report, e.g. {@code AR5}
 * @param tceFuels mapping of fuels to standard-coal coefficients
 * @param heatTable table of the factor of purchased heat, or null: not estimated
 * @param heatRow row there, or null
 * @param validFrom first activity year, or null
 * @param validTo last activity year, or null
 */
public record FactorSet(
    String name,
    String zh,
    String en,
    boolean isActive,
    String co2Fuels,
    String gasTable,
    String gasFuels,
    String mobileTable,
    String gwpReport,
    int gwpHorizonYears,
    String tceFuels,
    GridPolicy grid,
    String heatTable,
    String heatRow,
    Integer validFrom,
    Integer validTo)
    implements Serializable {

  Validity validity() {
    return new Validity(validFrom, validTo);
  }
}
