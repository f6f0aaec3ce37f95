package org.carbonbook.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A Delta table of a few rows, read and written in this process with Delta Kernel. A command that
 * asks for nothing else need not wait for Spark; to Spark it is a table like any other.
 *
 * <p>Values are {@link String}, {@link Integer}, {@link Long}, {@link Double}, {@link Boolean},
 * {@link java.time.Instant} for a timestamp, {@link java.time.LocalDate} for a date, a {@link Map}
 * of texts to texts or longs, or null.
 */
public final class SmallTable {

  /** The newest protocol that asks nothing of a writer that is not done here. */
  private static final int PLAIN_WRITER_VERSION = 2;

  static final String LOG_RETENTION = "delta.logRetentionDuration";

  private final TableDefinition definition;
  private final String location;
  private final TableLog log;
  private final Configuration hadoop;
  private final boolean keepsVersions;

  /**
   * @param keepsVersions whether older versions must stay readable. With a checkpoint, Delta Kernel
   *     takes the log before the last thirty days away unless the table says otherwise, and then
   *     there is none.
   */
  SmallTable(
      TableDefinition definition,
      Path path,
      TableLog log,
      Configuration hadoop,
      boolean keepsVersions) {
    this.keepsVersions = keepsVersions;
    this.definition = definition;
    this.location = path.toString();
    this.log = log;
    this.hadoop = hadoop;
  }

  /** Whether the table was ever written. */
  public boolean exists() {
    return log.findVersion().isPresent();
  }

  /**
   * Every row, by column name; none when the table was never written.
   *
   * @throws UncheckedIOException when a file of the table cannot be read
   */
  public List<Map<String, Object>> read() {
    if (!exists()) {
      return List.of();
    }
    Engine engine = DefaultEngine.create(hadoop);
    Snapshot snapshot = SnapshotFiles.newest(engine, location);
    Scan scan = snapshot.getScanBuilder(engine).build();
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
      while (files.hasNext()) {
        readFiles(engine, scan.getScanState(engine), files.next(), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(location + ": " + e.getMessage(), e);
    }
    return rows;
  }

  /**
   * Adds rows in one transaction; a second transaction of the same step and run adds nothing.
   *
   * @param rows the values of each row, in the order of the definition's columns
   */
  public void append(List<List<Object>> rows, WriteContext context) {
    if (!rows.isEmpty()) {
      write(rows, List.of(), context);
    }
  }

  /**
   * Replaces all rows in one transaction; a second transaction of the same step and run does
   * nothing.
   *
   * @param rows the values of each row, in the order of the definition's columns
   */
  void replace(List<List<Object>> rows, WriteContext context) {
    write(rows, exists() ? removals() : List.of(), context);
  }

  /**
   * Whether rows can be written here: the columns are of types that {@link SmallRows} knows, and
   * the table, if there is one, has these columns, no partitions and no features of newer writers.
   */
  boolean isWritable() {
    if (!SmallRows.areKnown(definition.columns()) || !definition.partitionBy().isEmpty()) {
      return false;
    }
    if (!exists()) {
      return true;
    }
    Engine engine = DefaultEngine.create(hadoop);
    SnapshotImpl snapshot = SnapshotFiles.newest(engine, location);
    return snapshot.getProtocol().getMinWriterVersion() <= PLAIN_WRITER_VERSION
        && snapshot.getPartitionColumnNames(engine).isEmpty()
        && snapshot.getSchema(engine).equals(SmallRows.schema(definition));
  }

  /** Whether the table tells Delta for how long to keep its log. */
  static boolean keepsLog(SnapshotImpl snapshot) {
    return snapshot.getMetadata().getConfiguration().containsKey(LOG_RETENTION);
  }

  private List<Row> removals() {
    Engine engine = DefaultEngine.create(hadoop);
    return SnapshotFiles.removals(engine, SnapshotFiles.newest(engine, location));
  }

  private void write(List<List<Object>> rows, List<Row> removals, WriteContext context) {
    Engine engine = DefaultEngine.create(hadoop);
    Table table = Table.forPath(engine, location);
    try {
      Transaction transaction = begin(engine, table, rows.size(), context);
      TransactionCommitResult result = commit(engine, transaction, rows, removals);
      if (result.isReadyForCheckpoint()
          && (!keepsVersions || keepsLog(SnapshotFiles.newest(engine, location)))) {
        table.checkpoint(engine, result.getVersion());
      }
    } catch (ConcurrentTransactionException e) {
      // The same step of the same run has written already.
      return;
    } catch (CheckpointAlreadyExistsException e) {
      // Another process was quicker; a checkpoint says the same whoever writes it.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(location + ": " + e.getMessage(), e);
    } catch (KernelException e) {
      throw new IllegalStateException(location + ": " + e.getMessage(), e);
    }
  }

  private Transaction begin(Engine engine, Table table, long rows, WriteContext context) {
    TransactionBuilder builder =
        table.createTransactionBuilder(engine, context.engineInfo(rows), Operation.WRITE);
    if (!exists()) {
      builder = builder.withSchema(engine, SmallRows.schema(definition));
    }
    String application = context.step() + ":" + definition.table();
    return builder.withTransactionId(engine, application, context.runNumber()).build(engine);
  }

  private TransactionCommitResult commit(
      Engine engine, Transaction transaction, List<List<Object>> rows, List<Row> removals)
      throws IOException {
    List<Row> actions = new ArrayList<>(removals);
    if (!rows.isEmpty()) {
      actions.addAll(additions(engine, transaction, rows));
    }
    return transaction.commit(
        engine, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
  }

  /** Writes the rows as a file, and says so. */
  private List<Row> additions(Engine engine, Transaction transaction, List<List<Object>> rows)
      throws IOException {
    Row state = transaction.getTransactionState(engine);
    CloseableIterator<FilteredColumnarBatch> given =
        Utils.singletonCloseableIterator(
            new FilteredColumnarBatch(SmallRows.batch(definition, rows), Optional.empty()));
    CloseableIterator<FilteredColumnarBatch> physical =
        Transaction.transformLogicalData(engine, state, given, Map.of());
    DataWriteContext target = Transaction.getWriteContext(engine, state, Map.of());
    CloseableIterator<DataFileStatus> files =
        engine
            .getParquetHandler()
            .writeParquetFiles(
                target.getTargetDirectory(), physical, target.getStatisticsColumns());
    try (CloseableIterator<Row> actions =
        Transaction.generateAppendActions(engine, state, files, target)) {
      List<Row> listed = new ArrayList<>();
      actions.forEachRemaining(listed::add);
      return listed;
    }
  }

  private static void readFiles(
      Engine engine, Row state, FilteredColumnarBatch files, List<Map<String, Object>> rows)
      throws IOException {
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(engine, state);
    try (CloseableIterator<Row> each = files.getRows()) {
      while (each.hasNext()) {
        Row file = each.next();
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        CloseableIterator<ColumnarBatch> data =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status), physical, Optional.empty());
        readRows(Scan.transformPhysicalData(engine, state, file, data), rows);
      }
    }
  }

  private static void readRows(
      CloseableIterator<FilteredColumnarBatch> batches, List<Map<String, Object>> rows)
      throws IOException {
    try (batches) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> each = batches.next().getRows()) {
          while (each.hasNext()) {
            rows.add(SmallRows.values(each.next()));
          }
        }
      }
    }
  }
}
