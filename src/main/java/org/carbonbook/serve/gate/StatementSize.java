package org.carbonbook.serve.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * How many operators a query has once each name of WITH is replaced by its query. Queries that use
 * each other twice double with each line, and planning them cannot be stopped.
 */
final class StatementSize {

  private static final double MAX_OPERATORS = 5_000;
  private static final int MAX_DEPTH = 40;

  private StatementSize() {}

  /**
   * Checks a statement as it was parsed.
   *
   * @throws Refused when it is too large or its subqueries are nested too deeply
   */
  static void check(LogicalPlan plan) {
    operators(plan, Map.of(), 0);
  }

  private static double operators(LogicalPlan plan, Map<String, Double> named, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Refused("refused: subqueries are nested more than " + MAX_DEPTH + " deep");
    }
    if (plan instanceof UnresolvedRelation relation && relation.multipartIdentifier().size() == 1) {
      return named.getOrDefault(relation.multipartIdentifier().head().toLowerCase(Locale.ROOT), 1d);
    }
    if (plan instanceof UnresolvedWith with) {
      Map<String, Double> known = new HashMap<>(named);
      List<Tuple2<String, SubqueryAlias>> relations =
          JavaConverters.seqAsJavaList(with.cteRelations());
      for (Tuple2<String, SubqueryAlias> relation : relations) {
        known.put(
            relation._1().toLowerCase(Locale.ROOT), operators(relation._2(), known, depth + 1));
      }
      return operators(with.child(), known, depth);
    }
    double size = 1;
    for (LogicalPlan inside : PlanParts.inside(plan)) {
      size += operators(inside, named, depth);
    }
    for (Expression expression : PlanParts.expressions(plan)) {
      size += subqueries(expression, named, depth);
    }
    if (size > MAX_OPERATORS) {
      throw new Refused(
          "refused: the statement has more than %.0f parts, with the queries of WITH in each place that names them"
              .formatted(MAX_OPERATORS));
    }
    return size;
  }

  private static double subqueries(Expression expression, Map<String, Double> named, int depth) {
    double size =
        expression instanceof SubqueryExpression subquery
            ? operators(subquery.plan(), named, depth + 1)
            : 0;
    for (Expression child : JavaConverters.seqAsJavaList(expression.children())) {
      size += subqueries(child, named, depth);
    }
    return size;
  }
}
