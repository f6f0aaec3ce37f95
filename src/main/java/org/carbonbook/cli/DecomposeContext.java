package org.carbonbook.cli;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What {@code decompose} needs from the program around it. */
interface DecomposeContext {

  /** The session to run in. */
  SparkSession spark();

  /** The folder of named identities. */
  Path identities();

  /**
   * A published table such as {@code mart.carbon_footprint}.
   *
   * @throws IllegalArgumentException when there is no such table
   */
  Dataset<Row> table(String name);

  /** A context without a lake: a local session, and identities in {@code conf/identities}. */
  static DecomposeContext local() {
    return new DecomposeContext() {
      @Override
      public SparkSession spark() {
        return SparkSession.builder()
            .appName("carbonbook decompose")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
      }

      @Override
      public Path identities() {
        Path here = Path.of("conf", "identities");
        String home = System.getProperty("carbonbook.home");
        return here.toFile().isDirectory() || home == null
            ? here
            : Path.of(home, "conf", "identities");
      }

      @Override
      public Dataset<Row> table(String name) {
        throw new IllegalArgumentException(
            "'" + name + "' is a table of a lake, and no lake is open: give a .csv or .parquet");
      }
    };
  }
}
