package org.carbonbook.building.baseline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Models of daily energy on temperature for each building and year, savings after events, days far
 * off, and clusters of the shapes of days. Each building is fitted by itself, in parallel.
 */
public final class BaselineStep implements Step {

  private static final String BASELINE = "core.energy_baseline";
  private static final String ANOMALY = "core.energy_anomaly";
  private static final String SHAPE = "core.load_shape";

  @Override
  public String name() {
    return "building_baseline";
  }

  @Override
  public List<String> reads() {
    return List.of("core.meter_day", "core.meter_month", "core.weather_day", "core.building_event");
  }

  @Override
  public List<String> writes() {
    return List.of(BASELINE, ANOMALY, SHAPE);
  }

  @Override
  public StepResult run(StepContext context) {
    Dataset<Row> found = found(context).persist(StorageLevel.MEMORY_AND_DISK());
    long written =
        write(context, found, "baselines", BASELINE)
            + write(context, found, "anomalies", ANOMALY)
            + writeShapes(context, found);
    found.unpersist();
    return StepResult.of(written, written);
  }

  private static Dataset<Row> found(StepContext context) {
    BaselineInputs inputs =
        new BaselineInputs(
            context
                .readOrEmpty("core.meter_month")
                .where(not(col("is_submeter")).and(col("kwh_factor").isNotNull()))
                .select("meter_id", "building_id", "region", "kwh_factor")
                .distinct()
                .collectAsList(),
            context.rows("core.weather_day"),
            context.rows("core.building_event"));
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
            Encoders.row(BaselineRows.SCHEMA));
  }

  private static long write(StepContext context, Dataset<Row> found, String part, String table) {
    return context.replace(table, exploded(found, part)).rows();
  }

  private static Dataset<Row> exploded(Dataset<Row> found, String part) {
    return found
        .select(col("building_id"), col("energy_kind"), explode(col(part)).as("one"))
        .select("building_id", "energy_kind", "one.*");
  }

  private static long writeShapes(StepContext context, Dataset<Row> found) {
    List<Row> shapes = new ArrayList<>(exploded(found, "shapes").collectAsList());
    shapes.sort(
        java.util.Comparator.comparing((Row row) -> row.<String>getAs("building_id"))
            .thenComparing(row -> row.<String>getAs("energy_kind"))
            .thenComparing(row -> row.<Integer>getAs("year"))
            .thenComparing(row -> row.<String>getAs("day_type")));
    LoadShapes.Clusters clusters =
        LoadShapes.of(
            JavaSparkContext.fromSparkContext(context.spark().sparkContext()),
            shapes.stream().map(BaselineStep::profile).toList());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Row shape = shapes.get(i);
      rows.add(
          RowFactory.create(
              shape.getAs("building_id"),
              shape.getAs("energy_kind"),
              shape.getAs("year"),
              shape.getAs("day_type"),
              shape.getAs("days"),
              shape.getAs("profile"),
              clusters.numbers().get(i),
              clusters.clusters(),
              clusters.silhouette()));
    }
    return context.replace(SHAPE, rows).rows();
  }

  private static double[] profile(Row shape) {
    Seq<Double> hours = shape.getAs("profile");
    return JavaConverters.seqAsJavaList(hours).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
