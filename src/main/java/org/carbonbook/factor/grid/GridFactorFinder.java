package org.carbonbook.factor.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.notice.Notice;

/**
 * Finds the grid factor of a region and year by a set's policy. Of factors that may be used, the
 * nearest year wins, of two as near the narrower area (region, its province, its grid), then the
 * earlier year. A province never falls back to the national average, nor the nation to a grid.
 */
public final class GridFactorFinder {
  private final RegionList regions;
  private final List<GridFactor> factors;

  public GridFactorFinder(RegionList regions, List<GridFactor> factors) {
    this.regions = regions;
    this.factors = factors;
  }

  /** A usable factor with its distance from what was asked for. */
  private record Candidate(GridFactor factor, int width, int yearGap) {
    boolean isExact() {
      return width == 0 && yearGap == 0;
    }
  }

  /**
   * The factor for a region and year.
   *
   * @param factorSet the set's name, for messages
   */
  public GridFactorResult find(String factorSet, GridPolicy policy, String regionCode, int year) {
    Optional<Region> region = regions.find(regionCode);
    String place = factorSet + " grid factor " + regionCode + " " + year;
    if (region.isEmpty()) {
      return none(
          GridFactorNotice.REGION_UNKNOWN,
          place,
          "no region " + regionCode,
          "Add it to conf/regions.csv with its grid");
    }
    Optional<Candidate> best =
        candidates(policy, region.get(), year).stream()
            .filter(c -> c.isExact() || allows(policy, c))
            .min(
                Comparator.comparingInt(Candidate::yearGap)
                    .thenComparingInt(Candidate::width)
                    .thenComparingInt(c -> c.factor.year())
                    .thenComparingInt(c -> policy.series().indexOf(c.factor.series())));
    return best.map(c -> result(c, policy, region.get(), place, year))
        .orElseGet(() -> noneUsable(policy, region.get(), place, year));
  }

  /**
   * The factor of one series for exactly a year: the region's own, else that of the nearest area
   * above it, the nation included.
   */
  public Optional<GridFactor> findOfYear(
      GridPolicy policy, String series, String regionCode, int year) {
    GridPolicy ofSeries =
        new GridPolicy(policy.table(), List.of(series), policy.accept(), policy.fallback(), 0);
    Optional<Region> at = regions.find(regionCode);
    while (at.isPresent()) {
      Region region = at.get();
      Optional<GridFactor> found =
          factors.stream()
              .filter(f -> f.year() == year && ofSeries.accepts(f) && width(f, region) >= 0)
              .min(Comparator.comparingInt(f -> width(f, region)));
      if (found.isPresent()) {
        return found;
      }
      at = regions.find(region.parent());
    }
    return Optional.empty();
  }

  private List<Candidate> candidates(GridPolicy policy, Region region, int year) {
    List<Candidate> candidates = new ArrayList<>();
    for (GridFactor factor : factors) {
      int width = width(factor, region);
      if (policy.accepts(factor) && width >= 0) {
        candidates.add(new Candidate(factor, width, Math.abs(factor.year() - year)));
      }
    }
    return candidates;
  }

  /** 0 the region itself, 1 its province, 2 its grid, -1 not an area of the region. */
  private static int width(GridFactor factor, Region region) {
    if (region.regionCode().equals(factor.regionCode())) {
      return 0;
    }
    if (region.level().equals("city") && region.parent().equals(factor.regionCode())) {
      return 1;
    }
    boolean isGrid =
        factor.level().equals("grid") && factor.areaZh().equals(region.gridIn(factor.year()));
    return isGrid ? 2 : -1;
  }

  private static boolean allows(GridPolicy policy, Candidate candidate) {
    return switch (policy.fallback()) {
      case NONE -> false;
      case WIDER_AREA_SAME_YEAR -> candidate.yearGap == 0;
      case GRID_REGION_NEAREST_YEAR -> candidate.yearGap <= policy.maxYearGap();
    };
  }

  private static GridFactorResult result(
      Candidate best, GridPolicy policy, Region region, String place, int year) {
    if (best.isExact()) {
      return new GridFactorResult.Exact(best.factor);
    }
    String reason =
        region.zh()
            + " "
            + year
            + ": no factor of its own; "
            + policy.fallback().code()
            + " took "
            + best.factor.label()
            + (best.yearGap == 0 ? "" : ", " + best.yearGap + " years away");
    Notice notice =
        Notice.of(
            GridFactorNotice.GRID_FACTOR_FALLBACK,
            place,
            reason,
            "Add a factor to conf/factors/" + policy.table() + ".csv if one is published");
    return new GridFactorResult.Fallback(best.factor, reason, notice);
  }

  private static GridFactorResult noneUsable(
      GridPolicy policy, Region region, String place, int year) {
    return none(
        GridFactorNotice.GRID_FACTOR_NONE,
        place,
        region.zh()
            + " "
            + year
            + ": no usable factor of the region, its province or its grid under "
            + policy.fallback().code()
            + " within "
            + policy.maxYearGap()
            + " years",
        "Add a factor to conf/factors/"
            + policy.table()
            + ".csv, or change grid in conf/factor-sets.yaml");
  }

  private static GridFactorResult none(
      GridFactorNotice code, String place, String reason, String remedy) {
    return new GridFactorResult.None(reason, Notice.of(code, place, reason, remedy));
  }
}
