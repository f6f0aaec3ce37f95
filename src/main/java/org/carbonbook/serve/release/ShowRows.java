package org.carbonbook.serve.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.runtime.AbstractPartialFunction;

/**
 * The analyzer's rule that puts a table's rows in the place of its name, and the row filter of the
 * reader's role over them.
 */
public final class ShowRows extends Rule<LogicalPlan> {

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.resolveOperatorsUp(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof DataSourceV2Relation relation
                && relation.table() instanceof ShownTable;
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            DataSourceV2Relation relation = (DataSourceV2Relation) node;
            return rows((ShownTable) relation.table(), relation.output());
          }
        });
  }

  private static LogicalPlan rows(ShownTable table, Seq<AttributeReference> output) {
    ReadScope reading =
        ReadScope.find()
            .filter(current -> current.sees(table))
            .orElseThrow(() -> new IllegalStateException(table.name() + " is not to be read here"));
    LogicalPlan rows = renamed(table.plan(), output);
    List<Expression> allowed = new ArrayList<>();
    for (AttributeReference column : JavaConverters.seqAsJavaList(output)) {
      reading.access().valuesOf(column.name()).ifPresent(values -> allowed.add(in(column, values)));
    }
    return allowed.stream()
        .reduce(And::new)
        .<LogicalPlan>map(condition -> new Filter(condition, rows))
        .orElse(rows);
  }

  @SuppressWarnings("unchecked")
  private static LogicalPlan renamed(LogicalPlan plan, Seq<AttributeReference> output) {
    if (plan instanceof InMemoryRelation cached) {
      return cached.withOutput((Seq<Attribute>) (Seq<?>) output);
    }
    LogicalRelation files = (LogicalRelation) plan;
    return files.copy(files.relation(), output, files.catalogTable(), files.isStreaming());
  }

  private static Expression in(AttributeReference column, Set<String> values) {
    List<Expression> literals =
        values.stream()
            .sorted()
            .<Expression>map(
                value -> new Literal(UTF8String.fromString(value), DataTypes.StringType))
            .toList();
    Expression text =
        column.dataType().equals(DataTypes.StringType)
            ? column
            : new Cast(column, DataTypes.StringType, scala.Option.apply("UTC"));
    // A missing value ends the test here, so that no condition of the reader is tried on such rows.
    return new And(
        new IsNotNull(column), new In(text, JavaConverters.asScalaBuffer(literals).toSeq()));
  }
}
