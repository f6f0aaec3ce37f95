package org.carbonbook.serve.gate;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Cube;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GroupingSets;
import org.apache.spark.sql.catalyst.expressions.Rollup;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/**
 * How many grouping sets CUBE, ROLLUP and GROUPING SETS mean. Each is a copy of every row, and a
 * cube of n columns has 2 to the power of n; Spark writes them out before anything can stop it.
 */
final class GroupingCount {

  /** As many as a cube of 8 columns. */
  private static final int MAX = 256;

  private GroupingCount() {}

  /**
   * Checks a number of grouping sets.
   *
   * @throws Refused when it is too large
   */
  static void check(double sets) {
    if (sets > MAX) {
      throw new Refused(
          "refused: CUBE, ROLLUP and GROUPING SETS mean more than %d groupings".formatted(MAX));
    }
  }

  /** Of a clause as it was written. */
  static double of(SqlBaseParser.GroupingAnalyticsContext clause) {
    if (clause.CUBE() != null) {
      return Math.pow(2, clause.groupingSet().size());
    }
    if (clause.ROLLUP() != null) {
      return clause.groupingSet().size() + 1.0;
    }
    return clause.groupingElement().stream()
        .mapToDouble(
            element -> element.groupingAnalytics() == null ? 1 : of(element.groupingAnalytics()))
        .sum();
  }

  /** Of the expressions of one GROUP BY, whose grouping sets are combined. */
  static double of(List<Expression> groupBy) {
    return groupBy.stream().mapToDouble(GroupingCount::of).reduce(1, (a, b) -> a * b);
  }

  private static double of(Expression expression) {
    if (expression instanceof Cube cube) {
      return Math.pow(2, cube.groupingSetIndexes().size());
    } else if (expression instanceof Rollup rollup) {
      return rollup.groupingSetIndexes().size() + 1.0;
    } else if (expression instanceof GroupingSets sets) {
      return sets.groupingSetIndexes().size();
    }
    return 1;
  }
}
