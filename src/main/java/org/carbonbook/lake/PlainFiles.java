package org.carbonbook.lake;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.utils.FileStatus;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
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
  private static final int MOST = 64;

  /** The newest protocol that knows neither deletion vectors nor mapped columns. */
  private static final int PLAIN_READER_VERSION = 1;

  /**
   * The files at the newest version.
   *
   * @return nothing when the table is not plain, or has many files
   */
  static Optional<PlainFiles> findNewest(String location, Configuration hadoop) {
    Engine engine = DefaultEngine.create(hadoop);
    return list(engine, SnapshotFiles.newest(engine, location));
  }

  /** The files at a version; nothing when the table is not plain, or has many files. */
  static Optional<PlainFiles> findAt(String location, long version, Configuration hadoop) {
    Engine engine = DefaultEngine.create(hadoop);
    Table table = Table.forPath(engine, location);
    return list(engine, (SnapshotImpl) table.getSnapshotAsOfVersion(engine, version));
  }

  /** The rows of the files. */
  Dataset<Row> read(SparkSession spark) {
    return paths.isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().schema(schema).parquet(paths.toArray(String[]::new));
  }

  private static Optional<PlainFiles> list(Engine engine, SnapshotImpl snapshot) {
    if (snapshot.getProtocol().getMinReaderVersion() > PLAIN_READER_VERSION
        || !snapshot.getPartitionColumnNames().isEmpty()) {
      return Optional.empty();
    }
    List<String> paths =
        SnapshotFiles.list(engine, snapshot).stream().map(FileStatus::getPath).sorted().toList();
    StructType schema = (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
    return paths.size() > MOST ? Optional.empty() : Optional.of(new PlainFiles(paths, schema));
  }
}
