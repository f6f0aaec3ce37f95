package org.carbonbook.serve.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.ShowViews;
import org.apache.spark.unsafe.types.UTF8String;
import org.carbonbook.serve.release.ReadScope;
import org.carbonbook.serve.release.ReleaseCatalog;
import org.carbonbook.serve.release.ShownTable;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Answers commands that Spark does not support for catalogs such as the release, or whose patterns
 * it would take for regular expressions.
 */
final class CatalogCommands {

  private final SparkSession session;

  CatalogCommands(SparkSession session) {
    this.session = session;
  }

  /** The plan itself, or one that answers in its place. */
  LogicalPlan answered(LogicalPlan plan) {
    if (plan instanceof ShowViews views && views.namespace() instanceof UnresolvedNamespace in) {
      // What is shown are tables to Spark and views to those who ask for views.
      return tables(in, views.pattern(), views.output());
    }
    if (plan instanceof ShowTables tables && tables.namespace() instanceof UnresolvedNamespace in) {
      return tables(in, tables.pattern(), tables.output());
    }
    if (plan instanceof ShowFunctions functions) {
      Predicate<String> pattern = NamePattern.ofShow(functions.pattern().getOrElse(() -> "*"));
      return texts(functions.output(), Functions.listNames().stream().filter(pattern).toList());
    }
    if (plan instanceof ShowColumns columns
        && columns.child() instanceof UnresolvedTableOrView named) {
      return texts(columns.output(), columns(columns, named));
    }
    return plan;
  }

  private LogicalPlan tables(UnresolvedNamespace in, Option<String> asked, Seq<Attribute> output) {
    List<String> name = JavaConverters.seqAsJavaList(in.multipartIdentifier());
    boolean own = name.isEmpty() || name.get(name.size() - 1).equals(ReleaseCatalog.NAME);
    String schema = own ? currentSchema() : name.get(name.size() - 1).toLowerCase(Locale.ROOT);
    Predicate<String> pattern = NamePattern.ofShow(asked.getOrElse(() -> "*"));
    List<ShownTable> seen =
        ReadScope.find().stream()
            .flatMap(reading -> reading.shown().tables().values().stream().filter(reading::sees))
            .filter(table -> table.schemaName().equals(schema))
            .toList();
    if (seen.isEmpty()) {
      throw new Refused("refused: there is no schema " + schema);
    }
    Stream<InternalRow> tables =
        seen.stream()
            .map(ShownTable::tableName)
            .filter(pattern)
            .map(table -> row(text(schema), text(table), false));
    Stream<InternalRow> views =
        JavaConverters.seqAsJavaList(catalog().getTempViewNames()).stream()
            .sorted()
            .filter(pattern)
            .map(view -> row(text(""), text(view), true));
    return relation(output, Stream.concat(tables, views).toList());
  }

  private List<String> columns(ShowColumns columns, UnresolvedTableOrView named) {
    List<String> name = JavaConverters.seqAsJavaList(named.multipartIdentifier());
    String table = name.get(name.size() - 1);
    boolean inSchema = name.size() > 1 || columns.namespace().isDefined();
    if (!inSchema && catalog().getRawTempView(table).isDefined()) {
      return Arrays.asList(catalog().getRawTempView(table).get().tableMeta().schema().fieldNames());
    }
    String schema =
        name.size() > 1
            ? name.get(name.size() - 2)
            : inSchema ? columns.namespace().get().last() : currentSchema();
    return ReadScope.find()
        .flatMap(reading -> reading.shown().findTable(schema, table).filter(reading::sees))
        .map(ShownTable::columnNames)
        .orElseThrow(
            () -> new Refused("refused: there is no table %s.%s".formatted(schema, table)));
  }

  private SessionCatalog catalog() {
    return session.sessionState().catalog();
  }

  private String currentSchema() {
    String[] namespace = session.sessionState().catalogManager().currentNamespace();
    return namespace.length == 1
        ? namespace[0].toLowerCase(Locale.ROOT)
        : ReleaseCatalog.DEFAULT_SCHEMA;
  }

  /** Rows of one text each. */
  static LogicalPlan texts(Seq<Attribute> output, List<String> texts) {
    return relation(output, texts.stream().map(text -> row(text(text))).toList());
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static InternalRow row(Object... values) {
    return new GenericInternalRow(values);
  }

  private static LogicalPlan relation(Seq<Attribute> output, List<InternalRow> rows) {
    return new LocalRelation(
        output, JavaConverters.asScalaBuffer(new ArrayList<>(rows)).toSeq(), false);
  }
}
