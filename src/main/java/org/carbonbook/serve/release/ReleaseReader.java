package org.carbonbook.serve.release;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.sql.execution.columnar.InMemoryRelation$;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Release;

/**
 * Builds the tables that readers see of a release. Small tables are kept in memory after the first
 * query; tables whose version is shown already are reused.
 */
public final class ReleaseReader {

  /** The ledger, which belongs to no release. */
  private static final List<String> LEDGER =
      List.of("ops.run", "ops.step_run", "ops.notice", "ops.reject", "ops.release");

  /** Tables with files up to this size are kept in memory. */
  private static final long SMALL = 32L << 20;

  private final Lake lake;
  private final Function<String, Optional<TableDefinition>> definitions;
  private final Keep keep;

  /** Whether rows of small tables stay in memory. */
  public enum Keep {
    IN_MEMORY,
    ON_DISK
  }

  /**
   * @param definitions what a table is, by its name
   */
  public ReleaseReader(
      Lake lake, Function<String, Optional<TableDefinition>> definitions, Keep keep) {
    this.lake = lake;
    this.definitions = definitions;
    this.keep = keep;
  }

  /** A release, with the ledger as it is now. */
  public ShownRelease show(Release release, Optional<ShownRelease> before) {
    SortedMap<String, ShownTable> tables = new TreeMap<>();
    release.tables().forEach((name, version) -> add(tables, name, version, before));
    for (String name : LEDGER) {
      OptionalLong version = lake.table(name).findVersion();
      version.ifPresent(newest -> add(tables, name, newest, before));
    }
    return new ShownRelease(release.id(), release.number(), tables);
  }

  /** Whether the ledger changed since a release was shown; each release is a row of it. */
  public boolean isLedgerChanged(ShownRelease shown) {
    return LEDGER.stream()
        .anyMatch(
            name -> {
              OptionalLong version = lake.table(name).findVersion();
              ShownTable table = shown.tables().get(name);
              return version.isPresent()
                  ? table == null || !table.version().equals(version.getAsLong() + "")
                  : table != null;
            });
  }

  /** Frees the memory of tables that are no longer shown. */
  public static void forget(ShownRelease old, ShownRelease now) {
    old.tables()
        .forEach(
            (name, table) -> {
              if (now.tables().get(name) != table) {
                table
                    .findLoaded()
                    .filter(rows -> rows.plan() instanceof InMemoryRelation)
                    .ifPresent(
                        rows -> ((InMemoryRelation) rows.plan()).cacheBuilder().clearCache(false));
              }
            });
  }

  private void add(
      Map<String, ShownTable> tables, String name, long version, Optional<ShownRelease> before) {
    ShownTable known = before.map(shown -> shown.tables().get(name)).orElse(null);
    if (known != null && known.version().equals(Long.toString(version))) {
      tables.put(name, known);
      return;
    }
    Optional<TableDefinition> definition = definitions.apply(name);
    tables.put(
        name,
        new ShownTable(
            name,
            Long.toString(version),
            definition.map(TableDefinition::comment).orElse(""),
            definition.map(TableDefinition::key).orElse(List.of()),
            () -> rows(name, version)));
  }

  private ShownTable.Rows rows(String name, long version) {
    SparkSession session = lake.spark();
    return session.withActive(
        () -> {
          Dataset<Row> read = lake.table(name).readAt(version);
          return new ShownTable.Rows(schema(read), plan(name, read));
        });
  }

  private LogicalPlan plan(String name, Dataset<Row> read) {
    LogicalPlan analyzed = read.queryExecution().analyzed();
    if (!(analyzed instanceof LogicalRelation relation)
        || !(relation.relation() instanceof HadoopFsRelation files)) {
      return kept(name, read);
    }
    LogicalRelation hidden = ShownRows.ours(withoutPaths(name, relation, files));
    return keep == Keep.IN_MEMORY && files.location().sizeInBytes() <= SMALL
        ? kept(name, Dataset.ofRows(read.sparkSession(), hidden))
        : hidden;
  }

  private static LogicalRelation withoutPaths(
      String name, LogicalRelation relation, HadoopFsRelation files) {
    SparkSession session = files.sparkSession();
    HadoopFsRelation hidden =
        files.copy(
            new ShownFiles(name, files.location(), session),
            files.partitionSchema(),
            files.dataSchema(),
            files.bucketSpec(),
            files.fileFormat(),
            files.options(),
            session);
    return relation.copy(
        hidden, relation.output(), relation.catalogTable(), relation.isStreaming());
  }

  private static LogicalPlan kept(String name, Dataset<Row> rows) {
    // One partition: a query over it is one task.
    Dataset<Row> together = rows.coalesce(1);
    return ShownRows.ours(
        InMemoryRelation$.MODULE$.apply(
            StorageLevel.MEMORY_ONLY(), together.queryExecution(), scala.Option.apply(name)));
  }

  /** The columns with their comments alone: readers do not see Spark's own marks in a schema. */
  private static StructType schema(Dataset<Row> rows) {
    return new StructType(
        Arrays.stream(rows.schema().fields())
            .map(
                field ->
                    field.getComment().isDefined()
                        ? new StructType()
                            .add(field.name(), field.dataType(), true, field.getComment().get())
                            .fields()[0]
                        : new StructType().add(field.name(), field.dataType(), true).fields()[0])
            .toArray(org.apache.spark.sql.types.StructField[]::new));
  }
}
