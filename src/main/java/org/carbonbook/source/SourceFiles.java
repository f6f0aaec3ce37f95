package org.carbonbook.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Reading {@code raw.source_file}. */
public final class SourceFiles {

  /** The table's name. */
  public static final String TABLE = "raw.source_file";

  private SourceFiles() {}

  /**
   * The files that count now: of each path the content seen last. A file that left the landing
   * folder still counts; one whose content or facts changed is superseded by the new row.
   */
  public static Dataset<Row> current(Dataset<Row> sourceFiles) {
    var newestFirst = Window.partitionBy("path").orderBy(col("seen_number").desc());
    return sourceFiles
        .withColumn("_age", row_number().over(newestFirst))
        .where(col("_age").equalTo(1))
        .drop("_age");
  }
}
