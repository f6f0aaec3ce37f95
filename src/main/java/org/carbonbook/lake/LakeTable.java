package org.carbonbook.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** One Delta table of the lake: reading it at a version, and writing it in one transaction. */
public final class LakeTable {

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
    this.log = new TableLog(files, name, path);
    this.hadoop = files.getConf();
  }

  /** Where a table is. */
  static Path path(Path root, String name) {
    return new Path(root, name.replace('.', '/'));
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

  /** The oldest version after another in which another program than a step changed rows. */
  public OptionalLong findForeignChange(long after) {
    return log.findForeignChange(after);
  }

  /** The SHA-256 of the commit of a version; empty if the log no longer contains it. */
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
    return PlainFiles.find(TableSnapshot.newest(log, hadoop))
        .map(files -> files.read(spark.get()))
        .orElseGet(() -> spark.get().read().format("delta").load(location()));
  }

  /** The newest rows, or none in the shape of the definition when nothing was written yet. */
  public Dataset<Row> readOrEmpty(TableDefinition definition) {
    return exists() ? read() : spark.get().createDataFrame(List.of(), definition.schema());
  }

  /**
   * The newest rows as a list; empty if nothing was written yet. Tables with plain columns are read
   * without Spark.
   */
  public List<Row> rows(TableDefinition definition) {
    return isRowTable(definition)
        ? DriverRows.rows(new SmallTable(definition, spark, log, hadoop).read(), definition)
        : readOrEmpty(definition).collectAsList();
  }

  /** The values of a partition column, read from the log only. */
  public Set<String> partitions(String column) {
    requireExists();
    return TableSnapshot.newest(log, hadoop).partitions(column);
  }

  /** The rows as they were at a version. */
  public Dataset<Row> readAt(long version) {
    requireVersion(version);
    return PlainFiles.find(TableSnapshot.at(log, version, hadoop))
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
    return replaceFiles(ordered(shape(rows, definition), definition), definition, context);
  }

  /** Replaces all rows in one transaction, in the order and partitions they come in. */
  public CommitInfo replaceAsOrdered(
      Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    return replaceFiles(shape(rows, definition), definition, context);
  }

  private CommitInfo replaceFiles(
      Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    List<DataFile> written = write(rows, definition, context);
    return commit(
        definition,
        Change.REPLACE,
        count(written),
        context,
        c -> c.remove(all -> true).add(written));
  }

  /**
   * Replaces all rows by rows that this process holds, sorted by the key, in one transaction.
   * Tables with plain columns are written without Spark.
   */
  public CommitInfo replaceRows(List<Row> rows, TableDefinition definition, WriteContext context) {
    if (!isRowTable(definition)) {
      return replace(dataset(rows, definition), definition, context);
    }
    List<List<Object>> values = DriverRows.sortedValues(rows, definition);
    return commit(
        definition,
        Change.REPLACE,
        rows.size(),
        context,
        c -> c.remove(all -> true).addRows(values));
  }

  /**
   * Writes rows as files that no reader knows until {@link #replacePartitions} makes them part of
   * the table, for a step that decides only after computing the rows whether they are all that it
   * writes.
   */
  public StagedRows stage(Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    return new StagedRows(definition, write(shape(rows, definition), definition, context));
  }

  /** Deletes what a step has staged in a run. */
  public void discardStaged(WriteContext context) {
    new SparkDataFiles(files, path).delete(context);
  }

  /**
   * Replaces whole partitions by staged rows in one transaction.
   *
   * @param values the values of the partition column to replace; no staged row may have another
   */
  public CommitInfo replacePartitions(
      StagedRows staged, String column, Set<String> values, WriteContext context) {
    List<DataFile> written = staged.written();
    for (DataFile file : written) {
      if (!values.contains(file.partition().get(column))) {
        throw new IllegalArgumentException(
            "%s: rows of %s %s would replace those of %s"
                .formatted(name, column, file.partition().get(column), values));
      }
    }
    return commit(
        staged.definition(),
        Change.ADD,
        count(written),
        context,
        c -> c.remove(file -> values.contains(file.get(column))).add(written));
  }

  /** Adds rows in one transaction. */
  public CommitInfo append(Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    List<DataFile> written = write(shape(rows, definition), definition, context);
    return commit(definition, Change.ADD, count(written), context, c -> c.add(written));
  }

  /** Adds rows that this process holds, in one transaction, as {@link #replaceRows} does. */
  public CommitInfo appendRows(List<Row> rows, TableDefinition definition, WriteContext context) {
    if (!isRowTable(definition)) {
      return append(dataset(rows, definition).coalesce(1), definition, context);
    }
    List<List<Object>> values = DriverRows.values(rows, definition);
    return commit(definition, Change.ADD, rows.size(), context, c -> c.addRows(values));
  }

  /** Whether rows of a table can be read and written without Spark. */
  private static boolean isRowTable(TableDefinition definition) {
    return SmallRows.areKnown(definition.columns()) && definition.partitionBy().isEmpty();
  }

  private Dataset<Row> dataset(List<Row> rows, TableDefinition definition) {
    List<Row> inOrder = new ArrayList<>();
    DriverRows.values(rows, definition)
        .forEach(row -> inOrder.add(RowFactory.create(row.toArray())));
    return spark.get().createDataFrame(inOrder, definition.schema());
  }

  private List<DataFile> write(
      Dataset<Row> rows, TableDefinition definition, WriteContext context) {
    return new SparkDataFiles(files, path).write(rows, definition.partitionBy(), context);
  }

  private static long count(List<DataFile> written) {
    return written.stream().mapToLong(DataFile::rows).sum();
  }

  /** Whether a change keeps the rows that are there. */
  private enum Change {
    REPLACE,
    ADD
  }

  /**
   * Commits once per step and run. Delta refuses a second commit of them, and one whose run number
   * was used before; both are failures, for the rows would be lost.
   */
  private CommitInfo commit(
      TableDefinition definition,
      Change change,
      long rows,
      WriteContext context,
      Function<TableCommit, TableCommit> changes) {
    TableColumns columns = new TableColumns(spark, log, hadoop);
    WrittenTable written =
        change == Change.REPLACE ? columns.forReplacing(definition) : columns.forAdding(definition);
    Optional<TableCommit> begun = TableCommit.begin(definition, written, rows, context);
    OptionalLong version =
        begun.isPresent() ? changes.apply(begun.get()).commit() : OptionalLong.empty();
    if (version.isPresent()) {
      return new CommitInfo(version.getAsLong(), context.run(), context.step(), rows);
    }
    CommitInfo newest = log.findCommit().orElseThrow();
    if (newest.run().equals(context.run()) && newest.step().equals(context.step())) {
      throw new IllegalStateException(
          "%s was not written: step %s wrote it before in %s and may commit it once a run"
              .formatted(name, context.step(), context.run()));
    }
    throw new IllegalStateException(
        """
        %s was not written: %s of step %s committed later
        ops/run-number of the lake is an old copy; restore it, or write a larger number into it"""
            .formatted(name, newest.run(), newest.step()));
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
    new TableMaintenance(spark.get(), location()).restore(version, context);
  }

  /** Its files on the disk. */
  public TableFiles files() {
    return new TableFiles(files, path, log);
  }

  /**
   * Merges small files in one transaction, which changes no row and is not a commit of a step.
   *
   * @param bytes smaller files are merged, up to that size
   */
  public void compact(long bytes) {
    new TableMaintenance(spark.get(), location()).compact(bytes);
  }

  private void requireExists() {
    if (!exists()) {
      throw new IllegalStateException(
          name + " does not exist yet in " + path + ": run the job that writes it first");
    }
  }
}
