package org.carbonbook.serve.gate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.LocalTempView$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunctionName;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedHaving;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedSubqueryColumnAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTVFAliases;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.DropView;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Pivot;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.sql.catalyst.plans.logical.Unpivot;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.plans.logical.WithWindowDefinition;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.execution.command.DescribeQueryCommand;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.apache.spark.sql.execution.command.SetNamespaceCommand;
import org.carbonbook.lake.Lake;
import org.carbonbook.serve.release.ReleaseCatalog;
import scala.collection.JavaConverters;

/**
 * The allowed parts of a statement as it was parsed, before any name is looked up. Whatever no list
 * here names is refused.
 */
final class ParsedRules {

  /** What a query is made of only before names are resolved. */
  private static final Set<Class<?>> PARSED_QUERY =
      Set.of(
          Pivot.class,
          Unpivot.class,
          UnresolvedInlineTable.class,
          UnresolvedRelation.class,
          UnresolvedTableValuedFunction.class,
          UnresolvedTVFAliases.class,
          UnresolvedSubqueryColumnAliases.class,
          UnresolvedHaving.class,
          UnresolvedWith.class,
          WithWindowDefinition.class);

  /** Commands that exist only before names are resolved. */
  private static final Set<Class<?>> PARSED_COMMANDS = Set.of(ShowViews.class);

  /** What such commands name. */
  private static final Set<Class<?>> NAMES =
      Set.of(
          UnresolvedNamespace.class,
          UnresolvedTable.class,
          UnresolvedTableOrView.class,
          UnresolvedFunctionName.class,
          UnresolvedIdentifier.class);

  private ParsedRules() {}

  /**
   * Checks a statement.
   *
   * @throws Refused when something in it is on no list
   */
  static void check(LogicalPlan plan) {
    if (plan instanceof SetCommand set) {
      ReaderSettings.check(set);
    } else if (plan instanceof ResetCommand reset) {
      ReaderSettings.check(reset);
    } else if (plan instanceof ExplainCommand explain) {
      checkQuery(explain.logicalPlan());
    } else if (plan instanceof DescribeQueryCommand describe) {
      checkQuery(describe.plan());
    } else if (plan instanceof CreateViewCommand view) {
      checkOwnView(view);
    } else if (plan instanceof DropView drop) {
      checkOwnName(drop.child());
    } else if (PlanKinds.isDescribing(plan) || PARSED_COMMANDS.contains(plan.getClass())) {
      checkDescribing(plan);
    } else {
      checkQuery(plan);
    }
  }

  /** Checks what may only be a query: the text of a view, or what EXPLAIN is asked about. */
  static void checkQuery(LogicalPlan plan) {
    if (!PlanKinds.isQuery(plan) && !PARSED_QUERY.contains(plan.getClass())) {
      throw Refused.notAllowed(StatementNames.of(plan));
    }
    if (plan instanceof UnresolvedRelation relation) {
      checkRelation(relation);
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      checkFunction(JavaConverters.seqAsJavaList(function.name()));
    }
    PlanParts.expressions(plan).forEach(ParsedRules::checkExpression);
    PlanParts.inside(plan).forEach(ParsedRules::checkQuery);
  }

  private static void checkDescribing(LogicalPlan plan) {
    for (LogicalPlan name : PlanParts.inside(plan)) {
      if (!NAMES.contains(name.getClass())) {
        throw Refused.notAllowed(StatementNames.of(name));
      }
      if (name instanceof UnresolvedFunctionName function) {
        checkFunction(JavaConverters.seqAsJavaList(function.multipartIdentifier()));
      } else if (name instanceof UnresolvedNamespace schema) {
        checkSchema(JavaConverters.seqAsJavaList(schema.multipartIdentifier()));
      } else if (name instanceof UnresolvedIdentifier schema) {
        checkSchema(JavaConverters.seqAsJavaList(schema.nameParts()));
      } else if (name instanceof UnresolvedTableOrView table) {
        checkTable(JavaConverters.seqAsJavaList(table.multipartIdentifier()));
      } else if (name instanceof UnresolvedTable table) {
        checkTable(JavaConverters.seqAsJavaList(table.multipartIdentifier()));
      }
    }
    if (plan instanceof SetNamespaceCommand use) {
      checkSchema(JavaConverters.seqAsJavaList(use.namespace()));
    }
    PlanParts.expressions(plan).forEach(ParsedRules::checkExpression);
  }

