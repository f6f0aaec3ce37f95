package org.carbonbook.serve.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Pivot;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * How many operators and columns a query has once each name of WITH and of the session's views is
 * replaced by its query, and each star by its columns. Queries that use each other twice double
 * with each line, and planning them cannot be stopped.
 */
final class StatementSize {

  private static final double MAX_OPERATORS = 5_000;
  private static final double MAX_COLUMNS = 10_000;
  private static final int MAX_DEPTH = 40;

  /** What a table is taken to have. */
  private static final Size TABLE = new Size(1, 100);

  private final Function<String, Optional<LogicalPlan>> views;
  private final Map<String, Size> viewSizes = new HashMap<>();

  /**
   * What a part of a statement becomes.
   *
   * @param operators in all
   * @param columns of its rows
   */
  private record Size(double operators, double columns) {

    private Size and(Size other) {
      return new Size(operators + other.operators, columns + other.columns);
    }
  }

  private StatementSize(Function<String, Optional<LogicalPlan>> views) {
    this.views = views;
  }

  /**
   * Checks a statement as it was parsed.
   *
   * @param views the query of a view of the session, by its name
   * @throws Refused when it is too large or its subqueries are nested too deeply
   */
  static void check(LogicalPlan plan, Function<String, Optional<LogicalPlan>> views) {
    var unused = new StatementSize(views).size(plan, Map.of(), 0);
  }

  private Size size(LogicalPlan plan, Map<String, Size> named, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Refused("refused: subqueries are nested more than " + MAX_DEPTH + " deep");
    }
    if (plan instanceof UnresolvedRelation relation && relation.multipartIdentifier().size() == 1) {
      String name = relation.multipartIdentifier().head().toLowerCase(Locale.ROOT);
      return named.containsKey(name) ? named.get(name) : view(name, depth);
    }
    if (plan instanceof UnresolvedWith with) {
      Map<String, Size> known = new HashMap<>(named);
      List<Tuple2<String, SubqueryAlias>> relations =
          JavaConverters.seqAsJavaList(with.cteRelations());
      for (Tuple2<String, SubqueryAlias> relation : relations) {
        known.put(relation._1().toLowerCase(Locale.ROOT), size(relation._2(), known, depth + 1));
      }
      return size(with.child(), known, depth);
    }
    return operator(plan, named, depth);
  }

  private Size operator(LogicalPlan plan, Map<String, Size> named, int depth) {
    Size inside = new Size(1, 0);
    for (LogicalPlan part : PlanParts.inside(plan)) {
      inside = inside.and(size(part, named, depth));
    }
    double operators = inside.operators();
    for (Expression expression : PlanParts.expressions(plan)) {
      operators += subqueries(expression, named, depth);
    }
    RepeatedParts.check(plan);
    if (plan instanceof Aggregate aggregate) {
      double sets = GroupingCount.of(JavaConverters.seqAsJavaList(aggregate.groupingExpressions()));
      GroupingCount.check(sets);
      operators += sets;
    }
    Size size = new Size(operators, Math.max(1, columns(plan, inside.columns())));
    if (size.operators() > MAX_OPERATORS) {
      throw new Refused(
          "refused: the statement has more than %.0f parts, with the queries of WITH and of views in each place that names them"
              .formatted(MAX_OPERATORS));
    }
    if (size.columns() > MAX_COLUMNS) {
      throw new Refused(
          "refused: the statement could make more than %.0f columns".formatted(MAX_COLUMNS));
    }
    return size;
  }

  private static double columns(LogicalPlan plan, double below) {
    if (plan instanceof Project || plan instanceof Aggregate) {
      return PlanParts.expressions(plan).stream()
          .mapToDouble(expression -> Math.max(1, stars(expression) * below))
          .sum();
    } else if (plan instanceof Pivot pivot) {
      return below + (double) pivot.pivotValues().size() * pivot.aggregates().size();
    } else if (plan instanceof Union union) {
      return below / Math.max(1, union.children().size());
    }
    return below;
  }

  private static double stars(Expression expression) {
    return expression instanceof Star
        ? 1
        : JavaConverters.seqAsJavaList(expression.children()).stream()
            .mapToDouble(StatementSize::stars)
            .sum();
  }

  /** A view is sized once, however often it is named; one that names itself is refused later. */
  private Size view(String name, int depth) {
    Size known = viewSizes.get(name);
    if (known == null) {
      viewSizes.put(name, TABLE);
      Optional<LogicalPlan> query = views.apply(name);
      known = query.isPresent() ? size(query.get(), Map.of(), depth + 1) : TABLE;
      viewSizes.put(name, known);
    }
    return known;
  }

  private double subqueries(Expression expression, Map<String, Size> named, int depth) {
    double operators =
        expression instanceof SubqueryExpression subquery
            ? size(subquery.plan(), named, depth + 1).operators()
            : 0;
    for (Expression child : JavaConverters.seqAsJavaList(expression.children())) {
      operators += subqueries(child, named, depth);
    }
    return operators;
  }
}
