package org.carbonbook.attribution;

import java.util.Objects;

/**
 * The factor that an emission was computed with.
 *
 * @param id row of {@code core.emission_factor} or {@code core.grid_factor}
 * @param area area that it is of: a region, a grid, or a set of all areas
 * @param year year that it is of; null where it holds for all years, as factors of fuels do
 */
record AppliedFactor(String id, String area, Integer year) {

  /** Whether both are of one area, so that their difference is one of the years. */
  boolean isOfSameArea(AppliedFactor other) {
    return Objects.equals(area, other.area);
  }

  /** Whether it is a factor of a year, as those of grids are. */
  boolean isOfYear() {
    return year != null;
  }
}
