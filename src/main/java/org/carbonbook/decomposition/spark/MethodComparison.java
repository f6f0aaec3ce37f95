package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;

/** The same decomposition by several methods, and how far they disagree. */
public final class MethodComparison {

  private MethodComparison() {}

  /**
   * The effects of every method below each other, with a column that names the method, and for each
   * comparison and factor {@code effect_low}, {@code effect_high} and {@code spread} (high minus
   * low) over the methods, and {@code spread_share}, the spread as a share of the absolute change;
   * in multiplicative form of |ratio - 1|.
   *
   * @param decomposition set up but for pairs, method and form
   * @param methods at least two
   */
  public static Dataset<Row> sideBySide(
      Decomposition decomposition, TimePairs pairs, Form form, List<Method> methods) {
    DecompositionResult result =
        decomposition.runEach(methods.stream().map(m -> new Variant(pairs, m, form)).toList());
    Dataset<Row> all = result.effects();
    List<Column> keys = new ArrayList<>();
    result.by().forEach(c -> keys.add(InputColumns.quoted(c)));
    result.indices().forEach(c -> keys.add(InputColumns.quoted(c)));
    List.of("year_from", "year_to", "factor_order").forEach(c -> keys.add(col(c)));
    WindowSpec window = Window.partitionBy(keys.toArray(Column[]::new));
    Column change =
        result.isAdditive()
            ? abs(col("value_to").minus(col("value_from")))
            : abs(col("value_to").divide(col("value_from")).minus(1));
    return all.withColumn("effect_low", min(col("effect")).over(window))
        .withColumn("effect_high", max(col("effect")).over(window))
        .withColumn("spread", col("effect_high").minus(col("effect_low")))
        .withColumn("spread_share", when(change.gt(0), col("spread").divide(change)));
  }
}
