package org.carbonbook.serve.gate;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.release.ShownRows;
import scala.Function1;
import scala.collection.JavaConverters;

/** The result of a statement, computed one partition at a time. */
public final class Answer {

  private static final Set<DataType> INSTANTS =
      Set.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);

  private final ReadSession session;
  private final ShownRelease shown;
  private final QueryExecution query;

  Answer(ReadSession session, ShownRelease shown, QueryExecution query) {
    this.session = session;
    this.shown = shown;
    this.query = query;
  }

  /** The columns, with their comments. */
  public StructType schema() {
    return query.analyzed().schema();
  }

  /** Whether the statement was a command, whose rows are available already. */
  public boolean isCommand() {
    return query.analyzed() instanceof Command;
  }

  /** Whether the same statement always has the same rows, of one release. */
  public boolean isSteady() {
    return !isCommand() && isSteady(query.analyzed());
  }

  private static boolean isSteady(LogicalPlan plan) {
    return plan.deterministic()
        && PlanParts.expressions(plan).stream().allMatch(Answer::isSteady)
        && PlanParts.inside(plan).stream().allMatch(Answer::isSteady);
  }

  /** Whether it is made of columns and literals only: the time and the user are neither. */
  private static boolean isSteady(Expression expression) {
    if ((expression instanceof SubqueryExpression subquery && !isSteady(subquery.plan()))
        || (expression instanceof Cast cast && mayReadTheClock(cast))) {
      return false;
    }
    List<Expression> parts = JavaConverters.seqAsJavaList(expression.children());
    return parts.isEmpty()
        ? expression instanceof Literal
            || expression instanceof Attribute
            || expression instanceof SubqueryExpression
            || expression instanceof Count
        : parts.stream().allMatch(Answer::isSteady);
  }

  /** A text that becomes a date can be "today" or "now". */
  private static boolean mayReadTheClock(Cast cast) {
    return INSTANTS.contains(cast.dataType())
        && cast.child().dataType().equals(DataTypes.StringType)
        && cast.child().foldable()
        && !(cast.child() instanceof Literal text && SpecialDates.isPlain(text.toString()));
  }

  /**
   * The bytes that the query reads, as far as they are known before it runs.
   *
   * @return 0 for a query that reads no table
   */
  public long scannedBytes() {
    return session.during(shown, () -> bytes(query.analyzed()));
  }

  private static long bytes(LogicalPlan plan) {
    long inside = PlanParts.inside(plan).stream().mapToLong(Answer::bytes).sum();
    long below = PlanParts.expressions(plan).stream().mapToLong(Answer::bytes).sum();
    return inside + below + (ShownRows.isRelation(plan) ? plan.stats().sizeInBytes().toLong() : 0);
  }

  private static long bytes(Expression expression) {
    long below =
        JavaConverters.seqAsJavaList(expression.children()).stream().mapToLong(Answer::bytes).sum();
    return expression instanceof SubqueryExpression subquery
        ? below + bytes(subquery.plan())
        : below;
  }

  /** The same with at most so many rows of each partition, so that none can fill the memory. */
  public Answer atMost(int rows) {
    if (isCommand()) {
      return this;
    }
    LogicalPlan limited =
        new LocalLimit(new Literal(rows, DataTypes.IntegerType), query.analyzed());
    return session.during(
        shown,
        () ->
            new Answer(
                session,
                shown,
                session.spark().sessionState().executePlan(limited, CommandExecutionMode.SKIP())));
  }

  /** Whether it has parts whose memory grows with the values that they see, and never spills. */
  public boolean isHolding() {
    return isHolding(query.analyzed());
  }

  private static boolean isHolding(LogicalPlan plan) {
    return plan instanceof Join
        || plan instanceof Generate
        || PlanParts.expressions(plan).stream().anyMatch(Answer::isHolding)
        || PlanParts.inside(plan).stream().anyMatch(Answer::isHolding);
  }

  private static boolean isHolding(Expression expression) {
    return expression instanceof TypedImperativeAggregate
        || (expression instanceof SubqueryExpression subquery && isHolding(subquery.plan()))
        || JavaConverters.seqAsJavaList(expression.children()).stream().anyMatch(Answer::isHolding);
  }

  /**
   * Returns the rows. Each partition is computed when its first row is requested.
   *
   * @param maxBytes that a partition may have
   * @throws Refused when the query fails, in a sentence
   */
  public AnswerRows rows(long maxBytes) {
    Function1<Object, Object> toRow = CatalystTypeConverters.createToScalaConverter(schema());
    SparkPlan plan = within(query::executedPlan);
    Iterator<InternalRow> rows = within(() -> PartitionRows.of(plan, maxBytes, this::runWithin));
    return new AnswerRows() {
      @Override
      public boolean hasNext() {
        return QueryFailure.in(rows::hasNext);
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return (Row) toRow.apply(rows.next());
      }

      @Override
      public void close() {
        if (rows instanceof PartitionRows partitions) {
          partitions.close();
        }
      }
    };
  }

  private void runWithin(Runnable work) {
    within(
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T within(Supplier<T> work) {
    return session.during(
        shown,
        () ->
            QueryFailure.in(() -> SQLExecution.withSQLConfPropagated(session.spark(), work::get)));
  }
}
