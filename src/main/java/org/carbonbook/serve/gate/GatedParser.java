package org.carbonbook.serve.gate;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.TemporaryViewRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.Seq;

/**
 * Spark's parser for a session, whose plans of statements pass {@link ParsedRules} before anything
 * is done.
 */
final class GatedParser implements ParserInterface {

  private static final int MAX_LENGTH = 200_000;

  private final ParserInterface parser = new ReaderParser();
  private final SparkSession session;

  GatedParser(SparkSession session) {
    this.session = session;
  }

  @Override
  public LogicalPlan parsePlan(String text) throws ParseException {
    LogicalPlan plan = parser.parsePlan(Escapes.resolve(checkLength(text)));
    StatementSize.check(plan, this::findView);
    ParsedRules.check(plan);
    return new CatalogCommands(session).answered(plan);
  }

  @Override
  public LogicalPlan parseQuery(String text) throws ParseException {
    LogicalPlan plan = parser.parseQuery(checkLength(text));
    StatementSize.check(plan, this::findView);
    ParsedRules.checkQuery(plan);
    return plan;
  }

  /** The query of a temporary view of the session. */
  private Optional<LogicalPlan> findView(String name) {
    Option<TemporaryViewRelation> view = session.sessionState().catalog().getRawTempView(name);
    try {
      return view.isEmpty() || view.get().tableMeta().viewText().isEmpty()
          ? Optional.empty()
          : Optional.of(parser.parseQuery(view.get().tableMeta().viewText().get()));
    } catch (ParseException e) {
      throw QueryFailure.of(e);
    }
  }

  @Override
  public Expression parseExpression(String text) throws ParseException {
    return parser.parseExpression(text);
  }

  @Override
  public TableIdentifier parseTableIdentifier(String text) throws ParseException {
    return parser.parseTableIdentifier(text);
  }

  @Override
  public FunctionIdentifier parseFunctionIdentifier(String text) throws ParseException {
    return parser.parseFunctionIdentifier(text);
  }

  @Override
  public Seq<String> parseMultipartIdentifier(String text) throws ParseException {
    return parser.parseMultipartIdentifier(text);
  }

  @Override
  public DataType parseDataType(String text) throws ParseException {
    return parser.parseDataType(text);
  }

  @Override
  public StructType parseTableSchema(String text) throws ParseException {
    return parser.parseTableSchema(text);
  }

  private static String checkLength(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new Refused(
          "refused: the statement has %d characters, the maximum is %d"
              .formatted(text.length(), MAX_LENGTH));
    }
    return text;
  }
}
