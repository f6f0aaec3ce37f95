package org.carbonbook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Dictionary;
import org.carbonbook.mart.Release;

/**
 * The dictionary of an export: the rows of the release's own dictionary, and for tables that are
 * not marts, their definitions. Its first column is the release.
 */
final class ExportDictionary {

  private static final TableDefinition DEFINITION = TableDefinition.getDefinition(Dictionary.TABLE);

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
    StructType schema =
        new StructType(
            Stream.concat(
                    Stream.of(
                        new StructType()
                            .add("release", "string", true, "发布 / Release")
                            .fields()[0]),
                    Stream.of(DEFINITION.schema().fields()))
                .toArray(StructField[]::new));
    return new ExportTable(
        Dictionary.TABLE,
        Optional.of(DEFINITION),
        schema,
        () -> lake.spark().createDataFrame(rows, schema));
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
    List<Row> rows = new ArrayList<>();
    for (StructField column : table.schema().fields()) {
      Object[] values = new Object[DEFINITION.columns().size()];
      values[0] = table.name();
      values[1] = column.name();
      values[2] = rows.size() + 1;
      values[3] = column.dataType().sql().toLowerCase(java.util.Locale.ROOT);
      rows.add(RowFactory.create(values));
    }
    return rows;
  }

  private Row withRelease(Row row) {
    Object[] values = new Object[row.size() + 1];
    values[0] = release.id();
    for (int i = 0; i < row.size(); i++) {
      values[i + 1] = row.get(i);
    }
    return RowFactory.create(values);
  }
}
