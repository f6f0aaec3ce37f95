package org.carbonbook.factor;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.Gwp;
import org.carbonbook.factor.value.Region;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.lake.RecordRows;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/** Factors, coefficients and the lists they hang on, from {@code conf/} to tables. */
public final class FactorStep implements Step {

  /** The configuration that {@link FactorLibrary#load} reads. */
  public static final List<String> CONFIGURATION =
      List.of("factors", "factor-sets.yaml", "fuel-groups.csv", "regions.csv");

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
        "core.emission_factor",
        "core.energy_coefficient",
        "core.gwp",
        "core.factor_set",
        "core.region",
        "core.fuel");
  }

  @Override
  public List<String> configuration() {
    return CONFIGURATION;
  }

  @Override
  public StepResult run(StepContext context) {
    FactorLibrary library = FactorLibrary.load(context.configuration().folder());
    SparkSession spark = context.spark();
    long rows =
        context
            .replace(
                "core.emission_factor",
                combustion(spark, library).unionByName(grid(spark, library)))
            .rows();
    rows +=
        context
            .replace(
                "core.energy_coefficient",
                RecordRows.rows(EnergyCoefficient.class, library.listEnergyCoefficients()))
            .rows();
    rows += context.replace("core.gwp", RecordRows.rows(Gwp.class, library.listGwps())).rows();
    rows += context.replace("core.factor_set", sets(spark, library)).rows();
    rows +=
        context.replace("core.region", RecordRows.rows(Region.class, library.listRegions())).rows();
    rows += context.replace("core.fuel", RecordRows.rows(Fuel.class, library.listFuels())).rows();
    return new StepResult(rows, rows, 0, 0, library.listNotices());
  }

  private static Dataset<Row> combustion(SparkSession spark, FactorLibrary library) {
    return RecordRows.of(spark, EmissionFactor.class, library.listEmissionFactors())
        .withColumn(
            "factor_id",
            concat_ws("/", col("factor_set"), col("fuel"), col("gas"), col("sector_group")))
        .withColumn("published_t_per_unit", when(col("ncv_tj_per_unit").isNull(), col("ef_value")))
        .withColumnRenamed("ef_value", "ef_t_per_unit")
        .withColumn("area", col("region"))
        .withColumn("status", lit("used"))
        .select(columns());
  }

  /** A grid factor as a factor of purchased electricity, in t per kWh. */
  private static Dataset<Row> grid(SparkSession spark, FactorLibrary library) {
    Dataset<Row> factors = RecordRows.of(spark, GridFactor.class, library.listGridFactors());
    return factors
        .withColumn(
            "factor_id",
            concat_ws(
                "/",
                col("factor_table"),
                col("area_zh"),
                col("year"),
                col("series"),
                col("source_line")))
        .withColumn("factor_set", col("factor_table"))
        .withColumn("scope", lit(2))
        .withColumn("fuel", lit("electricity"))
        .withColumn("gas", lit("CO2"))
        .withColumn("sector_group", lit(SectorGroup.ALL.code()))
        .withColumn("activity_unit", lit("kWh"))
        .withColumn("published_t_per_unit", col("kg_co2_per_kwh").divide(1000))
        .withColumn("ef_t_per_unit", col("kg_co2_per_kwh").divide(1000))
        .withColumn("area", coalesce(col("region_code"), col("area_zh")))
        .withColumn("valid_from", col("year"))
        .withColumn("valid_to", col("year"))
        .withColumn("source_row", concat_ws(" ", col("area_zh"), col("year")))
        .withColumn("ncv", lit(null).cast("double"))
        .withColumn("ncv_unit", lit(null).cast("string"))
        .withColumn("ncv_tj_per_unit", lit(null).cast("double"))
        .withColumn("carbon_content_tc_per_tj", lit(null).cast("double"))
        .withColumn("oxidation", lit(null).cast("double"))
        .withColumn("kg_per_tj", lit(null).cast("double"))
        .withColumn("ef_t_per_tce", lit(null).cast("double"))
        .withColumn("flag", lit(null).cast("string"))
        .withColumn("taken_from", lit(null).cast("string"))
        .withColumn("reason", lit(null).cast("string"))
        .select(columns());
  }

  private static Dataset<Row> sets(SparkSession spark, FactorLibrary library) {
    String standard =
        library.listActiveSets().isEmpty() ? "" : library.listActiveSets().get(0).name();
    return RecordRows.of(spark, FactorSet.class, library.listFactorSets())
        .withColumnRenamed("name", "factor_set")
        .withColumn("is_default", col("factor_set").equalTo(standard));
  }

  private static org.apache.spark.sql.Column[] columns() {
    String[] names =
        org.carbonbook.lake.TableDefinition.getDefinition("core.emission_factor").columnNames();
    return java.util.Arrays.stream(names)
        .map(name -> col(name))
        .toArray(org.apache.spark.sql.Column[]::new);
  }
}
