package org.carbonbook.catalyst;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
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
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * A SQL expression that is analysed once and then evaluated on values, without a job. Running one
 * query for each of hundreds of values would dominate the run time.
 */
public final class SqlFormula {

  private final StructType type;
  private final InterpretedProjection projection;
  private final DataType resultType;

  private SqlFormula(StructType type, InterpretedProjection projection, DataType resultType) {
    this.type = type;
    this.projection = projection;
    this.resultType = resultType;
  }

  /**
   * Analyses an expression.
   *
   * @param type the names and types of the values that it uses
   */
  public static SqlFormula of(SparkSession spark, String expression, StructType type) {
    Project project =
        (Project)
            ReplaceExpressions.apply(
                spark
                    .createDataFrame(List.<Row>of(), type)
                    .select(expr(expression))
                    .queryExecution()
                    .analyzed());
    @SuppressWarnings("unchecked") // named expressions are expressions, and the list is only read
    Seq<Expression> columns = (Seq<Expression>) (Seq<?>) project.projectList();
    InterpretedProjection projection = new InterpretedProjection(columns, project.child().output());
    return new SqlFormula(type, projection, columns.head().dataType());
  }

  /** The value of the expression for some values, one for each column of its type. */
  public Object evaluate(Object[] values) {
    InternalRow row =
        (InternalRow)
            CatalystTypeConverters.createToCatalystConverter(type).apply(RowFactory.create(values));
    return CatalystTypeConverters.convertToScala(
        projection.apply(row).get(0, resultType), resultType);
  }
}
