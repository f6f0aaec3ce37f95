package org.carbonbook.lake;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** One Delta table of the lake: reading it at a version, and writing it in one transaction. */
public final class LakeTable {

  /** The first version that has a checkpoint. */
  private static final long CHECKPOINT = 10;

  private final Supplier<SparkSession> spark;
  private final String name;
  private final FileSystem files;
  private final Path path;
  private final TableLog log;
  private final Configuration hadoop;

  LakeTable(Supplier<SparkSession> spark, FileSystem files, Path root, String name) {
    this.spark = spark;
    this.name = name;
    this.files = files;
    this.path = path(root, name);
    this.log = new TableLog(files, path);
    this.hadoop = files.getConf();
  }

  /** Where a table is. */
  static Path path(Path root, String name) {
    return new Path(root, name.replace('.', '/'));
  }

  /** The table's name with its layer. */
  public String name() {
    return name;
  }

  /** The folder of the table, as a URI that Spark and Delta take. */
  public String location() {
    return path.toString();
  }

  /** Whether the table was ever written. */
  public boolean exists() {
    return findVersion().isPresent();
  }

  /** The newest version, if any. */
  public OptionalLong findVersion() {
    return log.findVersion();
  }

  /** The newest commit of a step that a version shows; compaction after it changes no row. */
  public Optional<CommitInfo> findCommitUpTo(long version) {
    return log.findCommitUpTo(version);
  }

  /**
   * Checks that the table still has a version that it once had.
   *
   * @throws IllegalStateException when its log has lost it
   */
  public void requireVersion(long version) {
    log.requireVersion(version);
  }

  /** The oldest version after another in which somebody who is no step of ours changed rows. */
  public OptionalLong findForeignChange(long after) {
    return log.findForeignChange(after);
  }

  /** The SHA-256 of the commit of a version; nothing when the log has it no longer. */
  public Optional<String> findDigest(long version) {
    return log.findDigest(version);
  }

  /** The newest commit that a step made, if any. */
  public Optional<CommitInfo> findCommit() {
    return log.findCommit();
  }

  /**
   * The newest rows.
   *
   * @throws IllegalStateException when the table was never written
   */
  public Dataset<Row> read() {
    requireExists();
    return PlainFiles.findNewest(location(), hadoop)
        .map(files -> files.read(spark.get()))
        .orElseGet(() -> spark.get().read().format("delta").load(location()));
  }

  /** The newest rows, or none in the shape of the definition when nothing was written yet. */
  public Dataset<Row> readOrEmpty(TableDefinition definition) {
    return exists() ? read() : spark.get().createDataFrame(List.of(), definition.schema());
  }

  /**
   * The newest rows, held in this process; none when nothing was written yet. For tables whose rows
   * a step needs at hand: where nothing but plain columns is there, Spark is not asked.
   */
  public List<Row> rows(TableDefinition definition) {
    SmallTable small = small(definition);
    return small.isWritable()
        ? DriverRows.rows(small.read(), definition)
        : readOrEmpty(definition).collectAsList();
  }

  /** The values of a column that the files are laid out by, from the log alone. */
  public Set<String> partitions(String column) {
    requireExists();
    return SnapshotFiles.partitions(DefaultEngine.create(hadoop), snapshot(), column);
  }

  /** The rows as they were at a version. */
  public Dataset<Row> readAt(long version) {
    requireVersion(version);
    return PlainFiles.findAt(location(), version, hadoop)
        .map(files -> files.read(spark.get()))
        .orElseGet(
            () ->
                spark.get().read().format("delta").option("versionAsOf", version).load(location()));
  }

  /**
   * Replaces all rows in one transaction. Small tables (no partition columns) become one file,
   * sorted by the key, so that the same rows give the same bytes.
   */
  public CommitInfo replace(Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    Dataset<Row> shaped = shape(rows, definition);
    // What does not exist yet has no files to replace, and Delta need not look for them.
    SaveMode mode = exists() ? SaveMode.Overwrite : SaveMode.Append;
    return save(ordered(shaped, definition), mode, definition, context);
  }

  /**
   * Replaces all rows by rows that this process holds, sorted by the key, in one transaction. Where
   * the table's columns are plain and stay as they are, Spark is not asked.
   */
  public CommitInfo replaceRows(List<Row> rows, TableDefinition definition, WriteContext context) {
    SmallTable small = small(definition);
    if (!small.isWritable()) {
      return replace(dataset(rows, definition), definition, context);
    }
    small.replace(DriverRows.sortedValues(rows, definition), context);
    return ownRows(context);
  }

  /** Adds rows that this process holds, in one transaction, as {@link #replaceRows} does. */
  public CommitInfo appendRows(List<Row> rows, TableDefinition definition, WriteContext context) {
    if (!exists()) {
      return replaceRows(rows, definition, context);
    }
    SmallTable small = small(definition);
    if (!small.isWritable()) {
      return append(dataset(rows, definition).coalesce(1), definition, context);
    }
    small.append(DriverRows.values(rows, definition), context);
    return ownRows(context);
  }

  /** The commit of rows of this process, after which the log may be long enough to be shortened. */
  private CommitInfo ownRows(WriteContext context) {
    CommitInfo commit = ownCommit(context);
    if (commit.version() >= CHECKPOINT) {
      keepLog();
    }
    return commit;
  }

  private SmallTable small(TableDefinition definition) {
    return new SmallTable(definition, path, log, hadoop, true);
  }

