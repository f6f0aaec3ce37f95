package org.carbonbook.factor.grid;

import java.io.Serializable;
import java.util.List;

/**
 * Which grid factors a set may use, and what it does where the region or the year has none.
 *
 * @param table file under conf/factors, without .csv
 * @param series series that may be used, e.g. {@code average}
 * @param accept statuses that may be used; never {@code rejected}
 * @param fallback what happens without an exact factor
 * @param maxYearGap how many years a factor may be away
 */
public record GridPolicy(
    String table, List<String> series, List<String> accept, Fallback fallback, int maxYearGap)
    implements Serializable {

  /** What happens where the region or the year has no factor of its own. */
  public enum Fallback {
    NONE,
    WIDER_AREA_SAME_YEAR,
    GRID_REGION_NEAREST_YEAR;

    /** As {@code conf/factor-sets.yaml} writes it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public GridPolicy {
    series = List.copyOf(series);
    accept = List.copyOf(accept);
  }

  boolean accepts(GridFactor factor) {
    return factor.factorTable().equals(table)
        && series.contains(factor.series())
        && accept.contains(factor.status())
        && !factor.status().equals(GridFactor.REJECTED);
  }
}
