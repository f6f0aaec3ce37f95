package org.carbonbook.factor.value;

/**
 * What a standard-coal coefficient counts. {@code conf/bases.csv}, which names the bases of printed
 * figures, calls the first two calorific and coal_equivalent.
 */
public enum CoefficientBasis {
  /** 当量: the heat in the carrier. */
  EQUIVALENT,
  /** 等价: the standard coal burnt to generate a kilowatt-hour. */
  COAL_CONSUMPTION,
  /** The energy used to supply a medium such as water. */
  EMBODIED;

  /** As files and tables write it, e.g. {@code coal_consumption}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
