package org.carbonbook.serve.gate;

import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InheritAnalysisRules;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.catalyst.plans.logical.WithCTE;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.execution.command.DescribeColumnCommand;
import org.apache.spark.sql.execution.command.DescribeFunctionCommand;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.DescribeTableCommand;
import org.apache.spark.sql.execution.command.DropTempViewCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.apache.spark.sql.execution.command.ShowColumnsCommand;
import org.apache.spark.sql.execution.command.ShowFunctionsCommand;
import org.carbonbook.serve.release.ShownRows;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The allowed plans of statements after names were resolved: rows of the release and nothing else,
 * with expressions of allowed functions. The second half of the gate; it does not rely on the
 * first.
 */
final class AnalysedRules extends AbstractFunction1<LogicalPlan, BoxedUnit> {

  /** What a query is made of only after names were resolved. */
  private static final Set<Class<?>> RESOLVED_QUERY =
      Set.of(
          Expand.class,
          Window.class,
          View.class,
          WithCTE.class,
          CTERelationDef.class,
          CTERelationRef.class,
          LocalRelation.class);

  /** Commands that exist only after names were resolved. */
  private static final Set<Class<?>> RESOLVED_COMMANDS =
      Set.of(
          SetCommand.class,
          ResetCommand.class,
          ExplainCommand.class,
          DescribeQueryCommand.class,
          DescribeTableCommand.class,
          DescribeColumnCommand.class,
          DescribeFunctionCommand.class,
          DropTempViewCommand.class,
          ShowColumnsCommand.class,
          ShowFunctionsCommand.class);

  @Override
  public BoxedUnit apply(LogicalPlan plan) {
    if (plan instanceof CreateViewCommand view) {
      checkQuery(view.plan());
    } else if (!PlanKinds.isDescribing(plan) && !RESOLVED_COMMANDS.contains(plan.getClass())) {
      checkQuery(plan);
    }
    return BoxedUnit.UNIT;
  }

  private static void checkQuery(LogicalPlan plan) {
    check(plan);
    InlinedSizes.check(plan);
    TextSizes.check(plan);
  }

  private static void check(LogicalPlan plan) {
    if (ShownRows.isRelation(plan)) {
      if (!ShownRows.isOurs(plan)) {
        throw Refused.notAllowed("a table that the release does not have");
      }
      return;
    }
    boolean allowed = PlanKinds.isQuery(plan) || RESOLVED_QUERY.contains(plan.getClass());
    if ((plan instanceof View view && !view.isTempView()) || !allowed) {
      throw Refused.notAllowed(StatementNames.of(plan));
    }
    PlanParts.expressions(plan).forEach(AnalysedRules::checkExpression);
    PlanParts.inside(plan).forEach(AnalysedRules::check);
  }

  private static void checkExpression(Expression expression) {
    if (!AllowedExpressions.isAllowed(expression)
        && !Functions.isAllowedClass(expression.getClass().getName())) {
      throw Refused.notAllowed("the expression " + expression.prettyName());
    }
    if (expression instanceof AttributeReference column
        && column.metadata().contains("__metadata_col")) {
      throw Refused.notAllowed("the column " + column.name());
    }
    BoundedArguments.check(expression);
    if (expression instanceof SubqueryExpression subquery) {
      check(subquery.plan());
    }
    // Of an allowed function only what the reader wrote counts, not how Spark computes it.
    var inside =
        expression instanceof InheritAnalysisRules function
            ? function.parameters()
            : expression.children();
    JavaConverters.seqAsJavaList(inside).forEach(AnalysedRules::checkExpression);
  }
}
