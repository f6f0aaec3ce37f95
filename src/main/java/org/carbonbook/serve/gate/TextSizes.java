package org.carbonbook.serve.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.ArrayDistinct;
import org.apache.spark.sql.catalyst.expressions.ArrayExcept;
import org.apache.spark.sql.catalyst.expressions.ArrayIntersect;
import org.apache.spark.sql.catalyst.expressions.ArrayJoin;
import org.apache.spark.sql.catalyst.expressions.ArrayUnion;
import org.apache.spark.sql.catalyst.expressions.ArraysOverlap;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Base64;
import org.apache.spark.sql.catalyst.expressions.ConcatWs;
import org.apache.spark.sql.catalyst.expressions.Encode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Hex;
import org.apache.spark.sql.catalyst.expressions.InheritAnalysisRules;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.Levenshtein;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedLambdaVariable;
import org.apache.spark.sql.catalyst.expressions.OuterReference;
import org.apache.spark.sql.catalyst.expressions.RegExpExtractAll;
import org.apache.spark.sql.catalyst.expressions.RegExpReplace;
import org.apache.spark.sql.catalyst.expressions.StringLPad;
import org.apache.spark.sql.catalyst.expressions.StringRPad;
import org.apache.spark.sql.catalyst.expressions.StringRepeat;
import org.apache.spark.sql.catalyst.expressions.StringReplace;
import org.apache.spark.sql.catalyst.expressions.StringSpace;
import org.apache.spark.sql.catalyst.expressions.StructsToJson;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.WindowSpecDefinition;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.carbonbook.serve.release.ShownRows;
import scala.collection.JavaConverters;

/**
 * How long the texts (and lists of texts) of a statement can become. Functions that multiply
 * lengths, nested or through subqueries, make a text that ends the server for everybody; what could
 * be longer than a million characters is refused before anything is computed.
 */
final class TextSizes {

  private static final double MAX = 1_000_000;
  private static final double MAX_DISTANCES = 25_000_000;

  /** What a column of a table is taken to hold. */
  private static final double COLUMN = 1_000;

  private static final double NUMBER = 40;
  private static final double MAX_CALLS = 100_000_000;

  private static final Map<Class<?>, Integer> GROWTH =
      Map.of(
          Hex.class, 2,
          Base64.class, 2,
          Encode.class, 4,
          StructsToJson.class, 6);

  /** An array as long as a text may be, with itself. */
  private static final double MAX_PAIRS = 2_500_000_000d;

  private static final Set<Class<?>> COMPARING =
      Set.of(
          ArrayDistinct.class,
          ArrayExcept.class,
          ArrayIntersect.class,
          ArrayUnion.class,
          ArraysOverlap.class);

  private final Map<Long, Double> columns = new HashMap<>();
  private double widest = COLUMN;

  /** How often the function at hand is called for one row: nothing stops it within a row. */
  private double calls = 1;

  private TextSizes() {}

  /**
   * Checks a plan whose names are resolved.
   *
   * @throws Refused when a text could become too long
   */
  static void check(LogicalPlan plan) {
    new TextSizes().visit(plan);
  }

  private void visit(LogicalPlan plan) {
    PlanParts.inside(plan).forEach(this::visit);
    if (ShownRows.isRelation(plan)) {
      for (Attribute column : JavaConverters.seqAsJavaList(plan.output())) {
        columns.put(column.exprId().id(), COLUMN);
      }
    }
    if (plan instanceof Union union) {
      widenByBranches(union);
    }
    for (Expression expression : PlanParts.expressions(plan)) {
      double size = size(expression);
      widest = Math.max(widest, size);
      if (expression instanceof Alias alias) {
        columns.put(alias.exprId().id(), size);
      }
    }
  }

  /** A union shows its first branch's columns, with the values of all branches. */
  private void widenByBranches(Union union) {
    List<Attribute> shown = JavaConverters.seqAsJavaList(union.output());
    for (LogicalPlan branch : JavaConverters.seqAsJavaList(union.children())) {
      List<Attribute> columnsOfIt = JavaConverters.seqAsJavaList(branch.output());
      for (int i = 0; i < shown.size(); i++) {
        double size = columns.getOrDefault(columnsOfIt.get(i).exprId().id(), widest);
        columns.merge(shown.get(i).exprId().id(), size, Math::max);
      }
    }
  }

  private double size(Expression expression) {
    if (expression instanceof WindowSpecDefinition window) {
      // It has no type of its own.
      return sum(JavaConverters.seqAsJavaList(window.partitionSpec()))
          + sum(JavaConverters.seqAsJavaList(window.orderSpec()));
    }
    double size = isText(expression) ? text(expression) : notText(expression);
    if (size > MAX) {
      throw new Refused(
          "refused: %s could make a text of more than %.0f characters"
              .formatted(expression.prettyName(), MAX));
    }
    return size;
  }

  /** Each element may be compared with each other one. */
  private double compared(Expression expression) {
    double sum = 0;
    double pairs = 1;
    List<Expression> sides = children(expression);
    for (Expression side : sides) {
      double size = size(side);
      sum += size;
      pairs *= sides.size() == 1 ? size * size : size;
    }
    if (pairs > MAX_PAIRS) {
      throw new Refused("refused: %s of long arrays".formatted(expression.prettyName()));
    }
    return sum;
  }

