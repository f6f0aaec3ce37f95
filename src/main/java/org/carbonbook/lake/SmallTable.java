package org.carbonbook.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * A Delta table of a few rows, read and appended to in this process with Delta Kernel. A command
 * that needs nothing else does not wait for Spark; to Spark it is a table like any other. Only a
 * table that an earlier carbonbook wrote with other columns needs Spark once.
 *
 * <p>Values are {@link String}, {@link Integer}, {@link Long}, {@link Double}, {@link Boolean},
 * {@link java.time.Instant} for a timestamp, {@link java.time.LocalDate} for a date, a {@link Map}
 * of texts to texts or longs, or null.
 */
public final class SmallTable {

  private final TableDefinition definition;
  private final Supplier<SparkSession> spark;
  private final TableLog log;
  private final Configuration hadoop;

  SmallTable(
      TableDefinition definition,
      Supplier<SparkSession> spark,
      TableLog log,
      Configuration hadoop) {
    this.definition = definition;
    this.spark = spark;
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
    TableSnapshot snapshot = TableSnapshot.newest(log, hadoop);
    Engine engine = snapshot.engine();
    Scan scan = snapshot.scan();
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
      while (files.hasNext()) {
        readFiles(engine, scan.getScanState(engine), files.next(), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(log.location() + ": " + e.getMessage(), e);
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
      WrittenTable table = new TableColumns(spark, log, hadoop).forAdding(definition);
      TableCommit.begin(definition, table, rows.size(), context)
          .ifPresent(commit -> commit.addRows(rows).commit());
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
