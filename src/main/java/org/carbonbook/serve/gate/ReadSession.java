package org.carbonbook.serve.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CurrentUserContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.internal.SessionState;
import org.carbonbook.serve.access.Access;
import org.carbonbook.serve.release.ReadScope;
import org.carbonbook.serve.release.ShownRelease;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * A Spark session for the queries of a reader. Its only catalog is the release, and every statement
 * passes the gate. It shares neither catalog nor cache nor extensions with the sessions that write.
 */
public final class ReadSession {

  /** Where a table's files are not, and objects by their class. */
  private static final Pattern INNER =
      Pattern.compile(
          "Location: \\w+(\\(\\d+ paths\\))? ?\\[\\](, |\\n)|(\\w+\\.)+\\w+@[0-9a-f]+,?");

  private final SparkSession spark;
  private final String user;
  private final Access access;

  private ReadSession(SparkSession spark, String user, Access access) {
    this.spark = spark;
    this.user = user;
    this.access = access;
  }

  /**
   * Opens the first session of an application.
   *
   * @throws IllegalStateException when a statement that must be refused is not: nobody may read
   *     then
   */
  public static ReadSession open(SparkContext context, String user, Access access) {
    Map<String, String> settings = new HashMap<>(ReaderSettings.FIXED);
    SparkSession spark =
        new SparkSession(
            context,
            Option.empty(),
            Option.empty(),
            Gate.extension(),
            scala.collection.immutable.Map$.MODULE$
                .<String, String>empty()
                .$plus$plus(JavaConverters.mapAsScalaMap(settings)));
    ReadSession session = new ReadSession(closed(spark), user, access);
    Canaries.check(session);
    return session;
  }

  /** Another session beside this one, with temporary views and settings of its own. */
  public ReadSession beside(String name, Access allowed) {
    return new ReadSession(closed(spark.newSession()), name, allowed);
  }

  /**
   * Answers a statement about a release. Queries run when their rows are requested; commands run at
   * once.
   *
   * @throws Refused when the gate refuses it, or when it cannot be understood
   */
  public Answer ask(String statement, ShownRelease shown) {
    return during(
        shown, () -> QueryFailure.in(() -> new Answer(this, shown, analyzedAndDone(statement))));
  }

  /** By what the answer to a query is known; nothing while the session has views of its own. */
  public Optional<AnswerKey> keyOf(String statement) {
    SessionState state = spark.sessionState();
    return state.catalog().listLocalTempViews("*").nonEmpty()
        ? Optional.empty()
        : Optional.of(
            new AnswerKey(
                statement,
                access,
                List.of(state.catalogManager().currentNamespace()),
                ReaderSettings.chosen(state.conf())));
  }

  /** What {@code SparkSession.sql} does, without the encoder of a dataset. */
  private QueryExecution analyzedAndDone(String statement) {
    SessionState state = spark.sessionState();
    LogicalPlan plan = parsed(state, statement);
    QueryExecution query =
        state.executePlan(
            plan instanceof ExplainCommand explain ? explained(state, explain) : plan,
            CommandExecutionMode.ALL());
    query.assertAnalyzed();
    query.assertCommandExecuted();
    return query;
  }

  /**
   * What EXPLAIN answers. A query that fails does so here as it does without EXPLAIN. Sizes and
   * numbers of rows are not shown: they count what a row filter hides.
   */
  private static LogicalPlan explained(SessionState state, ExplainCommand explain) {
    QueryExecution query = state.executePlan(explain.logicalPlan(), CommandExecutionMode.SKIP());
    query.assertAnalyzed();
    query.assertExecutedPlanPrepared();
    ExplainMode mode =
        explain.mode().name().equals("cost") ? ExplainMode.fromString("extended") : explain.mode();
    String text = INNER.matcher(query.explainString(mode)).replaceAll("");
    return CatalogCommands.texts(explain.output(), List.of(text));
  }

  private static LogicalPlan parsed(SessionState state, String statement) {
    try {
      return state.sqlParser().parsePlan(statement);
    } catch (ParseException e) {
      throw QueryFailure.of(e);
    }
  }

  /** Does some work on the release as this reader. */
  public <T> T during(ShownRelease shown, Supplier<T> work) {
    String before = CurrentUserContext.CURRENT_USER().get();
    CurrentUserContext.CURRENT_USER().set(user);
    try {
      return new ReadScope(shown, access).during(() -> spark.withActive(work::get));
    } finally {
      CurrentUserContext.CURRENT_USER().set(before);
    }
  }

  /** The session of Spark below; every statement given to it passes the gate. */
  public SparkSession spark() {
    return spark;
  }

  /** The reader's name. */
  public String user() {
    return user;
  }

  /** What the reader's role allows. */
  public Access access() {
    return access;
  }

  /** Takes away what a session has from the application's settings or from Spark itself. */
  private static SparkSession closed(SparkSession spark) {
    spark.conf().unset("spark.sql.catalog.spark_catalog");
    spark
        .experimental()
        .extraOptimizations_$eq(
            JavaConverters.asScalaBuffer(List.<Rule<LogicalPlan>>of(new CancellationChecks()))
                .toSeq());
    Functions.keepAllowed(spark);
    return spark;
  }
}
