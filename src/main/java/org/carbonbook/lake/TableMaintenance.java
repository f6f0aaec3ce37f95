package org.carbonbook.lake;

import io.delta.tables.DeltaTable;
import java.util.OptionalLong;
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
}
