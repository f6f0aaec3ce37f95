package org.carbonbook.building;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonbook.factor.FactorLibrary;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.notice.Notice;

/**
 * Heat content, standard coal and carbon of one unit of each kind of energy. The yearly factor of
 * electricity is the region's own of that year; else the mean of its hourly factors where they
 * cover the year; else what the policy of the first active factor set allows, with a notice.
 */
final class EnergyFactors implements Serializable {

  static final String ELECTRICITY = "electricity";

  private static final long serialVersionUID = 1L;

  private final Map<String, Factor> byKind = new HashMap<>();
  private final Map<String, Yearly> yearly = new HashMap<>();
  private final Map<String, Notice> notices = new TreeMap<>();
  private final GridHours hours;

  /**
   * One kind and unit; each figure may be absent.
   *
   * @param kwh kWh in one unit
   * @param tce t of standard coal in one unit
   * @param kgco2e kg CO2e of one unit
   * @param source where the carbon is from
   */
  record Factor(Double kwh, Double tce, Double kgco2e, String source) implements Serializable {}

  /**
   * The yearly factor of electricity.
   *
   * @param kgco2e kg CO2 per kWh, or null
   * @param basis where it is from, or null
   */
  record Yearly(Double kgco2e, String basis) implements Serializable {}

  /** Of the rows of {@code conf/building/energy_factors.csv}. */
  EnergyFactors(List<Map<String, String>> factors, GridHours hours) {
    this.hours = hours;
    factors.forEach(
        row ->
            byKind.put(
                row.get("energy_kind") + "/" + row.get("unit"),
                new Factor(
                    Cells.number(row, "kwh_per_unit"),
                    Cells.number(row, "tce_per_unit"),
                    Cells.number(row, "kgco2e_per_unit"),
                    row.get("source"))));
  }

  /** The factors of a kind and unit; all absent when the kind has none. */
  Factor of(String kind, String unit) {
    return byKind.getOrDefault(kind + "/" + unit, new Factor(null, null, null, null));
  }

  /** Finds the yearly factor of a region and year once, and keeps it. */
  void resolve(FactorLibrary library, String region, int year) {
    yearly.computeIfAbsent(region + "/" + year, none -> find(library, region, year));
  }

  private Yearly find(FactorLibrary library, String region, int year) {
    double mean = hours.meanOfYear(region, year);
    boolean known = library.findRegion(region).isPresent() && !library.listActiveSets().isEmpty();
    if (!known && !Double.isNaN(mean)) {
      return new Yearly(mean, "mean of the hourly factors of %s in %d".formatted(region, year));
    }
    GridFactorResult result =
        known ? library.findGridFactor(library.listActiveSets().get(0).name(), region, year) : null;
    if (result instanceof GridFactorResult.Fallback && !Double.isNaN(mean)) {
      return new Yearly(mean, "mean of the hourly factors of %s in %d".formatted(region, year));
    }
    if (result == null || result.findFactor().isEmpty()) {
      notices.put(
          region + "/" + year,
          Notice.of(
              BuildingNotice.GRID_FACTOR_MISSING,
              "electricity of region %s in %d".formatted(region, year),
              result == null
                  ? "the region is none of conf/regions.csv and has no hourly factors of the year"
                  : result.findReason().orElse("no factor"),
              "state region_code in the registry of buildings, or send grid_carbon.csv"));
      return new Yearly(null, null);
    }
    GridFactor factor = result.findFactor().get();
    result
        .findReason()
        .ifPresent(
            reason ->
                notices.put(
                    region + "/" + year,
                    Notice.of(
                        BuildingNotice.GRID_FACTOR_FALLBACK,
                        "electricity of region %s in %d".formatted(region, year),
                        reason,
                        "add a factor to conf/factors/%s.csv if one is published"
                            .formatted(factor.factorTable()))));
    return new Yearly(factor.kgCo2PerKwh(), factor.label() + ", " + factor.source());
  }

  Yearly yearly(String region, int year) {
    return yearly.getOrDefault(region + "/" + year, new Yearly(null, null));
  }

  List<Notice> notices() {
    return List.copyOf(notices.values());
  }
}