  /** A number has one size, but what it is computed from may be long. */
  private double notText(Expression expression) {
    if (expression instanceof Levenshtein distance) {
      if (size(distance.left()) * size(distance.right()) > MAX_DISTANCES) {
        throw new Refused("refused: levenshtein of two long texts");
      }
      return NUMBER;
    }
    if (COMPARING.contains(expression.getClass())) {
      compared(expression);
    } else if (hasLambda(expression)) {
      withLambda(expression);
    } else {
      children(expression).forEach(this::size);
    }
    return NUMBER;
  }

  private static boolean hasLambda(Expression expression) {
    return children(expression).stream().anyMatch(LambdaFunction.class::isInstance);
  }

  /** What a lambda is called with comes from the other arguments, so these are sized first. */
  private double withLambda(Expression expression) {
    double size = 1;
    for (Expression argument : children(expression)) {
      if (!(argument instanceof LambdaFunction)) {
        double given = size(argument);
        widest = Math.max(widest, given);
        size *= given;
      }
    }
    double outside = calls;
    calls *= size;
    if (calls > MAX_CALLS) {
      throw new Refused(
          "refused: %s within others would call its function more than %.0f times for a row"
              .formatted(expression.prettyName(), MAX_CALLS));
    }
    for (Expression argument : children(expression)) {
      if (argument instanceof LambdaFunction) {
        size *= size(argument);
      }
    }
    calls = outside;
    return size;
  }

  private double text(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.value() instanceof UTF8String text ? text.numChars() : COLUMN;
    }
    if (expression instanceof OuterReference outer) {
      return size(outer.e() instanceof Expression inner ? inner : expression);
    }
    if (expression instanceof Attribute column) {
      return columns.getOrDefault(column.exprId().id(), widest);
    }
    if (expression instanceof NamedLambdaVariable) {
      return widest;
    }
    if (expression instanceof SubqueryExpression subquery) {
      visit(subquery.plan());
      children(expression).forEach(this::size);
      return widest;
    }
    if (expression instanceof StringRepeat repeat) {
      return size(repeat.str()) * number(repeat.times());
    }
    if (expression instanceof StringReplace replace) {
      return size(replace.srcExpr()) * growth(replace.searchExpr(), size(replace.replaceExpr()));
    }
    if (expression instanceof RegExpReplace replace) {
      return replaced(replace);
    }
    if (expression instanceof RegExpExtractAll extract) {
      double subject = size(extract.subject());
      return looksAround(extract.regexp()) ? subject * subject : subject;
    }
    if (COMPARING.contains(expression.getClass())) {
      return compared(expression);
    }
    if (expression instanceof ArrayJoin join) {
      return size(join.array()) * (1 + size(join.delimiter()));
    }
    if (expression instanceof ConcatWs) {
      List<Expression> parts = children(expression);
      return sum(parts.subList(1, parts.size())) * (1 + size(parts.get(0)));
    }
    if (hasLambda(expression)) {
      return withLambda(expression);
    }
    if (expression instanceof StringSpace
        || expression instanceof StringLPad
        || expression instanceof StringRPad) {
      return BoundedArguments.MAX + sum(children(expression));
    }
    return GROWTH.getOrDefault(expression.getClass(), 1) * sum(children(expression));
  }

  private double replaced(RegExpReplace replace) {
    double subject = size(replace.subject());
    double by = size(replace.rep());
    if (by == 0) {
      return subject;
    }
    boolean known = replace.rep() instanceof Literal;
    double groups = known ? count(replace.rep().toString(), '$') : by;
    // Groups of one match lie side by side, unless they look at what other matches have, too.
    double copied = looksAround(replace.regexp()) ? subject * subject : subject;
    return (subject + 1) * (by + 1) + groups * copied;
  }

  private static boolean looksAround(Expression pattern) {
    return !(pattern instanceof Literal literal) || literal.toString().contains("(?");
  }

  private static double count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** By how much a text grows at most when each place of one text becomes another. */
  private double growth(Expression search, double by) {
    boolean known = search instanceof Literal literal && literal.value() instanceof UTF8String;
    double length = known ? Math.max(1, size(search)) : 1;
    return Math.max(1, known ? by / length : by);
  }

  private double sum(List<? extends Expression> expressions) {
    return expressions.stream().mapToDouble(this::size).sum();
  }

  private static double number(Expression times) {
    return times instanceof Literal literal && literal.value() instanceof Integer number
        ? Math.max(0, number)
        : BoundedArguments.MAX;
  }

  /** Of a function only what the reader wrote, not how Spark computes it. */
  private static List<Expression> children(Expression expression) {
    return JavaConverters.seqAsJavaList(
        expression instanceof InheritAnalysisRules function
            ? function.parameters()
            : expression.children());
  }

  private static boolean isText(Expression expression) {
    if (!expression.resolved()) {
      return true;
    }
    DataType type = expression.dataType();
    return type instanceof StringType
        || type instanceof BinaryType
        || type instanceof ArrayType
        || type instanceof MapType
        || type instanceof StructType;
  }
}
