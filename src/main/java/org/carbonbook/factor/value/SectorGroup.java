package org.carbonbook.factor.value;

/** The groups of sectors for which IPCC 2006 (vol. 2, tables 2.2 to 2.5) has its own factors. */
public enum SectorGroup {
  /** One factor for every sector. */
  ALL,
  ENERGY_INDUSTRIES,
  MANUFACTURING,
  COMMERCIAL,
  RESIDENTIAL_AGRICULTURE;

  /** As files and tables write it, e.g. {@code energy_industries}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
