package org.carbonbook.lake;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Rows that a step uses several times. */
public final class KeptRows {

  private KeptRows() {}

  /**
   * The same rows, computed once, with a plan of their own: queries on them do not plan again what
   * the rows follow from. Unlike a local checkpoint they are computed again when a worker is lost.
   * Spark frees them when nothing refers to them any more.
   */
  public static Dataset<Row> of(Dataset<Row> rows) {
    JavaRDD<Row> kept = rows.javaRDD().persist(StorageLevel.MEMORY_AND_DISK());
    return rows.sparkSession().createDataFrame(kept, rows.schema());
  }
}
