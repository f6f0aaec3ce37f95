package org.carbonbook.serve.gate;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnresolvedWindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowSpecDefinition;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.WithWindowDefinition;
import scala.collection.JavaConverters;

/**
 * What a statement says once and means many times: a window by its name, an expression of SELECT by
 * its number. Spark puts a copy in each place.
 */
final class RepeatedParts {

  private static final long MAX = 200_000;

  private RepeatedParts() {}

  /**
   * Checks one operator of a statement as it was parsed.
   *
   * @throws Refused when the copies are too large together
   */
  static void check(LogicalPlan plan) {
    if (plan instanceof WithWindowDefinition windows) {
      long largest = 0;
      for (WindowSpecDefinition window :
          JavaConverters.mapAsJavaMap(windows.windowDefinitions()).values()) {
        largest = Math.max(largest, parts(window));
      }
      require(largest * windowNames(windows.child()), "windows");
    } else if (plan instanceof Aggregate aggregate) {
      long numbers = count(JavaConverters.seqAsJavaList(aggregate.groupingExpressions()));
      require(numbers * largest(PlanParts.expressions(plan)), "GROUP BY numbers");
    } else if (plan instanceof Sort sort) {
      long largest =
          PlanParts.inside(plan).stream()
              .mapToLong(below -> largest(PlanParts.expressions(below)))
              .max()
              .orElse(0);
      require(sort.order().size() * largest, "ORDER BY numbers");
    }
  }

  private static void require(long parts, String what) {
    if (parts > MAX) {
      throw new Refused(
          "refused: the %s of the statement stand for more than %d parts".formatted(what, MAX));
    }
  }

  private static long count(List<Expression> expressions) {
    return expressions.stream().filter(Literal.class::isInstance).count();
  }

  private static long largest(List<Expression> expressions) {
    return expressions.stream().mapToLong(RepeatedParts::parts).max().orElse(0);
  }

  private static long windowNames(LogicalPlan plan) {
    long names = 0;
    for (Expression expression : PlanParts.expressions(plan)) {
      names += windowNames(expression);
    }
    for (LogicalPlan inside : PlanParts.inside(plan)) {
      names += windowNames(inside);
    }
    return names;
  }

  private static long windowNames(Expression expression) {
    return (expression instanceof UnresolvedWindowExpression ? 1 : 0)
        + JavaConverters.seqAsJavaList(expression.children()).stream()
            .mapToLong(RepeatedParts::windowNames)
            .sum();
  }

  private static long parts(Expression expression) {
    return 1
        + JavaConverters.seqAsJavaList(expression.children()).stream()
            .mapToLong(RepeatedParts::parts)
            .sum();
  }
}
