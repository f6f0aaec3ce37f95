package org.carbonbook.factor;

/** What a quantity of standard coal stands for; the codes are those of {@code conf/bases.csv}. */
public enum Basis {
  /** 当量: the heat in the carrier. */
  CALORIFIC,
  /** 等价: the standard coal burnt to generate a kilowatt-hour. */
  COAL_EQUIVALENT,
  /** The energy used to supply a medium such as water. */
  EMBODIED;

  /** As files and tables write it, e.g. {@code coal_equivalent}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
