package org.carbonbook.factor.value;

import java.util.Optional;

/**
 * The groups of sectors for which IPCC 2006 has its own factors: of boilers and stoves (vol. 2,
 * tables 2.2 to 2.5), and of engines (chapter 3) in transport and agriculture.
 */
public enum SectorGroup {
  /** One factor for every sector. */
  ALL,
  ENERGY_INDUSTRIES,
  MANUFACTURING,
  COMMERCIAL,
  RESIDENTIAL_AGRICULTURE,
  TRANSPORT,
  AGRICULTURE;

  /**
   * The group of engines whose other fuels use the factors of this group; empty if there is none.
   */
  public Optional<SectorGroup> findEngines() {
    return switch (this) {
      case COMMERCIAL -> Optional.of(TRANSPORT);
      case RESIDENTIAL_AGRICULTURE -> Optional.of(AGRICULTURE);
      default -> Optional.empty();
    };
  }

  /** As files and tables write it, e.g. {@code energy_industries}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
