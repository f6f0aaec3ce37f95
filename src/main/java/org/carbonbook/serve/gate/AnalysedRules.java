package org.carbonbook.serve.gate;

import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InheritAnalysisRules;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeNamespace;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Except;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Intersect;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.SetCatalogAndNamespace;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowNamespaces;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
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
import org.apache.spark.sql.execution.command.SetNamespaceCommand;
import org.apache.spark.sql.execution.command.ShowColumnsCommand;
import org.apache.spark.sql.execution.command.ShowCurrentNamespaceCommand;
import org.apache.spark.sql.execution.command.ShowFunctionsCommand;
import org.carbonbook.serve.release.ShownRows;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * What a statement may have become when names were resolved: rows of the release and nothing else,
 * by expressions of allowed functions. The second half of the gate: it does not rely on the first.
 */
final class AnalysedRules extends AbstractFunction1<LogicalPlan, BoxedUnit> {

  private static final Set<Class<?>> QUERY =
      Set.of(
          Project.class,
          Filter.class,
          Aggregate.class,
          Sort.class,
          Distinct.class,
          GlobalLimit.class,
          LocalLimit.class,
          Offset.class,
          Join.class,
          LateralJoin.class,
          Union.class,
          Except.class,
          Intersect.class,
          SubqueryAlias.class,
          Generate.class,
          Expand.class,
          Window.class,
          Sample.class,
          View.class,
          WithCTE.class,
          CTERelationDef.class,
          CTERelationRef.class,
          LocalRelation.class,
          OneRowRelation.class);

  private static final Set<Class<?>> COMMANDS =
      Set.of(
          SetCommand.class,
          ResetCommand.class,
          ExplainCommand.class,
          DescribeQueryCommand.class,
          DescribeRelation.class,
          DescribeColumn.class,
          DescribeNamespace.class,
          DescribeFunction.class,
          DescribeTableCommand.class,
          DescribeColumnCommand.class,
          DescribeFunctionCommand.class,
          DropTempViewCommand.class,
          ShowNamespaces.class,
          ShowTables.class,
          ShowColumns.class,
          ShowColumnsCommand.class,
          ShowFunctions.class,
          ShowFunctionsCommand.class,
          ShowCurrentNamespaceCommand.class,
          SetCatalogAndNamespace.class,
          SetNamespaceCommand.class);

  @Override
  public BoxedUnit apply(LogicalPlan plan) {
    if (plan instanceof CreateViewCommand view) {
      check(view.plan());
    } else if (!COMMANDS.contains(plan.getClass())) {
      check(plan);
    }
    return BoxedUnit.UNIT;
  }

  private static void check(LogicalPlan plan) {
    if (ShownRows.isRelation(plan)) {
      if (!ShownRows.isOurs(plan)) {
        throw Refused.notAllowed("a table that the release does not have");
      }
      return;
    }
    if ((plan instanceof View view && !view.isTempView()) || !QUERY.contains(plan.getClass())) {
      throw Refused.notAllowed(Names.of(plan));
    }
    ParsedRules.expressions(plan).forEach(AnalysedRules::checkExpression);
    ParsedRules.inside(plan).forEach(AnalysedRules::check);
  }

  private static void checkExpression(Expression expression) {
    if (!Structure.isAllowed(expression)
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