  /** A schema of the release, with or without its catalog; none is the current one. */
  private static void checkSchema(List<String> name) {
    boolean inCatalog = !name.isEmpty() && name.get(0).equalsIgnoreCase(ReleaseCatalog.NAME);
    List<String> schema = inCatalog ? name.subList(1, name.size()) : name;
    if (schema.size() > 1 || (schema.size() == 1 && !isSchema(schema.get(0)))) {
      throw Refused.notAllowed(
          "%s, which is not one of the schemas %s,"
              .formatted(String.join(".", name), String.join(", ", Lake.LAYERS)));
    }
  }

  private static void checkOwnView(CreateViewCommand view) {
    if (!view.viewType().equals(LocalTempView$.MODULE$)) {
      throw Refused.notAllowed("a view that outlives the session (CREATE TEMPORARY VIEW does not)");
    }
    if (view.properties().nonEmpty()) {
      throw Refused.notAllowed("a view with properties");
    }
    if (view.name().database().isDefined() || view.name().catalog().isDefined()) {
      throw Refused.notAllowed("a temporary view in a schema");
    }
    checkQuery(view.plan());
  }

  private static void checkOwnName(LogicalPlan name) {
    if (!(name instanceof UnresolvedIdentifier own) || own.nameParts().size() != 1) {
      throw Refused.notAllowed("dropping anything but a temporary view of this session");
    }
  }

  private static void checkRelation(UnresolvedRelation relation) {
    List<String> name = JavaConverters.seqAsJavaList(relation.multipartIdentifier());
    if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw Refused.notAllowed("a stream or a table with options");
    }
    checkTable(name);
  }

  private static void checkTable(List<String> name) {
    // One part is a table of the current schema, a view of the session or a WITH: seen later.
    boolean known =
        name.size() == 1
            || (name.size() == 2 && isSchema(name.get(0)))
            || (name.size() == 3
                && name.get(0).equalsIgnoreCase(ReleaseCatalog.NAME)
                && isSchema(name.get(1)));
    if (!known) {
      throw name.get(0).equalsIgnoreCase("information_schema")
          ? new Refused(
              "refused: there is no information_schema; SHOW TABLES and DESCRIBE list what there is")
          : Refused.notAllowed("a table outside of the schemas " + String.join(", ", Lake.LAYERS));
    }
  }

  private static boolean isSchema(String name) {
    return Lake.LAYERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static void checkExpression(Expression expression) {
    if (expression instanceof UnresolvedFunction function) {
      checkFunction(JavaConverters.seqAsJavaList(function.nameParts()));
      checkWindow(function);
    } else if (expression instanceof UnresolvedGenerator generator) {
      checkFunction(JavaConverters.seqAsJavaList(generator.name().nameParts()));
    } else if (expression instanceof ExpressionWithUnresolvedIdentifier) {
      throw Refused.notAllowed("IDENTIFIER()");
    } else if (expression instanceof SubqueryExpression subquery) {
      checkQuery(subquery.plan());
    }
    JavaConverters.seqAsJavaList(expression.children()).forEach(ParsedRules::checkExpression);
  }

  /**
   * Each row is in as many sliding windows as steps fit into one: billions, if a reader says so.
   */
  private static void checkWindow(UnresolvedFunction function) {
    if (function.nameParts().last().equalsIgnoreCase("window") && function.arguments().size() > 2) {
      throw Refused.notAllowed("a window with a step of its own");
    }
  }

  private static void checkFunction(List<String> name) {
    if (name.size() != 1 || !Functions.isAllowed(name.get(0))) {
      throw Refused.notAllowed("the function " + String.join(".", name));
    }
  }
}
