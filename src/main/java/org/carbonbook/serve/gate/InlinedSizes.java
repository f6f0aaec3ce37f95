package org.carbonbook.serve.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.JavaConverters;

/**
 * How large the expressions of a statement become when each column is replaced by what it is
 * computed from, as Spark does with a condition that it moves below. {@code x + x}, named and used
 * again thirty times, is a billion parts, and planning cannot be stopped.
 */
final class InlinedSizes {

  private static final double MAX = 20_000;

  private final Map<Long, Double> columns = new HashMap<>();

  private InlinedSizes() {}

  /**
   * Checks a plan whose names are resolved.
   *
   * @throws Refused when an expression would become too large
   */
  static void check(LogicalPlan plan) {
    new InlinedSizes().visit(plan);
  }

  private void visit(LogicalPlan plan) {
    PlanParts.inside(plan).forEach(this::visit);
    for (Expression expression : PlanParts.expressions(plan)) {
      double size = size(expression);
      if (expression instanceof Alias alias) {
        columns.put(alias.exprId().id(), size);
      }
    }
  }

  private double size(Expression expression) {
    if (expression instanceof Literal) {
      // A list of thousands of values is what tools write for a filter.
      return 0;
    }
    if (expression instanceof Attribute column) {
      return columns.getOrDefault(column.exprId().id(), 1d);
    }
    if (expression instanceof SubqueryExpression subquery) {
      visit(subquery.plan());
    }
    double size = 1;
    List<Expression> parts = JavaConverters.seqAsJavaList(expression.children());
    for (Expression part : parts) {
      size += size(part);
    }
    if (size > MAX) {
      throw new Refused(
          "refused: an expression has more than %.0f parts, with what its columns are computed from"
              .formatted(MAX));
    }
    return size;
  }
}
