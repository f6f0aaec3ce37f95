package org.carbonbook.unit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One unit of the registry: its printings, its dimension and its canonical unit.
 *
 * @param id the unit's name here, e.g. {@code 1e4 t}
 * @param zh Chinese printings
 * @param en English printings
 * @param dimension what it measures, e.g. {@code mass}
 * @param canonicalUnit the unit that figures of this unit are counted in
 * @param factor canonical units per unit
 * @param basis the substance basis the unit itself carries ({@code tCO2}), blank when none
 */
public record UnitDefinition(
    String id,
    List<String> zh,
    List<String> en,
    String dimension,
    String canonicalUnit,
    BigDecimal factor,
    String basis)
    implements Serializable {

  public UnitDefinition {
    zh = List.copyOf(zh);
    en = List.copyOf(en);
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("unit " + id + ": factor " + factor + " is not positive");
    }
  }

  /** Whether a figure in this unit can be stated on a basis: the unit carries none, or that one. */
  public boolean isOn(String statedBasis) {
    return basis.isEmpty() || statedBasis.isEmpty() || basis.equals(statedBasis);
  }

  /**
   * A figure in the canonical unit. The product is taken in decimals and rounded once, so that 34.1
   * in 10^4 t is 341000 and not 341000.00000000006.
   *
   * @param value a finite figure in this unit
   */
  public double toCanonical(double value) {
    return new BigDecimal(Double.toString(value)).multiply(factor).doubleValue();
  }
}
