package org.carbonbook.lake;

import io.delta.kernel.utils.FileStatus;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The data files of a Delta table at one version, when plain Parquet is all they are: few, without
 * partition columns, without deletion vectors or mapped columns. Delta finds the files of every
 * scan with Spark jobs of its own, which cost many times what reading a small table costs; Delta
 * Kernel lists them from the log in milliseconds.
 *
 * @param paths the files of that version
 * @param schema the table's columns, with their comments
 */
record PlainFiles(List<String> paths, StructType schema) {

  /** Beyond this many files, Delta's statistics save more than its jobs cost. */
  private static final int MAX_FILES = 64;

  /** The newest protocol that knows neither deletion vectors nor mapped columns. */
  private static final int PLAIN_READER_VERSION = 1;

  /**
   * The files at a version.
   *
   * @return nothing when the table is not plain, or has many files
   */
  static Optional<PlainFiles> find(TableSnapshot snapshot) {
    if (snapshot.kernel().getProtocol().getMinReaderVersion() > PLAIN_READER_VERSION
        || !snapshot.partitionColumns().isEmpty()) {
      return Optional.empty();
    }
    List<String> paths = snapshot.files().stream().map(FileStatus::getPath).sorted().toList();
    return paths.size() > MAX_FILES
        ? Optional.empty()
        : Optional.of(new PlainFiles(paths, snapshot.schema()));
  }

  /** The rows of the files. */
  Dataset<Row> read(SparkSession spark) {
    return paths.isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().schema(schema).parquet(paths.toArray(String[]::new));
  }
}
