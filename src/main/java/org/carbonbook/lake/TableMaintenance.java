package org.carbonbook.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Changes of a table's files and versions that change no row: restoring and compacting, by Delta.
 */
final class TableMaintenance {

  private final SparkSession session;
  private final String location;

  TableMaintenance(SparkSession spark, String location) {
    this.session = spark.newSession();
    this.location = location;
  }

  /** Shows the rows of an older version as a version of its own; without one, no rows. */
  void restore(OptionalLong version, WriteContext context) {
    session.conf().set("spark.databricks.delta.commitInfo.userMetadata", context.userMetadata());
    DeltaTable table = DeltaTable.forPath(session, location);
    if (version.isPresent()) {
      table.restoreToVersion(version.getAsLong());
    } else {
      table.delete();
    }
  }

  /** Merges files smaller than a size, up to four times that size. */
  void compact(long bytes) {
    session.conf().set("spark.databricks.delta.optimize.minFileSize", bytes);
    session.conf().set("spark.databricks.delta.optimize.maxFileSize", 4 * bytes);
    DeltaTable.forPath(session, location).optimize().executeCompaction();
  }

  /**
   * Gives a table other columns and takes all rows out, as Delta Kernel changes no columns of a
   * table that exists. The rows follow in a commit of their own; until then only the newest
   * version, which no release shows, is without them.
   *
   * @param definition the columns from now on
   */
  void replaceColumns(TableDefinition definition) {
    overwrite(session.createDataFrame(List.of(), definition.schema()), definition);
  }

  private void overwrite(Dataset<Row> rows, TableDefinition definition) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .partitionBy(definition.partitionBy().toArray(String[]::new))
        .save(location);
  }

  /**
   * Gives a table the columns of its definition and keeps its rows, which have no values in new
   * columns. Where columns were only added, no file is rewritten.
   *
   * @param there the columns that the table has
   */
  void reshape(StructType there, TableDefinition definition) {
    List<StructField> kept =
        Arrays.stream(definition.schema().fields())
            .filter(field -> Set.of(there.fieldNames()).contains(field.name()))
            .toList();
    boolean onlyAdded =
        names(kept).equals(List.of(there.fieldNames()))
            && kept.stream()
                .allMatch(field -> there.apply(field.name()).dataType().equals(field.dataType()));
    if (onlyAdded) {
      addColumns(names(kept), definition.columns());
    } else {
      rewrite(there, definition);
    }
  }

  private static List<String> names(List<StructField> fields) {
    return fields.stream().map(StructField::name).toList();
  }

  private void addColumns(List<String> there, List<ColumnDefinition> columns) {
    String position = "FIRST";
    for (ColumnDefinition column : columns) {
      if (!there.contains(column.name())) {
        session.sql(
            "ALTER TABLE delta.`%s` ADD COLUMNS (`%s` %s COMMENT '%s' %s)"
                .formatted(
                    location,
                    column.name(),
                    column.type(),
                    column.comment().replace("'", "\\'"),
                    position));
      }
      position = "AFTER `%s`".formatted(column.name());
    }
  }

  /** Writes all rows again with other columns, in one transaction. */
  private void rewrite(StructType there, TableDefinition definition) {
    Set<String> names = Set.of(there.fieldNames());
    org.apache.spark.sql.Column[] columns =
        definition.columns().stream()
            .map(
                column ->
                    (names.contains(column.name()) ? col(column.name()) : lit(null))
                        .cast(column.type())
                        .as(column.name(), column.field().metadata()))
            .toArray(org.apache.spark.sql.Column[]::new);
    overwrite(session.read().format("delta").load(location).select(columns), definition);
  }
}
