package org.carbonbook.building;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.notice.Notice;

/**
 * Heat content, standard coal and carbon of one unit of each kind of energy. The yearly factor of
 * electricity is the region's own of that year; else the mean of its hourly factors where they
 * cover the year; else what the policy of the default factor set allows, with a notice.
 */
final class EnergyFactors implements Serializable {

  static final String ELECTRICITY = "electricity";

  private static final long serialVersionUID = 1L;

  private final Map<String, Conversion> byKind = new HashMap<>();
  private final Map<String, Yearly> yearly = new HashMap<>();
  private final Map<String, Notice> notices = new TreeMap<>();
  private final GridHours hours;

  /**
   * One kind and unit; each figure may be null.
   *
   * @param kwh kWh in one unit
   * @param tce t of standard coal in one unit
   * @param kgco2e kg CO2e of one unit
   * @param source where the carbon is from
   */
  record Conversion(Double kwh, Double tce, Double kgco2e, String source) implements Serializable {}

  /**
   * The yearly factor of electricity.
   *
   * @param kgco2e kg CO2 per kWh, or null
   * @param basis where it is from, or null
   */
  record Yearly(Double kgco2e, String basis) implements Serializable {}

  /** Of the rows of {@code conf/building/energy_factors.csv}. */
  EnergyFactors(ConfTable factors, GridHours hours) {
    this.hours = hours;
    for (ConfRow row : factors.rows()) {
      byKind.put(
          row.filled("energy_kind") + "/" + row.filled("unit"),
          new Conversion(
              number(row, "kwh_per_unit"),
              number(row, "tce_per_unit"),
              number(row, "kgco2e_per_unit"),
              row.text("source")));
    }
  }

  private static Double number(ConfRow row, String column) {
    return row.findDecimal(column).map(BigDecimal::doubleValue).orElse(null);
  }

  /** The factors of a kind and unit; all null when the kind has none. */
  Conversion of(String kind, String unit) {
    return byKind.getOrDefault(kind + "/" + unit, new Conversion(null, null, null, null));
  }

  /** Finds the yearly factor of a region and year once, and keeps it. */
  void resolve(FactorTables factors, String region, int year) {
    yearly.computeIfAbsent(region + "/" + year, none -> find(factors, region, year));
  }

  private Yearly find(FactorTables factors, String region, int year) {
    double mean = hours.meanOfYear(region, year);
    Optional<String> set = factors.findRegion(region).flatMap(known -> factors.findDefaultSet());
    if (set.isEmpty() && !Double.isNaN(mean)) {
      return new Yearly(mean, "mean of the hourly factors of %s in %d".formatted(region, year));
    }
    GridFactorResult result =
        set.map(name -> factors.findGridFactor(name, region, year)).orElse(null);
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
                  ? "the region is not in conf/regions.csv and has no hourly factors of the year"
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

  /** What months follow from, a text for each factor of electricity. */
  Stream<String> texts() {
    return new TreeMap<>(yearly).entrySet().stream().map(Object::toString);
  }

  List<Notice> notices() {
    return List.copyOf(notices.values());
  }
}
