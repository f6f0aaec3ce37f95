package org.carbonbook.factor.grid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which grid factors a set may use, and the fallback for regions and years without a factor.
 *
 * @param table file under conf/factors, without .csv
 * @param series series that may be used, e.g. {@code average}
 * @param rangeSeries series that are shown beside the chosen factor and never used
 * @param accept statuses that may be used; never {@code rejected}
 * @param fallback what happens without an exact factor
 * @param maxYearGap how many years a factor may be away
 * @param ownMaxYearGap how many years a factor of the region itself or its province may be away
 */
public record GridPolicy(
    String table,
    List<String> series,
    List<String> rangeSeries,
    List<String> accept,
    Fallback fallback,
    int maxYearGap,
    int ownMaxYearGap)
    implements Serializable {

  /** The fallback for regions and years without a factor of their own. */
  public enum Fallback {
    NONE,
    WIDER_AREA_SAME_YEAR,
    GRID_REGION_NEAREST_YEAR;

    /** As {@code conf/factor-sets.yaml} writes it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The fallback that a code means. */
    public static Optional<Fallback> findByCode(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /**
     * The fallback that a code means.
     *
     * @throws IllegalArgumentException when it means none
     */
    public static Fallback getByCode(String code) {
      return findByCode(code)
          .orElseThrow(() -> new IllegalArgumentException("no fallback '" + code + "'"));
    }
  }

  public GridPolicy {
    series = List.copyOf(series);
    rangeSeries = List.copyOf(rangeSeries);
    accept = List.copyOf(accept);
  }

  /** Whether the policy may use a factor. */
  boolean accepts(GridFactor factor) {
    return series.contains(factor.series()) && isSound(factor);
  }

  /** Whether a factor belongs to the range that is published beside the chosen one. */
  boolean shows(GridFactor factor) {
    return (series.contains(factor.series()) || rangeSeries.contains(factor.series()))
        && isSound(factor);
  }

  private boolean isSound(GridFactor factor) {
    return factor.factorTable().equals(table)
        && accept.contains(factor.status())
        && !factor.status().equals(GridFactor.REJECTED);
  }
}
