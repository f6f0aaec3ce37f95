package org.carbonbook.lake;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The data files that a version of a table is made of, as its log lists them. */
final class SnapshotFiles {

  private SnapshotFiles() {}

  /**
   * All of them, in no order.
   *
   * @throws UncheckedIOException when the log cannot be read
   */
  static List<FileStatus> list(Engine engine, SnapshotImpl snapshot) {
    List<FileStatus> listed = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder(engine).build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            listed.add(InternalScanFileUtils.getAddFileStatus(rows.next()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(snapshot.getDataPath() + ": " + e.getMessage(), e);
    }
    return listed;
  }
}
