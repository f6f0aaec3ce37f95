package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.carbonbook.notice.Notice;

/**
 * Finds figures that one edition prints more than once in the same kind of table. The figure with
 * the most digits counts. Another one agrees with it when it is its rounding, and contradicts it
 * otherwise.
 */
final class Conflicts {

  /** What names one figure of one edition. */
  static final List<String> KEY =
      List.of(
          "layout",
          "edition",
          "region_code",
          "year",
          "indicator",
          "sector",
          "item",
          "unit",
          "basis");

  /** Digits behind the point: as printed, or as stored where a format shows fewer. */
  private static final String DECIMALS =
      "greatest(length(regexp_extract(printed, '[.]([0-9]+)', 1)),"
          + " length(regexp_extract(format_string('%.9f', value), '[.]([0-9]*?)0*$', 1)))";

  /**
   * A little more than half a unit of the last digit, since both roundings of a half are in use.
   */
  private static final double HALF = 0.500001;

  private Conflicts() {}

  /**
   * Adds {@code _rank}, 1 for the print that counts, and {@code differs}: whether a print is no
   * rounding of that one.
   */
  static Dataset<Row> ranked(Dataset<Row> figures) {
    WindowSpec same =
        Window.partitionBy(KEY.stream().map(name -> col(name)).toArray(Column[]::new))
            .orderBy(
                col("stale"),
                col("_decimals").desc(),
                col("value"),
                col("path"),
                col("sheet"),
                col("cell"));
    Column tolerance = lit(HALF).multiply(pow(lit(10), col("_decimals").multiply(-1)));
    return figures
        .withColumn("_decimals", expr(DECIMALS))
        .withColumn("_rank", row_number().over(same))
        .withColumn("_value", first("value").over(same))
        .withColumn("_path", first("path").over(same))
        .withColumn("_sheet", first("sheet").over(same))
        .withColumn("_cell", first("cell").over(same))
        .withColumn("_id", first("observation_id").over(same))
        .withColumn("differs", abs(col("value").minus(col("_value"))).gt(tolerance));
  }

  /** Both prints of each pair that differs: {@code observation_id}, {@code code}, {@code what}. */
  static Dataset<Row> find(Dataset<Row> ranked) {
    Dataset<Row> differing = ranked.where(col("_rank").gt(1).and(col("differs")));
    Column code = lit(ObservationNotice.CONFLICTING_FIGURES.name());
    Column both =
        concat(
            lit("one edition prints figures twice: one is "),
            col("printed"),
            lit(" at "),
            col("path"),
            lit("!"),
            col("cell"),
            lit(" and "),
            col("_value").cast("string"),
            lit(" at "),
            col("_path"),
            lit("!"),
            col("_cell"));
    return differing
        .select(col("observation_id"), code.as("code"), both.as("what"))
        .unionByName(
            differing.select(col("_id").as("observation_id"), code.as("code"), both.as("what")));
  }

  /** One notice per pair of places whose figures say the same. */
  static List<Notice> listRepeated(Dataset<Row> ranked) {
    return ranked
        .where(
            col("_rank").gt(1).and(col("differs").equalTo(false)).and(col("stale").equalTo(false)))
        .groupBy("edition", "path", "sheet", "_path")
        .agg(count(lit(1)).as("figures"), min("cell").as("cell"))
        .sort("path", "sheet", "_path")
        .collectAsList()
        .stream()
        .map(
            row ->
                Notice.of(
                    ObservationNotice.REPEATED_FIGURES,
                    "%s!%s!%s".formatted(row.getAs("path"), row.getAs("sheet"), row.getAs("cell")),
                    "%d figures are also printed in %s, in edition %s"
                        .formatted(
                            row.<Long>getAs("figures"), row.getAs("_path"), row.getAs("edition")),
                    "nothing to do: each figure counts once, as the print with the most digits has"
                        + " it"))
        .toList();
  }
}
