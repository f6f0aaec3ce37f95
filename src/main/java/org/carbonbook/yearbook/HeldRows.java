package org.carbonbook.yearbook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepContext;

/** Writes {@code core.held_table}: which tables are not published as they were received last. */
final class HeldRows {

  private static final String TABLE = "core.held_table";

  private HeldRows() {}

  /** Writes the rows; a notice for each file whose figures before stay published. */
  static List<Notice> write(StepContext context, HeldTables held, Dataset<Row> counting) {
    Map<String, Row> kept = new TreeMap<>();
    if (!held.listAll().isEmpty()) {
      counting
          .where(col("stale").and(col("_rank").equalTo(1)))
          .groupBy("path")
          .agg(count(lit(1)).as("figures"), min("edition").as("edition"))
          .collectAsList()
          .forEach(row -> kept.put(row.getAs("path"), row));
    }
    TableRows shape = TableRows.of(TABLE);
    List<Row> rows = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (HeldTables.HeldTable table : held.listAll()) {
      Row before = kept.get(table.path());
      String heldAs = held.isPart(table) ? "partly_held" : before == null ? "left_out" : "stale";
      rows.add(
          shape
              .row()
              .set("path", table.path())
              .set("sheet", table.sheet())
              .set("layout", table.layout())
              .set("held_as", heldAs)
              .set("reason", table.reason())
              .set("figures_kept", before == null ? 0L : before.<Long>getAs("figures"))
              .set("edition", before == null ? null : before.<String>getAs("edition"))
              .build());
      if (before != null) {
        notices.add(stale(table, before));
      }
    }
    context.replace(TABLE, rows);
    return notices;
  }

  private static Notice stale(HeldTables.HeldTable table, Row before) {
    return Notice.of(
        ObservationNotice.TABLE_STALE,
        table.sheet().isBlank() ? table.path() : table.path() + "!" + table.sheet(),
        "the table is not used as it was received last (%s); %d figures of the file stay as they were before"
            .formatted(table.reason(), before.<Long>getAs("figures")),
        "correct what the notices with these codes name, and send the file again under the same"
            + " path");
  }
}
