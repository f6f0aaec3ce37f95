package org.carbonbook.statistics.regression;

import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.statistics.series.GroupKernel;
import org.carbonbook.statistics.series.GroupedRows;

/**
 * STIRPAT models of many groups at once, distributed over the groups: each city its own model, or,
 * with {@link #panel}, one model of all cities with one constant to a city.
 *
 * <p>Out: the key columns and rule, lambda, term, coefficient, std_error, vif, condition_number,
 * r2, gcv, n, left_out, status: one row to a rule and term, the constant as term {@code constant}.
 */
public final class DriverModel {

  private static final String UNIT_NUMBER = "__unit_number";

  private static final StructType SCHEMA =
      new StructType()
          .add("rule", DataTypes.StringType)
          .add("lambda", DataTypes.DoubleType)
          .add("term", DataTypes.StringType)
          .add("coefficient", DataTypes.DoubleType)
          .add("std_error", DataTypes.DoubleType)
          .add("vif", DataTypes.DoubleType)
          .add("condition_number", DataTypes.DoubleType)
          .add("r2", DataTypes.DoubleType)
          .add("gcv", DataTypes.DoubleType)
          .add("n", DataTypes.IntegerType)
          .add("left_out", DataTypes.IntegerType)
          .add("status", DataTypes.StringType);

  private final Dataset<Row> rows;
  private final List<String> by;
  private final DriverColumns columns;
  private List<StirpatTerm> terms = StirpatTerm.linear();
  private List<LambdaRule> rules = List.of(LambdaRule.values());
  private String unit;

  private DriverModel(Dataset<Row> rows, List<String> by, DriverColumns columns) {
    this.rows = rows;
    this.by = List.copyOf(by);
    this.columns = columns;
  }

  /**
   * Groups of yearly rows.
   *
   * @param rows one row to a group (or unit of a panel) and year
   * @param by the key columns of a model; none for one model of all
   * @param columns the columns of the pressure and its drivers
   */
  public static DriverModel on(Dataset<Row> rows, List<String> by, DriverColumns columns) {
    return new DriverModel(rows, by, columns);
  }

  /** The columns that follow the key columns, for a caller that groups rows itself. */
  public static StructType schema() {
    return SCHEMA;
  }

  /**
   * The models of one group, for a caller that groups rows itself. The kernel's columns are
   * pressure, population, affluence, technology, and for a panel the number of the unit.
   */
  public static GroupKernel kernel(List<StirpatTerm> terms, List<LambdaRule> rules) {
    return new DriverKernel(terms, rules);
  }

  /** The terms; the three drivers without squares if nothing is said. */
  public DriverModel terms(StirpatTerm... chosen) {
    terms = Arrays.stream(chosen).distinct().toList();
    return this;
  }

  /** How the ridge parameter is chosen, one model to a rule; every rule if nothing is said. */
  public DriverModel rules(LambdaRule... chosen) {
    rules = Arrays.stream(chosen).distinct().toList();
    return this;
  }

  /** The column that tells the units of a panel apart; each has its own constant. */
  public DriverModel panel(String unitColumn) {
    unit = unitColumn;
    return this;
  }

  /** The models, in no order. */
  public Dataset<Row> compute() {
    List<Column> numbers = new ArrayList<>();
    for (String name : columns.names()) {
      numbers.add(GroupedRows.quoted(name));
    }
    Dataset<Row> input = rows;
    if (unit != null) {
      Column[] keys =
          by.isEmpty()
              ? new Column[] {lit(0)}
              : by.stream().map(GroupedRows::quoted).toArray(Column[]::new);
      Column number = dense_rank().over(Window.partitionBy(keys).orderBy(GroupedRows.quoted(unit)));
      input = rows.withColumn(UNIT_NUMBER, number);
      numbers.add(GroupedRows.quoted(UNIT_NUMBER));
    }
    return GroupedRows.of(input, by, numbers).map(SCHEMA, new DriverKernel(terms, rules));
  }
}
