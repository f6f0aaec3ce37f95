package org.carbonbook.export;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.lake.TableDefinition;

/**
 * One table to be exported.
 *
 * @param name its name with its layer
 * @param definition what it is, where that is known
 * @param schema its columns, with their comments
 * @param read reads its rows
 */
record ExportTable(
    String name,
    Optional<TableDefinition> definition,
    StructType schema,
    Supplier<Dataset<Row>> read) {

  /** The layer, e.g. {@code mart}. */
  String layer() {
    return name.substring(0, name.indexOf('.'));
  }

  /** A name that is unique in an export: a mart's without its layer, others' with theirs. */
  String shortName() {
    return name.startsWith("mart.") ? name.substring("mart.".length()) : name.replace('.', '_');
  }

  /** The columns that name a row, as far as the table has them. */
  List<String> key() {
    List<String> columns = List.of(schema.fieldNames());
    return definition.map(TableDefinition::key).filter(columns::containsAll).orElse(List.of());
  }

  /** What one row is, in Chinese and English. */
  String comment() {
    return definition.map(TableDefinition::comment).orElse("");
  }

  /** What a column means, in Chinese and English. */
  static String comment(StructField column) {
    return column.getComment().getOrElse(() -> "");
  }

  /** The rows in the order of the key, so that the same release gives the same export. */
  Dataset<Row> ordered() {
    return read.get().sort(order());
  }

  /** The same in one partition. */
  Dataset<Row> together() {
    return read.get().coalesce(1).sortWithinPartitions(order());
  }

  /** The rows one after the other. */
  Iterator<Row> rows() {
    return ordered().toLocalIterator();
  }

  private org.apache.spark.sql.Column[] order() {
    Stream<String> others =
        IntStream.range(0, schema.size())
            .mapToObj(i -> schema.fields()[i])
            .filter(column -> !(column.dataType() instanceof MapType))
            .map(StructField::name);
    return (key().isEmpty() ? others : key().stream())
        .map(column -> functions.col("`" + column.replace("`", "``") + "`"))
        .toArray(org.apache.spark.sql.Column[]::new);
  }
}
