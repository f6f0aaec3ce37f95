package org.carbonbook.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Plain CSV files of the configuration folder as rows: comment lines begin with {@code #}. */
public final class ConfigurationCsv {

  private ConfigurationCsv() {}

  /**
   * The rows of a file; every column is a text, a blank cell is null. The file is read here and its
   * lines travel with the tasks, as executors need not reach the configuration folder.
   *
   * @throws UncheckedIOException that names the file, when it cannot be read
   */
  public static Dataset<Row> read(SparkSession spark, Path file) {
    try {
      return spark
          .read()
          .option("header", true)
          .option("comment", "#")
          .option("escape", "\"")
          .csv(spark.createDataset(Files.readAllLines(file, UTF_8), Encoders.STRING()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
