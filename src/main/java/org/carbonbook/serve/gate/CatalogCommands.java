package org.carbonbook.serve.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
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
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Answers commands that Spark does not support for catalogs such as the release. */
final class CatalogCommands {

  private CatalogCommands() {}

  /** The plan itself, or one that answers in its place. */
  static LogicalPlan answered(LogicalPlan plan) {
    if (plan instanceof ShowViews views) {
      // What is shown are tables to Spark and views to those who ask for views.
      return new ShowTables(views.namespace(), views.pattern(), views.output());
    }
    if (plan instanceof ShowFunctions functions) {
      NamePattern pattern = NamePattern.ofShow(functions.pattern().getOrElse(() -> "*"));
      return rows(functions.output(), Functions.listNames().stream().filter(pattern).toList());
    }
    if (plan instanceof ShowColumns columns
        && columns.child() instanceof UnresolvedTableOrView named) {
      return rows(columns.output(), columns(name(columns, named)));
    }
    return plan;
  }

  private static List<String> name(ShowColumns columns, UnresolvedTableOrView named) {
    List<String> name = new ArrayList<>(JavaConverters.seqAsJavaList(named.multipartIdentifier()));
    if (name.size() == 1) {
      name.add(
          0,
          columns.namespace().isDefined()
              ? columns.namespace().get().last()
              : ReleaseCatalog.DEFAULT_SCHEMA);
    }
    return name;
  }

  private static List<String> columns(List<String> name) {
    int last = name.size() - 1;
    return ReadScope.find()
        .flatMap(
            reading ->
                reading.shown().findTable(name.get(last - 1), name.get(last)).filter(reading::sees))
        .map(ShownTable::columnNames)
        .orElseThrow(() -> new Refused("refused: there is no table " + String.join(".", name)));
  }

  private static LogicalPlan rows(Seq<Attribute> output, List<String> texts) {
    List<InternalRow> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(new GenericInternalRow(new Object[] {UTF8String.fromString(text)}));
    }
    return new LocalRelation(output, JavaConverters.asScalaBuffer(rows).toSeq(), false);
  }
}