  private Dataset<Row> dataset(List<Row> rows, TableDefinition definition) {
    List<Row> inOrder = new ArrayList<>();
    DriverRows.values(rows, definition)
        .forEach(row -> inOrder.add(RowFactory.create(row.toArray())));
    return spark.get().createDataFrame(inOrder, definition.schema());
  }

  /** Replaces all rows in one transaction, in the order and partitions they come in. */
  public CommitInfo replaceAsOrdered(
      Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    return save(writer(shape(rows, definition), SaveMode.Overwrite, definition, context), context);
  }

  /**
   * Replaces the rows that meet a condition, in one transaction. The new rows must meet it too. A
   * condition on partition columns costs no reading of other rows.
   */
  public CommitInfo replaceWhere(
      Dataset<Row> rows, TableDefinition definition, String condition, WriteContext context) {
    return save(
        writer(shape(rows, definition), SaveMode.Overwrite, definition, context)
            .option("overwriteSchema", "false")
            .option("replaceWhere", condition),
        context);
  }

  /** Adds rows in one transaction. */
  public CommitInfo append(Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    return save(shape(rows, definition), SaveMode.Append, definition, context);
  }

  private CommitInfo save(
      Dataset<Row> rows, SaveMode mode, TableDefinition definition, WriteContext context) {
    return save(writer(rows, mode, definition, context), context);
  }

  /**
   * Commits once per step and run: Delta passes over a second write. Over a first one too, when the
   * number of the run is one that was used before; that must not go unnoticed.
   */
  private CommitInfo save(DataFrameWriter<Row> writer, WriteContext context) {
    keepLog();
    writer.save(location());
    return ownCommit(context);
  }

  private CommitInfo ownCommit(WriteContext context) {
    CommitInfo newest = log.findCommit().orElseThrow();
    if (!newest.run().equals(context.run()) || !newest.step().equals(context.step())) {
      throw new IllegalStateException(
          "%s was not written: %s of step %s came after; is ops/run-number of the lake an old copy?"
              .formatted(name, newest.run(), newest.step()));
    }
    return newest;
  }

  private DataFrameWriter<Row> writer(
      Dataset<Row> rows, SaveMode mode, TableDefinition definition, WriteContext context) {
    DataFrameWriter<Row> writer =
        rows.write()
            .format("delta")
            .mode(mode)
            .option("txnAppId", context.step() + ":" + name)
            .option("txnVersion", context.runNumber())
            .option("userMetadata", context.userMetadata());
    if (mode == SaveMode.Overwrite) {
      writer.option("overwriteSchema", "true");
    } else {
      writer.option("mergeSchema", "true");
    }
    if (definition.partitionBy().isEmpty()) {
      // One file has nothing to be skipped by the bounds of its columns.
      return writer.option("delta.dataSkippingNumIndexedCols", 0);
    }
    return writer.partitionBy(definition.partitionBy().toArray(String[]::new));
  }

  private static Dataset<Row> ordered(Dataset<Row> rows, TableDefinition definition) {
    if (definition.key().isEmpty()) {
      return rows;
    }
    var key =
        definition.key().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
    return definition.partitionBy().isEmpty()
        ? rows.coalesce(1).sortWithinPartitions(key)
        : rows.repartition(columns(definition.partitionBy())).sortWithinPartitions(key);
  }

  private static org.apache.spark.sql.Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
  }

  /** Selects the defined columns in order, cast to their types, with the comments in the schema. */
  private static Dataset<Row> shape(Dataset<Row> rows, TableDefinition definition) {
    var columns =
        definition.columns().stream()
            .map(
                column ->
                    functions
                        .col(column.name())
                        .cast(column.type())
                        .as(column.name(), column.field().metadata()))
            .toArray(org.apache.spark.sql.Column[]::new);
    return rows.select(columns);
  }

  /**
   * Shows the rows of an older version again, as a version of its own.
   *
   * @param version the older version; when there was none yet, all rows go
   */
  public void restore(OptionalLong version, WriteContext context) {
    if (findVersion().equals(version)) {
      return;
    }
    keepLog();
    SparkSession session = spark.get().newSession();
    session.conf().set("spark.databricks.delta.commitInfo.userMetadata", context.userMetadata());
    DeltaTable table = DeltaTable.forPath(session, location());
    if (version.isPresent()) {
      table.restoreToVersion(version.getAsLong());
    } else {
      table.delete();
    }
  }

  /** Its files on the disk. */
  public TableFiles files() {
    return new TableFiles(files, path);
  }

  /**
   * Puts small files together in one transaction that changes no row and is no commit of a step.
   *
   * @param bytes smaller files are put together, up to that size
   */
  public void compact(long bytes) {
    keepLog();
    SparkSession session = spark.get().newSession();
    session.conf().set("spark.databricks.delta.optimize.minFileSize", bytes);
    session.conf().set("spark.databricks.delta.optimize.maxFileSize", 4 * bytes);
    DeltaTable.forPath(session, location()).optimize().executeCompaction();
  }

  /**
   * Tells Delta to keep the log of a table that Delta Kernel made: Kernel cannot say so when it
   * makes a table, and with a checkpoint the commits before the last thirty days would go.
   */
  private void keepLog() {
    if (exists() && !SmallTable.keepsLog(snapshot())) {
      spark
          .get()
          .sql(
              "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = '%s')"
                  .formatted(location(), SmallTable.LOG_RETENTION, LakeSession.LOG_RETENTION));
    }
  }

  private SnapshotImpl snapshot() {
    return SnapshotFiles.newest(DefaultEngine.create(hadoop), location());
  }

  private void requireExists() {
    if (!exists()) {
      throw new IllegalStateException(
          name + " does not exist yet in " + path + ": run the job that writes it first");
    }
  }
}
