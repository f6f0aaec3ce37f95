package org.carbonbook.serve.gate;

import java.io.Serializable;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.runtime.AbstractPartialFunction;

/**
 * The last rule of the optimizer for readers: it adds a check for cancellation to each operator
 * that multiplies rows. Spark itself checks only when a task takes a row from a source. A join of a
 * few rows with themselves takes few rows and can run for hours, so it would not notice a time
 * limit.
 */
final class CancellationChecks extends Rule<LogicalPlan> {

  private static final TreeNodeTag<Object> CHECKED = new TreeNodeTag<>("carbonbook.alive");

  /** Returns true, or ends the task when it was cancelled. */
  private static final class Check implements UDF0<Boolean>, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean call() {
      StopSign.check();
      return true;
    }
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.transformUpWithSubqueries(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return (node instanceof Join || node instanceof Generate)
                && node.getTagValue(CHECKED).isEmpty();
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            node.setTagValue(CHECKED, true);
            return new Filter(check(), node);
          }
        });
  }

  private static Expression check() {
    return functions.udf(new Check(), DataTypes.BooleanType).asNondeterministic().apply().expr();
  }
}
