package org.carbonbook.lake;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.NamedRows;
import scala.collection.JavaConverters;

/**
 * The one way to make rows of a table: by column name, each value checked against the table's
 * dictionary.
 *
 * <pre>{@code
 * TableRows meters = TableRows.of("core.meter");
 * Row row = meters.row().set("meter_id", id).set("unit", "kWh").setNull("parent_meter_id").build();
 * }</pre>
 *
 * <p>Every column must be set, with null where there is no value, so that a column added to the
 * dictionary cannot be forgotten by the code that fills it. Instances can be sent to executors.
 */
public final class TableRows implements Serializable {

  private static final Map<DataType, Set<Class<?>>> CLASSES =
      Map.of(
          DataTypes.StringType, Set.of(String.class),
          DataTypes.ShortType, Set.of(Short.class),
          DataTypes.IntegerType, Set.of(Integer.class),
          DataTypes.LongType, Set.of(Long.class, Integer.class),
          DataTypes.DoubleType, Set.of(Double.class),
          DataTypes.BooleanType, Set.of(Boolean.class),
          DataTypes.DateType, Set.of(LocalDate.class, Date.class),
          DataTypes.TimestampType, Set.of(Instant.class, Timestamp.class),
          DataTypes.BinaryType, Set.of(byte[].class));

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Component.listOf(type);
        }
      };

  private final String name;
  private final StructType schema;
  private final Set<String> key;
  private final Map<String, Integer> places = new HashMap<>();

  private TableRows(String name, StructType schema, Collection<String> key) {
    this.name = name;
    this.schema = schema;
    this.key = Set.copyOf(key);
    for (String column : schema.fieldNames()) {
      places.put(column, places.size());
    }
  }

  /**
   * The rows of a table that a step writes.
   *
   * @throws IllegalArgumentException when no such table is defined
   */
  public static TableRows of(String table) {
    TableDefinition definition = TableDefinition.getDefinition(table);
    return new TableRows(table, definition.schema(), definition.key());
  }

  /**
   * The rows of a dataset that is not a table, for example of a pass that computes the rows of
   * several tables.
   *
   * @param name what messages call it
   */
  public static TableRows of(String name, StructType schema) {
    return new TableRows(name, schema, List.of());
  }

  /**
   * The values of a column whose type is a struct, or an array of structs.
   *
   * @throws IllegalArgumentException when the column has another type
   */
  public TableRows structOf(String column) {
    DataType type = schema.fields()[place(column)].dataType();
    DataType inner = type instanceof ArrayType array ? array.elementType() : type;
    if (inner instanceof StructType struct) {
      return new TableRows(name + "." + column, struct, List.of());
    }
    throw new IllegalArgumentException(
        "%s.%s is %s, not a struct".formatted(name, column, type.catalogString()));
  }

  /** The columns with their types and comments. */
  public StructType schema() {
    return schema;
  }

  /** A new row, of which no column is set yet. */
  public RowBuilder row() {
    return new RowBuilder();
  }

  /** A new row with the values that another row has under the same column names. */
  public RowBuilder rowLike(Row other) {
    RowBuilder row = new RowBuilder();
    for (String column : other.schema().fieldNames()) {
      if (places.containsKey(column)) {
        row.set(column, other.<Object>getAs(column));
      }
    }
    return row;
  }

  /**
   * A new row with the components of a record: component {@code fuelZh} is column {@code fuel_zh}.
   * The caller sets components that are not columns.
   */
  public RowBuilder rowOf(Record record) {
    RowBuilder row = new RowBuilder();
    for (Component component : COMPONENTS.get(record.getClass())) {
      if (places.containsKey(component.column())) {
        row.set(component.column(), component.valueOf(record));
      }
    }
    return row;
  }

  /** A component of a record class, under the name of its column. */
  private record Component(String column, Method accessor) {

    static List<Component> listOf(Class<?> type) {
      List<Component> components = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        components.add(new Component(snakeCase(component.getName()), component.getAccessor()));
      }
      return components;
    }

    private static String snakeCase(String name) {
      return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
          .toLowerCase(Locale.ROOT);
    }

    Object valueOf(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(accessor + " of " + record, e);
      }
    }
  }

  private int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(
          "%s has no column %s; its columns are %s"
              .formatted(name, column, String.join(", ", schema.fieldNames())));
    }
    return place;
  }

  /** One row that is being filled. */
  public final class RowBuilder {

    private final Object[] values = new Object[schema.length()];
    private final boolean[] isSet = new boolean[schema.length()];

    private RowBuilder() {}

    /**
     * Sets a column.
     *
     * @param value of the class that the column's type has in Java (an {@link Instant} for a
     *     timestamp, a {@link LocalDate} for a date, a {@link Collection} for an array), or null
     * @throws IllegalArgumentException when there is no such column, or the value is of another
     *     class
     */
    public RowBuilder set(String column, Object value) {
      int place = place(column);
      values[place] = convert(column, schema.fields()[place].dataType(), value);
      isSet[place] = true;
      return this;
    }

    /** Sets columns that have no value in this row. */
    public RowBuilder setNull(String... columns) {
      for (String column : columns) {
        set(column, null);
      }
      return this;
    }

    /**
     * The row.
     *
     * @throws IllegalStateException when a column was not set, or a key column is null
     */
    public Row build() {
      for (int i = 0; i < values.length; i++) {
        String column = schema.fieldNames()[i];
        if (!isSet[i]) {
          throw new IllegalStateException("%s.%s was not set".formatted(name, column));
        }
        if (values[i] == null && key.contains(column)) {
          throw new IllegalStateException(
              "%s.%s is null, but it is part of the key: %s"
                  .formatted(name, column, Arrays.toString(values)));
        }
      }
      return NamedRows.of(values, schema);
    }
  }

  private Object convert(String column, DataType type, Object value) {
    if (value == null) {
      return null;
    }
    if (!isOf(type, value)) {
      throw new IllegalArgumentException(
          "%s.%s is %s, but the value is of class %s: %s"
              .formatted(
                  name, column, type.catalogString(), value.getClass().getSimpleName(), value));
    }
    if (value instanceof Collection<?> items && type instanceof ArrayType) {
      return scalaSequence(items);
    } else if (value instanceof Object[] items && type instanceof ArrayType) {
      return scalaSequence(Arrays.asList(items));
    } else if (value instanceof Map<?, ?> map && type instanceof MapType) {
      return JavaConverters.mapAsScalaMap(map);
    } else if (value instanceof LocalDate date) {
      return Date.valueOf(date);
    } else if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    } else if (value instanceof Integer number && type.equals(DataTypes.LongType)) {
      return number.longValue();
    }
    return value;
  }

  private static boolean isOf(DataType type, Object value) {
    if (type instanceof ArrayType) {
      return value instanceof Collection
          || value instanceof Object[]
          || value instanceof scala.collection.Seq;
    } else if (type instanceof MapType) {
      return value instanceof Map || value instanceof scala.collection.Map;
    } else if (type instanceof StructType) {
      return value instanceof Row;
    } else if (type instanceof DecimalType) {
      return value instanceof BigDecimal;
    }
    return CLASSES.getOrDefault(type, Set.of()).contains(value.getClass());
  }

  private static Object scalaSequence(Collection<?> items) {
    return JavaConverters.asScalaBuffer(new ArrayList<>(items)).toSeq();
  }
}
