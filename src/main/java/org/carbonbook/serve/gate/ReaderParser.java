package org.carbonbook.serve.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction$;
import org.apache.spark.sql.catalyst.expressions.BaseGroupingSets;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParserUtils;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.execution.SparkSqlAstBuilder;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DatetimeType;
import org.carbonbook.serve.release.ReleaseCatalog;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Spark's parser, with what has to be known before a plan is made: how many grouping sets a
 * statement means, which dates are read from the clock, and that the catalog's name has no case.
 */
final class ReaderParser extends SparkSqlParser {

  private final SparkSqlAstBuilder builder = new Builder();

  @Override
  public SparkSqlAstBuilder astBuilder() {
    return builder;
  }

  private static final class Builder extends SparkSqlAstBuilder {

    /** Spark writes out those within others at once. */
    @Override
    public BaseGroupingSets visitGroupingAnalytics(SqlBaseParser.GroupingAnalyticsContext context) {
      GroupingCount.check(GroupingCount.of(context));
      return super.visitGroupingAnalytics(context);
    }

    /** A reserved word of SQL that Spark knows as a function only. */
    @Override
    public Expression visitColumnReference(SqlBaseParser.ColumnReferenceContext context) {
      return context.getText().equalsIgnoreCase(Functions.SESSION_USER)
          ? UnresolvedFunction$.MODULE$.apply(
              Functions.SESSION_USER, JavaConverters.asScalaBuffer(List.<Expression>of()), false)
          : super.visitColumnReference(context);
    }

    /** Spark puts the day of now in the place of {@code date 'today'} before anything is known. */
    @Override
    public Object visitConstantDefault(SqlBaseParser.ConstantDefaultContext context) {
      Object constant = super.visitConstantDefault(context);
      if (constant instanceof Literal literal
          && context.constant() instanceof SqlBaseParser.TypeConstructorContext typed
          && literal.dataType() instanceof DatetimeType) {
        String text = ParserUtils.string(visitStringLit(typed.stringLit()));
        if (!SpecialDates.isPlain(text)) {
          return new Cast(
              Literal.create(text, DataTypes.StringType),
              literal.dataType(),
              Option.empty(),
              EvalMode.ANSI());
        }
      }
      return constant;
    }

    @Override
    public Seq<String> visitMultipartIdentifier(SqlBaseParser.MultipartIdentifierContext context) {
      List<String> name =
          new ArrayList<>(JavaConverters.seqAsJavaList(super.visitMultipartIdentifier(context)));
      if (!name.isEmpty() && name.get(0).equalsIgnoreCase(ReleaseCatalog.NAME)) {
        name.set(0, name.get(0).toLowerCase(Locale.ROOT));
      }
      return JavaConverters.asScalaBuffer(name).toSeq();
    }
  }
}
