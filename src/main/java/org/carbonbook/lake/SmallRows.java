package org.carbonbook.lake;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of plain Java values as Delta Kernel's columns, and back. */
final class SmallRows {

  private static final Set<String> TYPES =
      Set.of(
          "string",
          "int",
          "bigint",
          "double",
          "boolean",
          "date",
          "timestamp",
          "map<string,string>",
          "map<string,bigint>");

  private SmallRows() {}

  /** Whether values of all the columns can be held. */
  static boolean areKnown(List<ColumnDefinition> columns) {
    return columns.stream().allMatch(column -> TYPES.contains(column.type()));
  }

  /** Rows as columns. */
  static ColumnarBatch batch(TableDefinition definition, List<List<Object>> rows) {
    StructType schema = KernelSchema.of(definition);
    ColumnVector[] columns = new ColumnVector[schema.length()];
    for (int i = 0; i < columns.length; i++) {
      int place = i;
      columns[i] = new Values(schema.at(i).getDataType(), column(rows, place));
    }
    return new DefaultColumnarBatch(rows.size(), schema, columns);
  }

  /** The values of a row by column name, null where nothing is. */
  static Map<String, Object> values(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    StructType schema = row.getSchema();
    for (int i = 0; i < schema.length(); i++) {
      StructField field = schema.at(i);
      values.put(field.getName(), row.isNullAt(i) ? null : value(row, i, field.getDataType()));
    }
    return values;
  }

  private static Object value(Row row, int i, DataType type) {
    if (type instanceof IntegerType) {
      return row.getInt(i);
    } else if (type instanceof LongType) {
      return row.getLong(i);
    } else if (type instanceof DoubleType) {
      return row.getDouble(i);
    } else if (type instanceof BooleanType) {
      return row.getBoolean(i);
    } else if (type instanceof TimestampType) {
      return Instant.EPOCH.plus(row.getLong(i), ChronoUnit.MICROS);
    } else if (type instanceof DateType) {
      return LocalDate.ofEpochDay(row.getInt(i));
    } else if (type instanceof MapType) {
      return VectorUtils.toJavaMap(row.getMap(i));
    }
    return row.getString(i);
  }

  private static List<Object> column(List<List<Object>> rows, int place) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(place)));
    return values;
  }

  /** One column of values. */
  private record Values(DataType type, List<Object> values) implements ColumnVector {

    @Override
    public DataType getDataType() {
      return type;
    }

    @Override
    public int getSize() {
      return values.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
      return values.get(row) == null;
    }

    @Override
    public boolean getBoolean(int row) {
      return (Boolean) values.get(row);
    }

    /** For a date: days since the epoch. */
    @Override
    public int getInt(int row) {
      return values.get(row) instanceof LocalDate date
          ? Math.toIntExact(date.toEpochDay())
          : (Integer) values.get(row);
    }

    /** For a timestamp: microseconds since the epoch. */
    @Override
    public long getLong(int row) {
      return values.get(row) instanceof Instant instant
          ? ChronoUnit.MICROS.between(Instant.EPOCH, instant)
          : (Long) values.get(row);
    }

    @Override
    public double getDouble(int row) {
      return (Double) values.get(row);
    }

    @Override
    public String getString(int row) {
      return (String) values.get(row);
    }

    @Override
    public MapValue getMap(int row) {
      Map<?, ?> map = (Map<?, ?>) values.get(row);
      MapType types = (MapType) type;
      return new Entries(
          new Values(types.getKeyType(), new ArrayList<>(map.keySet())),
          new Values(types.getValueType(), new ArrayList<>(map.values())));
    }
  }

  /** A map as its keys and values. */
  private record Entries(Values keys, Values values) implements MapValue {

    @Override
    public int getSize() {
      return keys.getSize();
    }

    @Override
    public ColumnVector getKeys() {
      return keys;
    }

    @Override
    public ColumnVector getValues() {
      return values;
    }
  }
}
