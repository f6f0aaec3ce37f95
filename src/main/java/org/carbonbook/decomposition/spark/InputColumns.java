package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.carbonbook.decomposition.panel.InputPlan;

/** Converts the columns of an input to the types and the order that packing expects. */
final class InputColumns {

  private static final String NUMBER =
      "^\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*$";

  private InputColumns() {}

  static Dataset<Row> selected(
      Dataset<Row> rows, InputPlan input, List<StructField> by, String time, DataType timeType) {
    List<Column> columns = new ArrayList<>();
    by.stream()
        .filter(f -> input.by().contains(f.name()))
        .forEach(f -> columns.add(named(rows, f.name()).cast(f.dataType()).as(f.name())));
    if (input.hasTime()) {
      columns.add(time(named(rows, time), timeType).as("time"));
    }
    for (String index : input.indices()) {
      columns.add(named(rows, index).cast(DataTypes.StringType).as("index_" + index));
    }
    for (String variable : input.variables()) {
      columns.add(number(rows, variable).as("value_" + variable));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /** A year that was read as 2010.0 is 2010. */
  private static Column time(Column column, DataType type) {
    if (!(type instanceof StringType)) {
      return column.cast(type);
    }
    Column text = trim(column.cast(type));
    return when(text.notEqual(""), regexp_replace(text, "^(-?[0-9]+)\\.0+$", "$1"));
  }

  /** A double; null where empty, NaN where it is text. */
  private static Column number(Dataset<Row> rows, String name) {
    Column column = named(rows, name);
    DataType type = rows.schema().apply(name).dataType();
    if (type instanceof StringType) {
      return when(
              column.isNull().or(trim(column).equalTo("")), lit(null).cast(DataTypes.DoubleType))
          .when(column.rlike(NUMBER), trim(column).cast(DataTypes.DoubleType))
          .otherwise(lit(Double.NaN));
    }
    if (type instanceof NumericType) {
      return column.cast(DataTypes.DoubleType);
    }
    return when(column.isNotNull(), lit(Double.NaN));
  }

  private static Column named(Dataset<Row> rows, String name) {
    return rows.col("`" + name.replace("`", "``") + "`");
  }

  static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }
}
