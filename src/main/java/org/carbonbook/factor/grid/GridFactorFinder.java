package org.carbonbook.factor.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.notice.Notice;

/**
 * Finds grid factors by a set's policy. The narrower area comes first (region, its province, its
 * grid), then the nearer year; of two years at the same distance, the earlier one. A series of
 * years takes one area where one has a factor for every year, so that a change of the factor is a
 * change of the grid and not of the area. A province never falls back to the national average, nor
 * the nation to a grid.
 */
public final class GridFactorFinder {
  private static final Comparator<Candidate> NARROWEST_THEN_NEAREST =
      Comparator.comparingInt(Candidate::width)
          .thenComparingInt(Candidate::yearGap)
          .thenComparingInt(c -> c.factor.year())
          .thenComparingInt(Candidate::preference);

  private final RegionList regions;
  private final List<GridFactor> factors;

  public GridFactorFinder(RegionList regions, List<GridFactor> factors) {
    this.regions = regions;
    this.factors = factors;
  }

  /**
   * A factor with its distance from what was asked for.
   *
   * @param width 0 the region itself, 1 its province, 2 its grid
   * @param preference place of its series in the policy
   */
  private record Candidate(GridFactor factor, int width, int yearGap, int preference) {
    boolean isExact() {
      return width == 0 && yearGap == 0;
    }

    /** What must not change within a series. */
    Line line() {
      return new Line(width, factor.series());
    }
  }

  /** Factors that may form one series: of one area level and one method. */
  private record Line(int width, String series) {}

  /**
   * The factors for one region in several years: of the narrowest area that has one for each year;
   * where no area has, the narrowest of each year, and every change of area is a break. Years for
   * which no area has a factor have none and do not count.
   *
   * @param factorSet the set's name, for messages
   */
  public GridFactorSeries findSeries(
      String factorSet, GridPolicy policy, String regionCode, Collection<Integer> years) {
    SortedSet<Integer> asked = new TreeSet<>(years);
    SortedMap<Integer, GridFactorResult> results = new TreeMap<>();
    Optional<Region> region = regions.find(regionCode);
    if (region.isEmpty()) {
      asked.forEach(year -> results.put(year, unknown(place(factorSet, regionCode, year))));
      return new GridFactorSeries(results, Set.of(), null);
    }
    SortedMap<Integer, Candidate> chosen = choose(policy, region.get(), asked);
    for (int year : asked) {
      String place = place(factorSet, regionCode, year);
      Candidate candidate = chosen.get(year);
      results.put(
          year,
          candidate == null
              ? noneUsable(policy, region.get(), place, year)
              : result(candidate, policy, region.get(), place, year));
    }
    SortedMap<Integer, String> breaks = breaks(chosen);
    return new GridFactorSeries(
        results, breaks.keySet(), breakNotice(factorSet, region.get(), breaks));
  }

  /**
   * Every plausible factor: for each area of the region and each series that the policy uses or
   * shows, the factor of the nearest year within the policy's limit.
   */
  public List<GridFactor> listCandidates(GridPolicy policy, String regionCode, int year) {
    Map<Line, Candidate> nearest = new LinkedHashMap<>();
    regions
        .find(regionCode)
        .map(region -> candidates(policy, region, year, true))
        .orElse(List.of())
        .forEach(candidate -> nearest.putIfAbsent(candidate.line(), candidate));
    return nearest.values().stream().map(Candidate::factor).toList();
  }

  /**
   * The factor of one series for exactly a year: the region's own, else that of the nearest area
   * above it, the nation included.
   */
  public Optional<GridFactor> findOfYear(
      GridPolicy policy, String series, String regionCode, int year) {
    List<GridFactor> ofYear =
        factors.stream()
            .filter(f -> f.year() == year && f.series().equals(series))
            .filter(f -> f.factorTable().equals(policy.table()))
            .filter(f -> policy.accept().contains(f.status()))
            .toList();
    Optional<Region> at = regions.find(regionCode);
    while (at.isPresent()) {
      Region region = at.get();
      Optional<GridFactor> found =
          ofYear.stream()
              .filter(f -> width(f, region) >= 0)
              .min(Comparator.comparingInt(f -> width(f, region)));
      if (found.isPresent()) {
        return found;
      }
      at = regions.find(region.parent());
    }
    return Optional.empty();
  }

