package org.carbonbook.factor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.carbonbook.conf.NearestNames;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorFinder;
import org.carbonbook.factor.grid.GridFactorSeries;
import org.carbonbook.factor.grid.GridPolicy;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.RegionList;
import org.carbonbook.step.StepContext;

/**
 * The factors that {@link FactorStep} wrote, for steps that look factors up by a policy. A step
 * that uses this names {@link #TABLES} among the tables that it reads, so that it becomes stale
 * when a factor changes.
 */
public final class FactorTables {

  /** The factor sets with their policies. */
  public static final String FACTOR_SET = "core.factor_set";

  /** The emission factors of electricity. */
  public static final String GRID_FACTOR = "core.grid_factor";

  /** The administrative regions with their power grids. */
  public static final String REGION = "core.region";

  /** The tables that {@link #read} reads. */
  public static final List<String> TABLES = List.of(FACTOR_SET, GRID_FACTOR, REGION);

  private final RegionList regions;
  private final GridFactorFinder gridFactors;
  private final Map<String, GridPolicy> policies = new LinkedHashMap<>();
  private String defaultSet;

  private FactorTables(RegionList regions, List<GridFactor> factors) {
    this.regions = regions;
    this.gridFactors = new GridFactorFinder(regions, factors);
  }

  /** Reads the tables; they are empty before {@link FactorStep} first ran. */
  public static FactorTables read(StepContext context) {
    RegionList regions =
        new RegionList(context.rows(REGION).stream().map(FactorTables::region).toList());
    List<GridFactor> factors =
        context.rows(GRID_FACTOR).stream().map(FactorTables::gridFactor).toList();
    FactorTables tables = new FactorTables(regions, factors);
    for (Row set : context.rows(FACTOR_SET)) {
      String name = set.getAs("factor_set");
      tables.policies.put(name, policy(set));
      if (set.<Boolean>getAs("is_default")) {
        tables.defaultSet = name;
      }
    }
    return tables;
  }

  /** The factor set for tables that are computed with one set only; empty when none is active. */
  public Optional<String> findDefaultSet() {
    return Optional.ofNullable(defaultSet);
  }

  /** The region with this GB/T 2260 code. */
  public Optional<Region> findRegion(String regionCode) {
    return regions.find(regionCode);
  }

  /**
   * The emission factors of electricity for a region in all years of a series: from one area if an
   * area has a factor for each year. Request all years of a series in one call; separate calls can
   * return factors of different areas.
   *
   * @throws NoSuchElementException when there is no such set; the message names the nearest
   */
  public GridFactorSeries findGridFactors(
      String factorSet, String regionCode, Collection<Integer> years) {
    return gridFactors.findSeries(factorSet, getPolicy(factorSet), regionCode, years);
  }

  /**
   * Every grid factor that is plausible for a region and year. They give the range of scope 2.
   *
   * @throws NoSuchElementException when there is no such set; the message names the nearest
   */
  public List<GridFactor> listGridFactors(String factorSet, String regionCode, int year) {
    return gridFactors.listCandidates(getPolicy(factorSet), regionCode, year);
  }

  private GridPolicy getPolicy(String factorSet) {
    GridPolicy policy = policies.get(factorSet);
    if (policy == null) {
      throw new NoSuchElementException(
          "no factor set '%s' in %s; the nearest are %s"
              .formatted(factorSet, FACTOR_SET, NearestNames.of(factorSet, policies.keySet())));
    }
    return policy;
  }

  /**
   * The emission factor of electricity of one series, such as the residual mix, for exactly a year:
   * of the region, else of the nearest area above it; empty when the set or the factor is unknown.
   */
  public Optional<GridFactor> findGridFactorOfYear(
      String factorSet, String series, String regionCode, int year) {
    return Optional.ofNullable(policies.get(factorSet))
        .flatMap(policy -> gridFactors.findOfYear(policy, series, regionCode, year));
  }

  private static Region region(Row row) {
    return new Region(
        row.getAs("region_code"),
        row.getAs("zh"),
        row.getAs("zh_full"),
        row.getAs("en"),
        row.getAs("level"),
        row.getAs("parent"),
        row.getAs("grid"),
        row.getAs("grid_2021"));
  }

  private static GridFactor gridFactor(Row row) {
    return new GridFactor(
        row.getAs("factor_table"),
        row.getAs("year"),
        row.getAs("level"),
        row.getAs("area_zh"),
        row.getAs("area_en"),
        row.getAs("region_code"),
        row.getAs("series"),
        row.getAs("kg_co2_per_kwh"),
        row.getAs("status"),
        row.getAs("source"),
        row.getAs("note"),
        row.getAs("source_file"),
        row.getAs("source_line"));
  }

  private static GridPolicy policy(Row row) {
    return new GridPolicy(
        row.getAs("grid_table"),
        row.getList(row.fieldIndex("grid_series")),
        row.getList(row.fieldIndex("grid_range_series")),
        row.getList(row.fieldIndex("grid_statuses")),
        GridPolicy.Fallback.getByCode(row.getAs("grid_fallback")),
        row.getAs("grid_max_year_gap"),
        row.getAs("grid_own_max_year_gap"));
  }
}
