package org.carbonbook.factor;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridPolicy;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.lake.TableRows;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Writes factors, coefficients and the lists that they refer to from {@code conf/} to tables. Other
 * steps read those tables, through {@link FactorTables} where a policy has to be applied.
 */
public final class FactorStep implements Step {

  private static final String EMISSION_FACTOR = "core.emission_factor";
  private static final String ENERGY_COEFFICIENT = "core.energy_coefficient";
  private static final String GWP = "core.gwp";
  private static final String FUEL = "core.fuel";

  @Override
  public String name() {
    return "factor";
  }

  @Override
  public List<String> reads() {
    return List.of();
  }

  @Override
  public List<String> writes() {
    return List.of(
        EMISSION_FACTOR,
        ENERGY_COEFFICIENT,
        GWP,
        FactorTables.FACTOR_SET,
        FactorTables.GRID_FACTOR,
        FactorTables.REGION,
        FUEL);
  }

  @Override
  public List<String> configuration() {
    return List.of("factors", "factor-sets.yaml", "fuel-groups.csv", "regions.csv", "units.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    FactorLibrary library = FactorLibrary.load(context.configuration().folder());
    long rows = context.replace(EMISSION_FACTOR, emissionFactors(library)).rows();
    rows += replace(context, ENERGY_COEFFICIENT, library.listEnergyCoefficients());
    rows += replace(context, GWP, library.listGwps());
    rows += replace(context, FUEL, library.listFuels());
    rows += context.replace(FactorTables.FACTOR_SET, factorSets(library)).rows();
    rows += context.replace(FactorTables.GRID_FACTOR, gridFactors(library)).rows();
    rows += context.replace(FactorTables.REGION, regions(library)).rows();
    return new StepResult(rows, rows, 0, 0, library.listNotices());
  }

  private static long replace(StepContext context, String table, List<? extends Record> records) {
    TableRows shape = TableRows.of(table);
    List<Row> rows = new ArrayList<>();
    records.forEach(each -> rows.add(shape.rowOf(each).build()));
    return context.replace(table, rows).rows();
  }

  private static List<Row> emissionFactors(FactorLibrary library) {
    TableRows shape = TableRows.of(EMISSION_FACTOR);
    List<Row> rows = new ArrayList<>();
    library.listEmissionFactors().forEach(factor -> rows.add(combustion(shape, factor)));
    library.listGridFactors().forEach(factor -> rows.add(electricity(shape, factor)));
    return rows;
  }

  private static Row combustion(TableRows shape, EmissionFactor factor) {
    return shape
        .rowOf(factor)
        .set(
            "factor_id",
            String.join("/", factor.factorSet(), factor.fuel(), factor.gas(), factor.sectorGroup()))
        .set("published_t_per_unit", factor.ncvTjPerUnit() == null ? factor.efValue() : null)
        .set("ef_t_per_unit", factor.efValue())
        .set("area", factor.region())
        .set("status", "used")
        .build();
  }

  /** A grid factor as a factor of purchased electricity, in t per kWh. */
  private static Row electricity(TableRows shape, GridFactor factor) {
    return shape
        .rowOf(factor)
        .set("factor_id", factor.id())
        .set("factor_set", factor.factorTable())
        .set("scope", 2)
        .set("fuel", "electricity")
        .set("gas", "CO2")
        .set("sector_group", SectorGroup.ALL.code())
        .set("activity_unit", "kWh")
        .set("published_t_per_unit", factor.kgCo2PerKwh() / 1000)
        .set("ef_t_per_unit", factor.kgCo2PerKwh() / 1000)
        .set("area", factor.regionCode() == null ? factor.areaZh() : factor.regionCode())
        .set("valid_from", factor.year())
        .set("valid_to", factor.year())
        .set("source_row", factor.areaZh() + " " + factor.year())
        .setNull("ncv", "ncv_unit", "ncv_tj_per_unit", "carbon_content_tc_per_tj", "oxidation")
        .setNull("kg_per_tj", "ef_t_per_tce", "flag", "taken_from", "reason")
        .build();
  }

  private static List<Row> factorSets(FactorLibrary library) {
    TableRows shape = TableRows.of(FactorTables.FACTOR_SET);
    List<FactorSet> active = library.listActiveSets();
    List<Row> rows = new ArrayList<>();
    for (FactorSet set : library.listFactorSets()) {
      GridPolicy grid = set.grid();
      rows.add(
          shape
              .rowOf(set)
              .set("factor_set", set.name())
              .set("is_default", !active.isEmpty() && active.get(0).equals(set))
              .set("grid_table", grid.table())
              .set("grid_series", grid.series())
              .set("grid_range_series", grid.rangeSeries())
              .set("grid_statuses", grid.accept())
              .set("grid_fallback", grid.fallback().code())
              .set("grid_max_year_gap", grid.maxYearGap())
              .set("grid_own_max_year_gap", grid.ownMaxYearGap())
              .build());
    }
    return rows;
  }

  private static List<Row> gridFactors(FactorLibrary library) {
    TableRows shape = TableRows.of(FactorTables.GRID_FACTOR);
    return library.listGridFactors().stream()
        .map(factor -> shape.rowOf(factor).set("factor_id", factor.id()).build())
        .toList();
  }

  private static List<Row> regions(FactorLibrary library) {
    TableRows shape = TableRows.of(FactorTables.REGION);
    List<Row> rows = new ArrayList<>();
    for (Region region : library.listRegions()) {
      rows.add(shape.rowOf(region).set("grid_2021", region.grid2021()).build());
    }
    return rows;
  }
}