  private SortedMap<Integer, Candidate> choose(
      GridPolicy policy, Region region, SortedSet<Integer> years) {
    SortedMap<Integer, List<Candidate>> usable = new TreeMap<>();
    for (int year : years) {
      List<Candidate> candidates =
          candidates(policy, region, year, false).stream()
              .filter(c -> c.isExact() || allows(policy, c))
              .toList();
      if (!candidates.isEmpty()) {
        usable.put(year, candidates);
      }
    }
    Optional<Line> common =
        usable.values().stream()
            .flatMap(List::stream)
            .sorted(NARROWEST_THEN_NEAREST)
            .map(Candidate::line)
            .distinct()
            .filter(line -> usable.values().stream().allMatch(of -> find(of, line).isPresent()))
            .findFirst();
    SortedMap<Integer, Candidate> chosen = new TreeMap<>();
    usable.forEach(
        (year, candidates) ->
            chosen.put(
                year, common.flatMap(line -> find(candidates, line)).orElse(candidates.get(0))));
    return chosen;
  }

  private static Optional<Candidate> find(List<Candidate> candidates, Line line) {
    return candidates.stream().filter(c -> c.line().equals(line)).findFirst();
  }

  /** The factors of a region's areas, the narrowest and nearest first. */
  private List<Candidate> candidates(
      GridPolicy policy, Region region, int year, boolean withRange) {
    List<Candidate> candidates = new ArrayList<>();
    for (GridFactor factor : factors) {
      int width = width(factor, region);
      int gap = Math.abs(factor.year() - year);
      boolean taken = withRange ? policy.shows(factor) : policy.accepts(factor);
      if (taken && width >= 0 && gap <= Math.max(policy.maxYearGap(), 0)) {
        int preference = policy.series().indexOf(factor.series());
        candidates.add(
            new Candidate(factor, width, gap, preference < 0 ? Integer.MAX_VALUE : preference));
      }
    }
    candidates.sort(NARROWEST_THEN_NEAREST);
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
    int limit = candidate.width < 2 ? policy.ownMaxYearGap() : policy.maxYearGap();
    return switch (policy.fallback()) {
      case NONE -> false;
      case WIDER_AREA_SAME_YEAR -> candidate.yearGap == 0;
      case GRID_REGION_NEAREST_YEAR -> candidate.yearGap <= limit;
    };
  }

  /** The years whose area or series differs from that of the year before, with both named. */
  private static SortedMap<Integer, String> breaks(SortedMap<Integer, Candidate> chosen) {
    SortedMap<Integer, String> breaks = new TreeMap<>();
    Candidate before = null;
    for (Map.Entry<Integer, Candidate> each : chosen.entrySet()) {
      GridFactor factor = each.getValue().factor;
      if (before != null
          && !(before.factor.areaZh().equals(factor.areaZh())
              && before.factor.series().equals(factor.series()))) {
        breaks.put(each.getKey(), before.factor.label() + " -> " + factor.label());
      }
      before = each.getValue();
    }
    return breaks;
  }

  private static Notice breakNotice(
      String factorSet, Region region, SortedMap<Integer, String> breaks) {
    if (breaks.isEmpty()) {
      return null;
    }
    List<String> named = new ArrayList<>();
    breaks.forEach((year, change) -> named.add(year + ": " + change));
    return Notice.of(
        GridFactorNotice.GRID_FACTOR_AREA_BREAK,
        factorSet + " grid factor " + region.regionCode(),
        region.zh()
            + ": no area has a factor for every year, so the series breaks in "
            + String.join("; ", named),
        "do not read the change over these years as a change of the grid");
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
            "add a factor to conf/factors/" + policy.table() + ".csv if one is published");
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
        "add a factor to conf/factors/"
            + policy.table()
            + ".csv, or change grid in conf/factor-sets.yaml");
  }

  private static GridFactorResult unknown(String place) {
    return none(
        GridFactorNotice.REGION_UNKNOWN,
        place,
        "no such region",
        "add it to conf/regions.csv with its grid");
  }

  private static GridFactorResult none(
      GridFactorNotice code, String place, String reason, String remedy) {
    return new GridFactorResult.None(reason, Notice.of(code, place, reason, remedy));
  }

  private static String place(String factorSet, String regionCode, int year) {
    return factorSet + " grid factor " + regionCode + " " + year;
  }
}
