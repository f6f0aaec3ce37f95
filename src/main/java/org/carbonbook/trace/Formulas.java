package org.carbonbook.trace;

import static org.apache.spark.sql.functions.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedProjection;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * The formulas of lineages, worked out in Spark's SQL. Each is analysed once and then only
 * evaluated: an effect has hundreds of figures below it, and a query for each takes longer than
 * everything else together.
 */
final class Formulas {

  private final SparkSession spark;
  private final Map<List<Object>, Analysed> all = new HashMap<>();

  private record Analysed(InterpretedProjection projection, DataType type) {}

  Formulas(SparkSession spark) {
    this.spark = spark;
  }

  /** The value of a formula whose terms bear the names of the nodes. */
  Object evaluate(String formula, List<Node> terms) {
    StructField[] fields =
        terms.stream()
            .map(p -> DataTypes.createStructField(p.name(), typeOf(p.rebuilt()), true))
            .toArray(StructField[]::new);
    StructType type = new StructType(fields);
    Analysed analysed = all.computeIfAbsent(List.of(formula, type), k -> analyse(formula, type));
    Row values = RowFactory.create(terms.stream().map(Node::rebuilt).toArray());
    InternalRow row =
        (InternalRow) CatalystTypeConverters.createToCatalystConverter(type).apply(values);
    Object value = analysed.projection().apply(row).get(0, analysed.type());
    return CatalystTypeConverters.convertToScala(value, analysed.type());
  }

  private Analysed analyse(String formula, StructType type) {
    Project project =
        (Project)
            ReplaceExpressions.apply(
                spark
                    .createDataFrame(List.<Row>of(), type)
                    .select(expr(formula))
                    .queryExecution()
                    .analyzed());
    @SuppressWarnings("unchecked") // named expressions are expressions, and the list is only read
    Seq<Expression> columns = (Seq<Expression>) (Seq<?>) project.projectList();
    InterpretedProjection projection = new InterpretedProjection(columns, project.child().output());
    return new Analysed(projection, columns.head().dataType());
  }

  private static DataType typeOf(Object value) {
    if (value instanceof Object[] list) {
      return DataTypes.createArrayType(typeOf(list.length == 0 ? null : list[0]));
    }
    if (value instanceof Integer) {
      return DataTypes.IntegerType;
    }
    if (value instanceof Long) {
      return DataTypes.LongType;
    }
    return value instanceof String ? DataTypes.StringType : DataTypes.DoubleType;
  }
}
