package org.carbonbook.serve.gate;

import java.util.Set;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeNamespace;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Except;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Intersect;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
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
import org.apache.spark.sql.execution.command.SetNamespaceCommand;
import org.apache.spark.sql.execution.command.ShowCurrentNamespaceCommand;

/**
 * The kinds of plans that are allowed both as they were parsed and after names were resolved. Each
 * half of the gate adds those that occur only there.
 */
final class PlanKinds {

  /** What a query is made of. */
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
          Sample.class,
          OneRowRelation.class);

  /** Commands that only describe what is there. */
  private static final Set<Class<?>> DESCRIBING =
      Set.of(
          ShowNamespaces.class,
          ShowTables.class,
          ShowColumns.class,
          ShowFunctions.class,
          ShowCurrentNamespaceCommand.class,
          DescribeRelation.class,
          DescribeColumn.class,
          DescribeNamespace.class,
          DescribeFunction.class,
          SetCatalogAndNamespace.class,
          SetNamespaceCommand.class);

  private PlanKinds() {}

  /** Whether a plan is part of a query. */
  static boolean isQuery(Object plan) {
    return QUERY.contains(plan.getClass());
  }

  /** Whether a plan is a command that only describes what is there. */
  static boolean isDescribing(Object plan) {
    return DESCRIBING.contains(plan.getClass());
  }
}
