package org.carbonbook.lake;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.NamedRows;

/** Records of the domain as rows: component {@code fuelZh} becomes column {@code fuel_zh}. */
public final class RecordRows {

  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          String.class, DataTypes.StringType,
          Double.class, DataTypes.DoubleType,
          double.class, DataTypes.DoubleType,
          Integer.class, DataTypes.IntegerType,
          int.class, DataTypes.IntegerType,
          Long.class, DataTypes.LongType,
          long.class, DataTypes.LongType,
          Boolean.class, DataTypes.BooleanType,
          boolean.class, DataTypes.BooleanType);

  private RecordRows() {}

  /** The records as a dataset; components that are not texts, numbers or booleans are skipped. */
  public static <T extends Record> Dataset<Row> of(
      SparkSession spark, Class<T> type, List<T> records) {
    return spark.createDataFrame(rows(type, records), schema(fields(type)));
  }

  /** The records as rows with a schema, in this process; the same components are skipped. */
  public static <T extends Record> List<Row> rows(Class<T> type, List<T> records) {
    Map<RecordComponent, StructField> fields = fields(type);
    StructType schema = schema(fields);
    List<Row> rows = new ArrayList<>();
    for (T each : records) {
      Object[] values = fields.keySet().stream().map(c -> value(c, each)).toArray();
      rows.add(NamedRows.of(values, schema));
    }
    return rows;
  }

  private static StructType schema(Map<RecordComponent, StructField> fields) {
    return new StructType(fields.values().toArray(StructField[]::new));
  }

  private static Map<RecordComponent, StructField> fields(Class<?> type) {
    Map<RecordComponent, StructField> fields = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      DataType dataType = TYPES.get(component.getType());
      if (dataType != null) {
        fields.put(
            component, DataTypes.createStructField(snakeCase(component.getName()), dataType, true));
      }
    }
    return fields;
  }

  private static Object value(RecordComponent component, Object each) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(each);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " of " + each, e);
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
