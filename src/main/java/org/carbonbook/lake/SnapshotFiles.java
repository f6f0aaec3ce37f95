package org.carbonbook.lake;

import static io.delta.kernel.internal.InternalScanFileUtils.ADD_FILE_ORDINAL;

import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
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

/** The data files that a version of a table is made of, as its log lists them. */
final class SnapshotFiles {

  private SnapshotFiles() {}

  /** The newest version of a table. */
  static SnapshotImpl newest(Engine engine, String location) {
    return (SnapshotImpl) Table.forPath(engine, location).getLatestSnapshot(engine);
  }

  /**
   * All of them, in no order.
   *
   * @throws UncheckedIOException when the log cannot be read
   */
  static List<FileStatus> list(Engine engine, SnapshotImpl snapshot) {
    return list(engine, snapshot, InternalScanFileUtils::getAddFileStatus);
  }

  /** How many of them are smaller than a size, in the partition with most. */
  static long countSmall(Engine engine, SnapshotImpl snapshot, long bytes) {
    return list(engine, snapshot, file -> file).stream()
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
  static Set<String> partitions(Engine engine, SnapshotImpl snapshot, String column) {
    return new TreeSet<>(
        list(engine, snapshot, file -> InternalScanFileUtils.getPartitionValues(file).get(column)));
  }

  /**
   * The actions that take files out of the table.
   *
   * @param which the files, by the values of their partition columns
   */
  static List<Row> removals(
      Engine engine, SnapshotImpl snapshot, Predicate<Map<String, String>> which) {
    Optional<Long> now = Optional.of(System.currentTimeMillis());
    return list(engine, snapshot, file -> file).stream()
        .filter(file -> which.test(InternalScanFileUtils.getPartitionValues(file)))
        .map(file -> new AddFile(file.getStruct(ADD_FILE_ORDINAL)).toRemoveFileRow(true, now))
        .map(SingleAction::createRemoveFileSingleAction)
        .toList();
  }

  private static <T> List<T> list(Engine engine, SnapshotImpl snapshot, Function<Row, T> of) {
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
      throw new UncheckedIOException(snapshot.getDataPath() + ": " + e.getMessage(), e);
    }
    return listed;
  }
}
