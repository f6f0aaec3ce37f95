package org.carbonbook.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Gives a table the columns of its definition before it is written to. A table has others when an
 * earlier carbonbook wrote it: columns that did not exist then, or with another comment. Delta
 * Kernel writes to no such table and changes no columns of one that exists, so Spark does.
 */
final class TableColumns {

  private final Supplier<SparkSession> spark;
  private final TableLog log;
  private final Configuration hadoop;

  /**
   * @param spark the session, asked for only when columns differ
   */
  TableColumns(Supplier<SparkSession> spark, TableLog log, Configuration hadoop) {
    this.spark = spark;
    this.log = log;
    this.hadoop = hadoop;
  }

  /** The table to add rows to. Its own rows have no values in new columns. */
  WrittenTable forAdding(TableDefinition definition) {
    WrittenTable table = new WrittenTable(log, hadoop);
    Optional<StructType> other = findOther(table, definition);
    if (other.isEmpty()) {
      return table;
    }
    StructType there = other.get();
    if (isExtended(there, definition)) {
      extend(there, definition);
    } else {
      rewrite(there, definition);
    }
    return new WrittenTable(log, hadoop);
  }

  /**
   * The table to replace all rows of. Where the columns differ, the rows go at once and the new
   * ones follow in a commit of their own; until then only the newest version, which no release
   * shows, is without rows.
   */
  WrittenTable forReplacing(TableDefinition definition) {
    WrittenTable table = new WrittenTable(log, hadoop);
    if (findOther(table, definition).isEmpty()) {
      return table;
    }
    SparkSession session = session();
    overwrite(session.createDataFrame(List.of(), definition.schema()), definition);
    return new WrittenTable(log, hadoop);
  }

  /** The columns of a table that has others than its definition. */
  private static Optional<StructType> findOther(WrittenTable table, TableDefinition definition) {
    return table
        .findSnapshot()
        .filter(snapshot -> !snapshot.fits(definition))
        .map(TableSnapshot::schema);
  }

  /** Whether a definition keeps all columns of a table, in their order and types. */
  private static boolean isExtended(StructType there, TableDefinition definition) {
    List<StructField> kept =
        Arrays.stream(definition.schema().fields())
            .filter(field -> there.getFieldIndex(field.name()).isDefined())
            .toList();
    return kept.stream()
        .map(TableColumns::shape)
        .toList()
        .equals(Arrays.stream(there.fields()).map(TableColumns::shape).toList());
  }

  private static String shape(StructField field) {
    return field.name() + " " + field.dataType().catalogString();
  }

  /** Adds the new columns and changes the comments; no file is rewritten. */
  private void extend(StructType there, TableDefinition definition) {
    SparkSession session = session();
    String position = "FIRST";
    for (ColumnDefinition column : definition.columns()) {
      String comment = column.comment().replace("\\", "\\\\").replace("'", "\\'");
      if (there.getFieldIndex(column.name()).isEmpty()) {
        session.sql(
            "ALTER TABLE delta.`%s` ADD COLUMNS (`%s` %s COMMENT '%s' %s)"
                .formatted(log.location(), column.name(), column.type(), comment, position));
      } else if (!isSame(there.apply(column.name()).getComment(), column.comment())) {
        session.sql(
            "ALTER TABLE delta.`%s` ALTER COLUMN `%s` COMMENT '%s'"
                .formatted(log.location(), column.name(), comment));
      }
      position = "AFTER `%s`".formatted(column.name());
    }
  }

  private static boolean isSame(scala.Option<String> comment, String wanted) {
    return comment.isDefined() && comment.get().equals(wanted);
  }

  /** Writes all rows again with other columns, in one transaction. */
  private void rewrite(StructType there, TableDefinition definition) {
    SparkSession session = session();
    Column[] columns =
        definition.columns().stream()
            .map(
                column ->
                    (there.getFieldIndex(column.name()).isDefined()
                            ? col(column.name())
                            : lit(null))
                        .cast(column.type())
                        .as(column.name(), column.field().metadata()))
            .toArray(Column[]::new);
    overwrite(session.read().format("delta").load(log.location()).select(columns), definition);
  }

  private void overwrite(Dataset<Row> rows, TableDefinition definition) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .partitionBy(definition.partitionBy().toArray(String[]::new))
        .save(log.location());
  }

  private SparkSession session() {
    return spark.get().newSession();
  }
}
