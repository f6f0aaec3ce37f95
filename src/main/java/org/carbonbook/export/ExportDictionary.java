package org.carbonbook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.TableRows;
import org.carbonbook.mart.Dictionary;
import org.carbonbook.mart.Release;

/**
 * The dictionary of an export: the rows of the release's own dictionary, and for tables that are
 * not marts, their definitions. Its first column is the release.
 */
final class ExportDictionary {

  private static final TableDefinition DEFINITION = TableDefinition.getDefinition(Dictionary.TABLE);

  private static final TableRows EXPORTED =
      TableRows.of(
          "the dictionary of an export",
          new StructType(
              Stream.concat(
                      Stream.of(
                          new StructType()
                              .add("release", "string", true, "发布 / Release")
                              .fields()[0]),
                      Stream.of(DEFINITION.schema().fields()))
                  .toArray(StructField[]::new)));

  private final Lake lake;
  private final Release release;
  private final ExportDefinitions known;

  ExportDictionary(Lake lake, Release release, ExportDefinitions known) {
    this.lake = lake;
    this.release = release;
    this.known = known;
  }

  /** The dictionary of some tables and of itself. */
  ExportTable of(List<ExportTable> tables) {
    List<Row> rows = new ArrayList<>();
    List<Row> released = released(tables);
    for (ExportTable table : tables) {
      List<Row> own =
          released.stream().filter(row -> row.getString(0).equals(table.name())).toList();
      (own.isEmpty() ? defined(table) : own).forEach(row -> rows.add(withRelease(row)));
    }
    defined(DEFINITION).forEach(row -> rows.add(withRelease(row)));
    return new ExportTable(
        Dictionary.TABLE,
        Optional.of(DEFINITION),
        EXPORTED.schema(),
        () -> lake.spark().createDataFrame(rows, EXPORTED.schema()));
  }

  private List<Row> released(List<ExportTable> tables) {
    Long version = release.tables().get(Dictionary.TABLE);
    if (version == null) {
      return List.of();
    }
    Object[] names = tables.stream().map(ExportTable::name).toArray();
    return lake.table(Dictionary.TABLE)
        .readAt(version)
        .where(functions.col("mart").isin(names))
        .select(
            Stream.of(DEFINITION.columnNames())
                .map(functions::col)
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList();
  }

  private List<Row> defined(ExportTable table) {
    return table.definition().map(this::defined).orElseGet(() -> plain(table));
  }

  private List<Row> defined(TableDefinition definition) {
    return Dictionary.rows(definition, List.of(), known.units());
  }

  /** What the columns themselves say. */
  private static List<Row> plain(ExportTable table) {
    TableRows defined = TableRows.of(Dictionary.TABLE);
    List<Row> rows = new ArrayList<>();
    for (StructField column : table.schema().fields()) {
      rows.add(
          defined
              .row()
              .setNull(DEFINITION.columnNames())
              .set("mart", table.name())
              .set("column", column.name())
              .set("position", rows.size() + 1)
              .set("type", column.dataType().sql().toLowerCase(java.util.Locale.ROOT))
              .build());
    }
    return rows;
  }

  private Row withRelease(Row row) {
    return EXPORTED.rowLike(row).set("release", release.id()).build();
  }
}
