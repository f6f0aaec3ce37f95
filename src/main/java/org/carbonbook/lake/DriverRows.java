package org.carbonbook.lake;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.NamedRows;
import scala.collection.JavaConverters;

/** Spark's rows, held in this process, as the values of a {@link SmallTable}, and back. */
final class DriverRows {

  private DriverRows() {}

  /**
   * The values of each row in the order of the definition's columns. A row with a schema may have
   * its columns in another order, and lack some; one without has exactly the definition's.
   */
  static List<List<Object>> values(List<Row> rows, TableDefinition definition) {
    List<List<Object>> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(values(row, definition.columns())));
    return values;
  }

  /** The same, sorted by the definition's key, so that the same rows give the same bytes. */
  static List<List<Object>> sortedValues(List<Row> rows, TableDefinition definition) {
    List<List<Object>> values = values(rows, definition);
    List<String> names = List.of(definition.columnNames());
    definition.key().stream()
        .map(name -> byColumn(names.indexOf(name)))
        .reduce(Comparator::thenComparing)
        .ifPresent(values::sort);
    return values;
  }

  /** Rows by column name, as rows with the definition's schema. */
  static List<Row> rows(List<Map<String, Object>> values, TableDefinition definition) {
    StructType schema = definition.schema();
    String[] names = definition.columnNames();
    List<Row> rows = new ArrayList<>(values.size());
    for (Map<String, Object> each : values) {
      Object[] cells = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        cells[i] = sparkValue(each.get(names[i]));
      }
      rows.add(NamedRows.of(cells, schema));
    }
    return rows;
  }

  private static List<Object> values(Row row, List<ColumnDefinition> columns) {
    List<String> names = row.schema() == null ? null : List.of(row.schema().fieldNames());
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      ColumnDefinition column = columns.get(i);
      int place = names == null ? i : names.indexOf(column.name());
      values.add(place < 0 ? null : value(row.get(place), column.type()));
    }
    return values;
  }

  private static Object value(Object value, String type) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    } else if (value instanceof Date date) {
      return date.toLocalDate();
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      return JavaConverters.mapAsJavaMap(map);
    } else if (value instanceof Number number) {
      return number(number, type);
    }
    return value;
  }

  private static Object number(Number value, String type) {
    return switch (type) {
      case "int" -> Math.toIntExact(value.longValue());
      case "bigint" -> value.longValue();
      case "double" -> value.doubleValue();
      default -> value;
    };
  }

  private static Object sparkValue(Object value) {
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    } else if (value instanceof LocalDate date) {
      return Date.valueOf(date);
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static Comparator<List<Object>> byColumn(int place) {
    return Comparator.comparing(
        row -> (Comparable<Object>) row.get(place),
        Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}
