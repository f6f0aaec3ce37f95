package org.carbonbook.building.baseline;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.building.BuildingRules;
import org.carbonbook.building.RegionPaths;
import org.carbonbook.building.WorkCalendars;
import org.carbonbook.lake.TableRows;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Models of daily energy on temperature and type of day for each building and year, savings after
 * events, anomalous days, the load of buildings, and clusters of daily load shapes. Each building
 * is fitted separately; buildings are fitted in parallel.
 */
public final class BaselineStep implements Step {

  private static final String REGION = "core.region";

  @Override
  public String name() {
    return "building_baseline";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "core.meter_day",
        "core.meter_month",
        "core.weather_day",
        "core.building_event",
        "core.building",
        REGION);
  }

  @Override
  public List<String> writes() {
    return List.of(
        BaselineTables.BASELINE, BaselineTables.ANOMALY, BaselineTables.SHAPE, BaselineTables.LOAD);
  }

  @Override
  public List<String> configuration() {
    return List.of(BuildingRules.FILE, WorkCalendars.FOLDER);
  }

  @Override
  public StepResult run(StepContext context) {
    BuildingRules rules = BuildingRules.read(context.configuration());
    BaselineTables tables = new BaselineTables(rules);
    Dataset<BuildingFindings> found = found(context, rules).persist(StorageLevel.MEMORY_AND_DISK());
    long written =
        write(context, found, BaselineTables.BASELINE, tables::baselines)
            + write(context, found, BaselineTables.ANOMALY, tables::anomalies)
            + write(context, found, BaselineTables.LOAD, tables::loads)
            + writeShapes(context, found, tables);
    found.unpersist();
    return StepResult.of(written, written);
  }

  private static Dataset<BuildingFindings> found(StepContext context, BuildingRules rules) {
    WorkCalendars calendars =
        WorkCalendars.read(context.configuration(), new RegionPaths(context.rows(REGION)));
    BaselineInputs inputs =
        new BaselineInputs(rules, calendars)
            .withMeters(
                context
                    .readOrEmpty("core.meter_month")
                    .where(col("in_total").and(col("kwh_factor").isNotNull()))
                    .select("meter_id", "building_id", "region", "kwh_factor")
                    .distinct()
                    .collectAsList())
            .withWeather(context.rows("core.weather_day"))
            .withEvents(context.rows("core.building_event"))
            .withBuildings(context.rows("core.building"));
    return context
        .readOrEmpty("core.meter_day")
        .select(
            "building_id",
            "energy_kind",
            "day",
            "meter_id",
            "hours",
            "measured",
            "estimated",
            "measured_h",
            "estimated_h",
            "hour_quantity")
        .repartition(col("building_id"))
        .sortWithinPartitions("building_id", "energy_kind", "day", "meter_id")
        .mapPartitions(
            new BaselineFold(
                JavaSparkContext.fromSparkContext(context.spark().sparkContext())
                    .broadcast(inputs)),
            Encoders.javaSerialization(BuildingFindings.class));
  }

  /** Which rows of a table follow from the findings of a building. */
  private interface ToRows extends Function<BuildingFindings, List<Row>>, Serializable {}

  private static Dataset<Row> rows(Dataset<BuildingFindings> found, String table, ToRows rows) {
    return found.flatMap(
        (FlatMapFunction<BuildingFindings, Row>) one -> iterator(rows, one),
        Encoders.row(TableRows.of(table).schema()));
  }

  private static Iterator<Row> iterator(ToRows rows, BuildingFindings found) {
    return rows.apply(found).iterator();
  }

  private static long write(
      StepContext context, Dataset<BuildingFindings> found, String table, ToRows rows) {
    return context.replace(table, rows(found, table, rows)).rows();
  }

  private static long writeShapes(
      StepContext context, Dataset<BuildingFindings> found, BaselineTables tables) {
    List<Row> shapes =
        new ArrayList<>(rows(found, BaselineTables.SHAPE, tables::shapes).collectAsList());
    shapes.sort(
        Comparator.comparing((Row row) -> row.<String>getAs("building_id"))
            .thenComparing(row -> row.<String>getAs("energy_kind"))
            .thenComparing(row -> row.<Integer>getAs("year"))
            .thenComparing(row -> row.<String>getAs("day_type")));
    LoadShapes.Clusters clusters =
        LoadShapes.of(
            JavaSparkContext.fromSparkContext(context.spark().sparkContext()),
            shapes.stream().map(BaselineStep::profile).toList());
    TableRows table = TableRows.of(BaselineTables.SHAPE);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      rows.add(
          table
              .rowLike(shapes.get(i))
              .set("cluster", clusters.numbers().get(i))
              .set("clusters", clusters.clusters())
              .set("silhouette", clusters.silhouette())
              .build());
    }
    return context.replace(BaselineTables.SHAPE, rows).rows();
  }

  private static double[] profile(Row shape) {
    Seq<Double> hours = shape.getAs("profile");
    return JavaConverters.seqAsJavaList(hours).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
