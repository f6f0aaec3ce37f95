package org.carbonbook.catalyst;

import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Datasets read and written in Spark's own row format. With the public {@code Row} every number of
 * every row is boxed twice, which can cost more than the work on the rows.
 */
public final class InternalRows {

  private InternalRows() {}

  /** Applies a function to the rows of each partition. */
  public static <T> JavaRDD<T> mapPartitions(
      Dataset<Row> rows, FlatMapFunction<Iterator<RowReader>, T> function) {
    return rdd(rows).mapPartitions(partition -> function.call(new Readers(partition)));
  }

  /** The number of partitions that a dataset is read in. */
  public static int countPartitions(Dataset<Row> rows) {
    return rdd(rows).getNumPartitions();
  }

  private static JavaRDD<InternalRow> rdd(Dataset<Row> rows) {
    return rows.queryExecution().toRdd().toJavaRDD();
  }

  /** A dataset of rows given as arrays of keys, numbers and bytes. */
  public static Dataset<Row> ofArrays(
      SparkSession spark, JavaRDD<Object[]> rows, StructType schema) {
    JavaRDD<InternalRow> internal = rows.map(GenericInternalRow::new);
    return spark.internalCreateDataFrame(internal.rdd(), schema, false);
  }

  /** A dataset of rows given as buffers, each of which may be the same object with new content. */
  public static Dataset<Row> ofBuffers(
      SparkSession spark, JavaRDD<RowBuffer> rows, StructType schema) {
    JavaRDD<InternalRow> internal = rows.map(RowBuffer::row);
    return spark.internalCreateDataFrame(internal.rdd(), schema, false);
  }

  private static final class Readers implements Iterator<RowReader> {

    private final Iterator<InternalRow> rows;
    private final RowReader reader = new RowReader();

    Readers(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public RowReader next() {
      reader.set(rows.next());
      return reader;
    }
  }
}
