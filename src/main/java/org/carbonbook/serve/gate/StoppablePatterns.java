package org.carbonbook.serve.gate;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ILike;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.LikeAll;
import org.apache.spark.sql.catalyst.expressions.LikeAny;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.MultiLikeBase;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.NotLikeAll;
import org.apache.spark.sql.catalyst.expressions.NotLikeAny;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.RLike;
import org.apache.spark.sql.catalyst.expressions.RegExpCount;
import org.apache.spark.sql.catalyst.expressions.RegExpExtract;
import org.apache.spark.sql.catalyst.expressions.RegExpExtractAll;
import org.apache.spark.sql.catalyst.expressions.RegExpInStr;
import org.apache.spark.sql.catalyst.expressions.RegExpReplace;
import org.apache.spark.sql.catalyst.expressions.RegExpSubStr;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.StringSplit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * What is done to a query of a reader between its checks and its optimization, where Spark computes
 * what is constant: each expression that matches a pattern becomes one that notices when the query
 * was cancelled ({@link StoppableText}).
 */
final class StoppablePatterns extends Rule<LogicalPlan> {

  private static final char ESCAPE = '\\';

  /** Those of Spark, which never look up from a row. */
  private static final Set<Class<?>> ENDLESS =
      Set.of(
          Like.class,
          ILike.class,
          LikeAll.class,
          LikeAny.class,
          NotLikeAll.class,
          NotLikeAny.class,
          RLike.class,
          RegExpCount.class,
          RegExpExtract.class,
          RegExpExtractAll.class,
          RegExpInStr.class,
          RegExpReplace.class,
          RegExpSubStr.class,
          StringSplit.class);

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.transformAllExpressionsWithSubqueries(
        new AbstractPartialFunction<Expression, Expression>() {
          @Override
          public boolean isDefinedAt(Expression expression) {
            return ENDLESS.contains(expression.getClass());
          }

          @Override
          public Expression apply(Expression expression) {
            return expression instanceof RuntimeReplaceable function
                ? stoppable(function.replacement())
                : stoppable(expression);
          }
        });
  }

  private static Expression stoppable(Expression expression) {
    if (expression instanceof MultiLikeBase several) {
      return several(several);
    } else if (ENDLESS.contains(expression.getClass())) {
      return StoppableFunctions.of(expression);
    }
    List<Expression> parts =
        JavaConverters.seqAsJavaList(expression.children()).stream()
            .map(StoppablePatterns::stoppable)
            .toList();
    return parts.isEmpty()
        ? expression
        : expression.withNewChildren(JavaConverters.asScalaBuffer(parts).toSeq());
  }

  private static Expression several(MultiLikeBase several) {
    boolean negated = several instanceof NotLikeAll || several instanceof NotLikeAny;
    boolean all = several instanceof LikeAll || several instanceof NotLikeAll;
    List<Expression> parts =
        JavaConverters.seqAsJavaList(several.patterns()).stream()
            .map(pattern -> new Literal(pattern, DataTypes.StringType))
            .map(pattern -> StoppableFunctions.of(new Like(several.child(), pattern, ESCAPE)))
            .map(like -> negated ? new Not(like) : like)
            .toList();
    return joined(parts, all ? And::new : Or::new);
  }

  /** As a tree that is as flat as can be. */
  private static Expression joined(List<Expression> parts, BinaryOperator<Expression> by) {
    int half = parts.size() / 2;
    return half == 0
        ? parts.get(0)
        : by.apply(
            joined(parts.subList(0, half), by), joined(parts.subList(half, parts.size()), by));
  }
}
