package org.carbonbook.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One transaction on a Delta table, committed with Delta Kernel: the one way in which a table of
 * the lake changes, whoever wrote the data files. It takes milliseconds and no Spark job.
 */
final class TableCommit {

  private final TableDefinition definition;
  private final WrittenTable table;
  private final String location;
  private final Engine engine;
  private final Transaction transaction;
  private final List<Row> actions = new ArrayList<>();

  private TableCommit(TableDefinition definition, WrittenTable table, Transaction transaction) {
    this.definition = definition;
    this.table = table;
    this.engine = table.engine();
    this.location = table.getPath(engine);
    this.transaction = transaction;
  }

  /**
   * Begins the transaction of a step and run.
   *
   * @param table the table, which the transaction creates when it does not exist yet
   * @param rows how many rows will be added, for the commit's description
   * @return nothing when this step and run have committed to the table already
   */
  static Optional<TableCommit> begin(
      TableDefinition definition, WrittenTable table, long rows, WriteContext context) {
    Engine engine = table.engine();
    TransactionBuilder builder =
        table
            .createTransactionBuilder(engine, context.engineInfo(rows), Operation.WRITE)
            .withTableProperties(
                engine, Map.of("delta.logRetentionDuration", LakeSession.LOG_RETENTION));
    if (table.findSnapshot().isEmpty()) {
      builder =
          builder
              .withSchema(engine, KernelSchema.of(definition))
              .withPartitionColumns(engine, definition.partitionBy());
    }
    try {
      String application = context.step() + ":" + definition.table();
      return Optional.of(
          new TableCommit(
              definition,
              table,
              builder.withTransactionId(engine, application, context.runNumber()).build(engine)));
    } catch (ConcurrentTransactionException e) {
      return Optional.empty();
    } catch (KernelException e) {
      throw new IllegalStateException(table.getPath(engine) + ": " + e.getMessage(), e);
    }
  }

  /** Adds files that lie in the table's folder. */
  TableCommit add(List<DataFile> files) {
    Map<Map<String, String>, List<DataFile>> byPartition =
        files.stream().collect(Collectors.groupingBy(DataFile::partition));
    byPartition.forEach(
        (partition, ofIt) -> {
          List<DataFileStatus> statuses = ofIt.stream().map(TableCommit::status).toList();
          append(partition, Utils.toCloseableIterator(statuses.iterator()));
        });
    return this;
  }

  /** Writes rows that this process holds as a Parquet file and adds it. */
  TableCommit addRows(List<List<Object>> values) {
    if (values.isEmpty()) {
      return this;
    }
    Row state = transaction.getTransactionState(engine);
    CloseableIterator<FilteredColumnarBatch> given =
        Utils.singletonCloseableIterator(
            new FilteredColumnarBatch(SmallRows.batch(definition, values), Optional.empty()));
    try {
      CloseableIterator<FilteredColumnarBatch> physical =
          Transaction.transformLogicalData(engine, state, given, Map.of());
      DataWriteContext target = Transaction.getWriteContext(engine, state, Map.of());
      append(
          Map.of(),
          engine
              .getParquetHandler()
              .writeParquetFiles(
                  target.getTargetDirectory(), physical, target.getStatisticsColumns()));
    } catch (IOException e) {
      throw new UncheckedIOException(location + ": " + e.getMessage(), e);
    }
    return this;
  }

  /**
   * Takes files out of the table; older versions keep them.
   *
   * @param which the files, by the values of their partition columns
   */
  TableCommit remove(Predicate<Map<String, String>> which) {
    table.findSnapshot().ifPresent(snapshot -> actions.addAll(snapshot.removals(which)));
    return this;
  }

  /**
   * Commits, and writes a checkpoint when one is due.
   *
   * @return the new version; nothing when the same step of the same run has committed already
   */
  OptionalLong commit() {
    try {
      TransactionCommitResult result =
          transaction.commit(
              engine,
              CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
      for (PostCommitHook hook : result.getPostCommitHooks()) {
        if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
          hook.threadSafeInvoke(engine);
        }
      }
      return OptionalLong.of(result.getVersion());
    } catch (ConcurrentTransactionException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(location + ": " + e.getMessage(), e);
    } catch (KernelException e) {
      throw new IllegalStateException(location + ": " + e.getMessage(), e);
    }
  }

  private void append(Map<String, String> partition, CloseableIterator<DataFileStatus> files) {
    Map<String, Literal> literals = new HashMap<>();
    partition.forEach((column, value) -> literals.put(column, Literal.ofString(value)));
    Row state = transaction.getTransactionState(engine);
    DataWriteContext target = Transaction.getWriteContext(engine, state, literals);
    try (CloseableIterator<Row> added =
        Transaction.generateAppendActions(engine, state, files, target)) {
      added.forEachRemaining(actions::add);
    } catch (IOException e) {
      throw new UncheckedIOException(location + ": " + e.getMessage(), e);
    }
  }

  private static DataFileStatus status(DataFile file) {
    DataFileStatistics rows = new DataFileStatistics(file.rows(), Map.of(), Map.of(), Map.of());
    return new DataFileStatus(file.path(), file.bytes(), file.modifiedMs(), Optional.of(rows));
  }
}
