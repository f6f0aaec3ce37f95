package org.carbonbook.lake;

import static io.delta.kernel.internal.InternalScanFileUtils.ADD_FILE_ORDINAL;

import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table as its log describes it: the columns and the data files. Delta
 * Kernel reads the log; where it cannot, the failure names the broken file of the log.
 */
final class TableSnapshot {

  private final TableLog log;
  private final Engine engine;
  private final SnapshotImpl snapshot;

  TableSnapshot(TableLog log, Engine engine, SnapshotImpl snapshot) {
    this.log = log;
    this.engine = engine;
    this.snapshot = snapshot;
  }

  /** The newest version of a table that exists. */
  static TableSnapshot newest(TableLog log, Configuration hadoop) {
    return load(log, hadoop, Table::getLatestSnapshot);
  }

  /** A version of a table. */
  static TableSnapshot at(TableLog log, long version, Configuration hadoop) {
    return load(log, hadoop, (table, engine) -> table.getSnapshotAsOfVersion(engine, version));
  }

  private static TableSnapshot load(TableLog log, Configuration hadoop, Loading loading) {
    Engine engine = DefaultEngine.create(hadoop);
    return log.reading(
        () -> {
          Table table = Table.forPath(engine, log.location());
          return new TableSnapshot(log, engine, (SnapshotImpl) loading.load(table, engine));
        });
  }

  /** How a snapshot is loaded. */
  private interface Loading {
    io.delta.kernel.Snapshot load(Table table, Engine engine);
  }

  /** The engine that read the log. */
  Engine engine() {
    return engine;
  }

  /** The snapshot as Delta Kernel has it. */
  SnapshotImpl kernel() {
    return snapshot;
  }

  /** The columns, with their comments. */
  StructType schema() {
    return (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
  }

  /** The columns that the files are laid out by. */
  List<String> partitionColumns() {
    return snapshot.getPartitionColumnNames();
  }

  /** Whether the table has exactly the columns and partitions of a definition. */
  boolean fits(TableDefinition definition) {
    return schema().equals(definition.schema())
        && partitionColumns().equals(definition.partitionBy());
  }

  /** A scan over all rows. */
  Scan scan() {
    return log.reading(() -> snapshot.getScanBuilder().build());
  }

  /** The data files, in no order. */
  List<FileStatus> files() {
    return list(InternalScanFileUtils::getAddFileStatus);
  }

  /** How many data files are smaller than a size, in the partition that has most of them. */
  long countSmall(long bytes) {
    return list(file -> file).stream()
        .filter(file -> InternalScanFileUtils.getAddFileStatus(file).getSize() < bytes)
        .collect(
            Collectors.groupingBy(InternalScanFileUtils::getPartitionValues, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /** The values of a partition column, as the log has them. */
  Set<String> partitions(String column) {
    return new TreeSet<>(list(file -> InternalScanFileUtils.getPartitionValues(file).get(column)));
  }

  /**
   * The actions that take files out of the table.
   *
   * @param which the files, by the values of their partition columns
   */
  List<Row> removals(Predicate<Map<String, String>> which) {
    Optional<Long> now = Optional.of(System.currentTimeMillis());
    return list(file -> file).stream()
        .filter(file -> which.test(InternalScanFileUtils.getPartitionValues(file)))
        .map(file -> new AddFile(file.getStruct(ADD_FILE_ORDINAL)).toRemoveFileRow(true, now))
        .map(SingleAction::createRemoveFileSingleAction)
        .toList();
  }

  private <T> List<T> list(Function<Row, T> of) {
    return log.reading(
        () -> {
          List<T> listed = new ArrayList<>();
          try (CloseableIterator<FilteredColumnarBatch> batches =
              snapshot.getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
              try (CloseableIterator<Row> rows = batches.next().getRows()) {
                while (rows.hasNext()) {
                  listed.add(of.apply(rows.next()));
                }
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(log.location() + ": " + e.getMessage(), e);
          }
          return listed;
        });
  }
}
