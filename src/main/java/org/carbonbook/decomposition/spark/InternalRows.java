package org.carbonbook.decomposition.spark;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The one place that uses Spark's own row format. With the public {@code Row} every number of every
 * row is boxed twice, which costs more than the decomposition itself.
 */
final class InternalRows {

  private InternalRows() {}

  static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    RDD<InternalRow> rdd = rows.queryExecution().toRdd();
    return rdd.toJavaRDD();
  }

  /** Rows may be one reused object: Spark copies each as it comes. */
  static Dataset<Row> toDataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return spark.internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
