package org.carbonbook.serve.gate;

import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.StringLPad;
import org.apache.spark.sql.catalyst.expressions.StringRPad;
import org.apache.spark.sql.catalyst.expressions.StringRepeat;
import org.apache.spark.sql.catalyst.expressions.StringSpace;

/**
 * Functions whose value can be of any size must be given a small limit: a text of two billion
 * characters would stop the server for all users.
 */
final class BoundedArguments {

  private static final int MAX = 1_000;

  private BoundedArguments() {}

  static void check(Expression expression) {
    if (expression instanceof StringRepeat repeat) {
      requireSmall("repeat", repeat.times());
      refuseWithin("repeat", repeat.str());
    } else if (expression instanceof StringSpace space) {
      requireSmall("space", space.child());
    } else if (expression instanceof StringLPad pad) {
      requireSmall("lpad", pad.len());
    } else if (expression instanceof StringRPad pad) {
      requireSmall("rpad", pad.len());
    }
  }

  private static void requireSmall(String function, Expression length) {
    if (!(length instanceof Literal literal)
        || !(literal.value() instanceof Integer number)
        || number > MAX) {
      throw new Refused(
          "refused: the length that %s makes must be a number up to %d".formatted(function, MAX));
    }
  }

  private static void refuseWithin(String function, Expression expression) {
    if (expression
        .find(
            new scala.runtime.AbstractFunction1<Expression, Object>() {
              @Override
              public Object apply(Expression inner) {
                return inner instanceof StringRepeat;
              }
            })
        .isDefined()) {
      throw new Refused("refused: %s of %s".formatted(function, function));
    }
  }
}
