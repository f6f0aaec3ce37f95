package org.carbonbook.lake;

import static io.delta.kernel.internal.InternalScanFileUtils.ADD_FILE_ORDINAL;

import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

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

  /** The values of a partition column, as the log has them. */
  static Set<String> partitions(Engine engine, SnapshotImpl snapshot, String column) {
    return new TreeSet<>(
        list(engine, snapshot, file -> InternalScanFileUtils.getPartitionValues(file).get(column)));
  }

  /** What a commit says that takes all of them out of the table. */
  static List<Row> removals(Engine engine, SnapshotImpl snapshot) {
    long now = System.currentTimeMillis();
    return list(engine, snapshot, file -> removal(file.getStruct(ADD_FILE_ORDINAL), now));
  }

  private static Row removal(Row added, long now) {
    StructType of = added.getSchema();
    Map<String, Object> values =
        Map.of(
            "path",
            added.getString(of.indexOf("path")),
            "deletionTimestamp",
            now,
            "dataChange",
            true,
            "extendedFileMetadata",
            true,
            "partitionValues",
            added.getMap(of.indexOf("partitionValues")),
            "size",
            added.getLong(of.indexOf("size")));
    Map<Integer, Object> byPlace = new HashMap<>();
    values.forEach((name, value) -> byPlace.put(RemoveFile.FULL_SCHEMA.indexOf(name), value));
    return SingleAction.createRemoveFileSingleAction(
        new GenericRow(RemoveFile.FULL_SCHEMA, byPlace));
  }

  private static <T> List<T> list(Engine engine, SnapshotImpl snapshot, Function<Row, T> of) {
    List<T> listed = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder(engine).build().getScanFiles(engine)) {
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
