package org.carbonbook.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.spark.DecompositionResult;

/**
 * The effects by other methods, one column each beside those of the requested method, and the
 * {@code spread}: the largest effect minus the smallest. An effect that a method cannot compute is
 * empty.
 */
final class MethodColumns {

  private static final String SPREAD = "spread";

  private final List<String> keys;
  private final Map<Method, DecompositionResult> others;

  /**
   * @param result the decomposition by the requested method
   * @param others the same decomposition by other methods
   */
  MethodColumns(DecompositionResult result, Map<Method, DecompositionResult> others) {
    this.keys = new ArrayList<>(result.by());
    keys.addAll(result.indices());
    keys.addAll(List.of("year_from", "year_to", "factor_order"));
    this.others = others;
  }

  static String name(Method method) {
    return method.code().replace('-', '_');
  }

  /** The names of the columns that are added, in their order. */
  List<String> listNames() {
    List<String> names =
        new ArrayList<>(others.keySet().stream().map(MethodColumns::name).toList());
    if (!names.isEmpty()) {
      names.add(SPREAD);
    }
    return names;
  }

  Dataset<Row> addedTo(Dataset<Row> effects) {
    if (others.isEmpty()) {
      return effects;
    }
    Dataset<Row> all = effects;
    List<Column> compared = new ArrayList<>(List.of(col("effect")));
    for (Map.Entry<Method, DecompositionResult> other : others.entrySet()) {
      all = joined(all, other.getValue().effects(), name(other.getKey()));
      compared.add(col(name(other.getKey())));
    }
    Column[] columns = compared.toArray(Column[]::new);
    return all.withColumn(SPREAD, greatest(columns).minus(least(columns)));
  }

  private Dataset<Row> joined(Dataset<Row> all, Dataset<Row> other, String name) {
    List<Column> named = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      named.add(DecomposeOutput.quoted(keys.get(k)).as(key(k)));
    }
    named.add(col("effect").as(name));
    Dataset<Row> renamed = other.select(named.toArray(Column[]::new));
    Column same = null;
    for (int k = 0; k < keys.size(); k++) {
      Column equal = DecomposeOutput.quoted(keys.get(k)).eqNullSafe(col(key(k)));
      same = same == null ? equal : same.and(equal);
    }
    Dataset<Row> result = all.join(renamed, same, "left");
    for (int k = 0; k < keys.size(); k++) {
      result = result.drop(key(k));
    }
    return result;
  }

  private static String key(int number) {
    return "compared_key_" + number;
  }
}
