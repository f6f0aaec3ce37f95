package org.carbonbook.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Plain CSV files of the configuration folder as rows: comment lines begin with {@code #}. */
public final class ConfigurationCsv {

  private ConfigurationCsv() {}

  /** The rows of a file; every column is a text, a blank cell is null. */
  public static Dataset<Row> read(SparkSession spark, java.nio.file.Path file) {
    return spark
        .read()
        .option("header", true)
        .option("comment", "#")
        .option("encoding", "UTF-8")
        .option("escape", "\"")
        .csv(file.toAbsolutePath().toUri().toString());
  }
}
