package org.carbonbook.catalyst;

import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/** The Parquet schema that Spark's own writer gives a dataset. */
public final class ParquetSchemas {

  private ParquetSchemas() {}

  /** The Parquet schema of a Spark schema, by Spark's default settings. */
  public static MessageType of(StructType schema) {
    return new SparkToParquetSchemaConverter(new SQLConf()).convert(schema);
  }
}
