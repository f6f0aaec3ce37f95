package org.carbonbook.statistics.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.KernelColumn;

/**
 * Works on one group of rows at a time, distributed: the rows are brought together by key with one
 * shuffle and one sort of a 64-bit hash of the key, and a kernel sees each group as arrays. A group
 * must fit in the memory of one task; the number of groups is free.
 *
 * <p>The order in which a kernel sees the rows of a group is not defined: a kernel sorts what it
 * needs sorted, so that no result depends on partitions or cores.
 */
public final class GroupedRows {

  private static final String HASH = "__group_hash";
  private static final String KEY = "__key_";
  private static final String NUMBER = "__number_";

  private final Dataset<Row> rows;
  private final List<String> by;
  private final List<Column> numbers;

  private GroupedRows(Dataset<Row> rows, List<String> by, List<Column> numbers) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.numbers = List.copyOf(numbers);
  }

  /**
   * Rows to be grouped.
   *
   * @param rows the rows
   * @param by the key columns; none for one single group
   * @param numbers the columns the kernel needs, each cast to double; null becomes NaN
   */
  public static GroupedRows of(Dataset<Row> rows, List<String> by, List<Column> numbers) {
    Objects.requireNonNull(rows, "rows");
    List<String> known = Arrays.asList(rows.columns());
    for (String name : by) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "no column '%s'; the columns are %s".formatted(name, String.join(", ", known)));
      }
    }
    return new GroupedRows(rows, by, numbers);
  }

  /**
   * The rows that a kernel computes from each group: the key columns, then the kernel's own.
   *
   * @throws IllegalArgumentException when the kernel has a column that is named as a key column
   */
  public Dataset<Row> map(GroupKernel kernel) {
    StructType schema = outputSchema(kernel.columns());
    int keys = by.size();
    int width = numbers.size();
    MapPartitionsFunction<Row, Row> groups =
        partition -> new KernelIterator(partition, keys, width, kernel);
    return clustered().mapPartitions(groups, Encoders.row(schema));
  }

  private Dataset<Row> clustered() {
    List<Column> selected = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      selected.add(quoted(by.get(i)).as(KEY + i));
    }
    for (int i = 0; i < numbers.size(); i++) {
      selected.add(numbers.get(i).cast(DataTypes.DoubleType).as(NUMBER + i));
    }
    Dataset<Row> projected = rows.select(selected.toArray(Column[]::new));
    if (by.isEmpty()) {
      return projected.withColumn(HASH, org.apache.spark.sql.functions.lit(0L)).repartition(1);
    }
    Column[] keys = new Column[by.size()];
    Arrays.setAll(keys, i -> col(KEY + i));
    return projected
        .withColumn(HASH, xxhash64(keys))
        .repartition(col(HASH))
        .sortWithinPartitions(col(HASH));
  }

  private StructType outputSchema(List<KernelColumn> output) {
    StructType schema = new StructType();
    for (String name : by) {
      schema = schema.add(rows.schema().apply(name));
    }
    for (KernelColumn column : output) {
      if (by.contains(column.name())) {
        throw new IllegalArgumentException(
            "'%s' is both a key column and a column of the result; rename the key column"
                .formatted(column.name()));
      }
      schema = schema.add(column.name(), typeOf(column));
    }
    return schema;
  }

  /** The Spark type of a kernel's column. */
  public static DataType typeOf(KernelColumn column) {
    return switch (column.type()) {
      case INTEGER -> DataTypes.IntegerType;
      case DOUBLE -> DataTypes.DoubleType;
      case STRING -> DataTypes.StringType;
    };
  }

  /** A column by its name, whatever characters the name holds. */
  public static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }
}
