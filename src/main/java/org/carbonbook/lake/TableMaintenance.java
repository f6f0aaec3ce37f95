package org.carbonbook.lake;

import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

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
    session
        .createDataFrame(List.of(), definition.schema())
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .partitionBy(definition.partitionBy().toArray(String[]::new))
        .save(location);
  }

  /** Adds the columns that a table lacks; its rows have no values there. */
  void addColumns(Iterable<Column> columns) {
    for (Column column : columns) {
      session.sql(
          "ALTER TABLE delta.`%s` ADD COLUMNS (`%s` %s COMMENT '%s')"
              .formatted(
                  location, column.name(), column.type(), column.comment().replace("'", "\\'")));
    }
  }
}
