package org.carbonbook.building;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.factor.grid.GridFactorSeries;
import org.carbonbook.notice.Notice;

/**
 * The yearly factors of electricity by region. Location-based: what the policy of the default
 * factor set finds, which is the region's own province before any wider area; only a region without
 * a published factor takes the mean of its hourly factors. Market-based: the residual mix of
 * exactly the year, or nothing.
 */
final class ElectricityFactors implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String RESIDUAL = "residual";
  private static final String HOURLY_MEAN = "hourly_mean";

  private final Map<String, Map<Integer, Applied>> location = new TreeMap<>();
  private final Map<String, Map<Integer, Applied>> residual = new TreeMap<>();
  private final Map<String, Notice> notices = new TreeMap<>();
  private final GridHours hours;

  /**
   * A factor of electricity that is applied in a year.
   *
   * @param kgCo2PerKwh kg CO2 per kWh
   * @param area the area it is of
   * @param level what kind of area: province, grid, nation or hourly_mean
   * @param year the year it is of
   * @param id the row it is from, as {@code core.grid_factor} names it
   * @param basis area, year, figure and publication for readers
   */
  record Applied(
      Double kgCo2PerKwh, String area, String level, Integer year, String id, String basis)
      implements Serializable {}

  /** Where no factor is known. */
  static final Applied NONE = new Applied(null, null, null, null, null, null);

  ElectricityFactors(GridHours hours) {
    this.hours = hours;
  }

  /** Finds the factors of a region for some years. */
  void resolve(FactorTables factors, String region, Set<Integer> years) {
    Map<Integer, Applied> found = new TreeMap<>();
    Map<Integer, Applied> mix = new TreeMap<>();
    GridFactorSeries series =
        factors
            .findRegion(region)
            .flatMap(known -> factors.findDefaultSet())
            .map(set -> factors.findGridFactors(set, region, years))
            .orElse(null);
    for (int year : years) {
      found.put(year, findLocation(series == null ? null : series.get(year), region, year));
      mix.put(year, findResidual(factors, region, year));
    }
    location.put(region, found);
    residual.put(region, mix);
    reportBreak(region, found);
  }

  private Applied findLocation(GridFactorResult result, String region, int year) {
    if (result != null && result.findFactor().isPresent()) {
      GridFactor factor = result.findFactor().get();
      result.findReason().ifPresent(reason -> reportFallback(region, year, reason, factor));
      return applied(factor);
    }
    double mean = hours.meanOfYear(region, year);
    if (!Double.isNaN(mean)) {
      return new Applied(
          mean,
          region,
          HOURLY_MEAN,
          year,
          "grid_carbon/%s/%d".formatted(region, year),
          "mean of the hourly factors of %s in %d".formatted(region, year));
    }
    notices.put(
        region + "/" + year,
        Notice.of(
            BuildingNotice.GRID_FACTOR_MISSING,
            "electricity of region %s in %d".formatted(region, year),
            result == null
                ? "the region is not in conf/regions.csv and has no hourly factors of the year"
                : result.findReason().orElse("no factor"),
            "state region in the registry of buildings, or send grid_carbon.csv"));
    return NONE;
  }

  private static Applied findResidual(FactorTables factors, String region, int year) {
    return factors
        .findDefaultSet()
        .flatMap(set -> factors.findGridFactorOfYear(set, RESIDUAL, region, year))
        .map(ElectricityFactors::applied)
        .orElse(NONE);
  }

  private static Applied applied(GridFactor factor) {
    return new Applied(
        factor.kgCo2PerKwh(),
        factor.areaZh(),
        factor.level(),
        factor.year(),
        factor.id(),
        factor.label() + ", " + factor.source());
  }

  private void reportFallback(String region, int year, String reason, GridFactor factor) {
    notices.put(
        region + "/" + year,
        Notice.of(
            BuildingNotice.GRID_FACTOR_FALLBACK,
            "electricity of region %s in %d".formatted(region, year),
            reason,
            "add a factor to conf/factors/%s.csv if one is published"
                .formatted(factor.factorTable())));
  }

  /** Two areas in one series are a break: its carbon changes although no energy did. */
  private void reportBreak(String region, Map<Integer, Applied> found) {
    Map<String, List<Integer>> years =
        found.entrySet().stream()
            .filter(entry -> entry.getValue().area() != null)
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getValue().area(),
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    if (years.size() > 1) {
      notices.put(
          region + "/break",
          Notice.of(
              BuildingNotice.GRID_FACTOR_BREAK,
              "electricity of region " + region,
              "factors of %d areas apply: %s".formatted(years.size(), years),
              "do not compare the carbon of these years; compare their kWh, or add factors of one"
                  + " area"));
    }
  }

  /** The location-based factor. */
  Applied location(String region, int year) {
    return of(location, region, year);
  }

  /** The residual mix: electricity that no contract claims. */
  Applied residual(String region, int year) {
    return of(residual, region, year);
  }

  private static Applied of(Map<String, Map<Integer, Applied>> factors, String region, int year) {
    Map<Integer, Applied> years = region == null ? null : factors.get(region);
    return years == null ? NONE : years.getOrDefault(year, NONE);
  }

  /** What months follow from, a text for each region. */
  Stream<String> texts() {
    return Stream.concat(location.entrySet().stream(), residual.entrySet().stream())
        .map(Object::toString);
  }

  List<Notice> notices() {
    return List.copyOf(notices.values());
  }
}
