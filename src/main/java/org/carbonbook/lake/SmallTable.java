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
 * A Delta table of a few rows, read and appended in this process with Delta Kernel. A command that
 * asks for nothing else need not wait for Spark; to Spark it is a table like any other.
 *
 * <p>Values are {@link String}, {@link Integer}, {@link Long}, {@link Double}, {@link Boolean},
 * {@link java.time.Instant} for a timestamp, a {@link Map} of texts to texts or longs, or null.
 */
public final class SmallTable {

  private static final String WRITER = "carbonbook";

  private final TableDefinition definition;
  private final String location;
  private final TableLog log;
  private final Configuration hadoop;

  SmallTable(TableDefinition definition, Path path, TableLog log, Configuration hadoop) {
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
    Snapshot snapshot = Table.forPath(engine, location).getLatestSnapshot(engine);
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
    if (rows.isEmpty()) {
      return;
    }
    Engine engine = DefaultEngine.create(hadoop);
    Table table = Table.forPath(engine, location);
    try {
      Transaction transaction = begin(engine, table, context);
      TransactionCommitResult result = commit(engine, transaction, rows);
      if (result.isReadyForCheckpoint()) {
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

  private Transaction begin(Engine engine, Table table, WriteContext context) {
    TransactionBuilder builder = table.createTransactionBuilder(engine, WRITER, Operation.WRITE);
    if (!exists()) {
      builder = builder.withSchema(engine, SmallRows.schema(definition));
    }
    String application = context.step() + ":" + definition.table();
    return builder.withTransactionId(engine, application, context.runNumber()).build(engine);
  }

  private TransactionCommitResult commit(
      Engine engine, Transaction transaction, List<List<Object>> rows) throws IOException {
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
    CloseableIterator<Row> actions =
        Transaction.generateAppendActions(engine, state, files, target);
    return transaction.commit(engine, CloseableIterable.inMemoryIterable(actions));
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
