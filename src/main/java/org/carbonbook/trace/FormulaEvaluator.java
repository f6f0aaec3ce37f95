package org.carbonbook.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.SqlFormula;

/**
 * The formulas of lineages, computed in Spark's SQL. Each is analysed once and then only evaluated:
 * an effect has hundreds of figures below it, and a query for each takes longer than everything
 * else together.
 */
final class FormulaEvaluator {

  private final SparkSession spark;
  private final Map<List<Object>, SqlFormula> all = new HashMap<>();

  FormulaEvaluator(SparkSession spark) {
    this.spark = spark;
  }

  /** The value of a formula whose terms bear the names of the nodes. */
  Object evaluate(String formula, List<TraceNode> terms) {
    StructField[] fields =
        terms.stream()
            .map(p -> DataTypes.createStructField(p.name(), typeOf(p.rebuilt()), true))
            .toArray(StructField[]::new);
    StructType type = new StructType(fields);
    SqlFormula analysed =
        all.computeIfAbsent(List.of(formula, type), key -> SqlFormula.of(spark, formula, type));
    return analysed.evaluate(terms.stream().map(TraceNode::rebuilt).toArray());
  }

  private static DataType typeOf(Object value) {
    if (value instanceof Object[] list) {
      return DataTypes.createArrayType(typeOf(list.length == 0 ? null : list[0]));
    }
    if (value instanceof Integer) {
      return DataTypes.IntegerType;
    }
    if (value instanceof Long) {
      return DataTypes.LongType;
    }
    return value instanceof String ? DataTypes.StringType : DataTypes.DoubleType;
  }
}
