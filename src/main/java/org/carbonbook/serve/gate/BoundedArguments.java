package org.carbonbook.serve.gate;

import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.FormatNumber;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Stack;
import org.apache.spark.sql.catalyst.expressions.StringLPad;
import org.apache.spark.sql.catalyst.expressions.StringRPad;
import org.apache.spark.sql.catalyst.expressions.StringRepeat;
import org.apache.spark.sql.catalyst.expressions.StringSpace;
import org.apache.spark.sql.catalyst.expressions.aggregate.ApproximatePercentile;
import org.apache.spark.sql.catalyst.expressions.aggregate.HyperLogLogPlusPlus;
import org.apache.spark.sql.types.DataTypes;

/**
 * Functions of which a number says how much they make must be given a small literal: a text of two
 * billion characters, or as many rows, would end the server for everybody.
 */
final class BoundedArguments {

  static final int MAX = 1_000;

  /** Spark's own accuracy of an approximate percentile. */
  private static final int MAX_ACCURACY = 10_000;

  /** A tenth of Spark's own error of an approximate count; the memory grows with its square. */
  private static final double MIN_ERROR = 0.005;

  private BoundedArguments() {}

  static void check(Expression expression) {
    if (expression instanceof StringRepeat repeat) {
      requireSmall("repeat", repeat.times(), MAX);
    } else if (expression instanceof StringSpace space) {
      requireSmall("space", space.child(), MAX);
    } else if (expression instanceof StringLPad pad) {
      requireSmall("lpad", pad.len(), MAX);
    } else if (expression instanceof StringRPad pad) {
      requireSmall("rpad", pad.len(), MAX);
    } else if (expression instanceof Stack stack) {
      requireSmall("stack", stack.children().head(), MAX);
    } else if (expression instanceof FormatNumber format
        && format.d().dataType().equals(DataTypes.IntegerType)) {
      requireSmall("format_number", format.d(), MAX);
    } else if (expression instanceof ApproximatePercentile percentile) {
      requireSmall("percentile_approx", percentile.accuracyExpression(), MAX_ACCURACY);
    } else if (expression instanceof HyperLogLogPlusPlus count && count.relativeSD() < MIN_ERROR) {
      throw new Refused(
          "refused: the error of approx_count_distinct must be %s or more".formatted(MIN_ERROR));
    }
  }

  private static void requireSmall(String function, Expression length, int max) {
    if (!(length instanceof Literal literal)
        || !(literal.value() instanceof Number number)
        || number.longValue() > max) {
      throw new Refused(
          "refused: the number that %s is given must be a literal up to %d"
              .formatted(function, max));
    }
  }
}
