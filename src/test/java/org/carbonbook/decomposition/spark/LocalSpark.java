package org.carbonbook.decomposition.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One small session for all tests, and tables from text. */
public final class LocalSpark {

  private LocalSpark() {}

  /** The session. */
  public static SparkSession session() {
    return SparkSession.builder()
        .appName("decomposition-tests")
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  /** A table of text columns: a header and rows, separated by commas; an empty value is null. */
  public static Dataset<Row> table(String header, String... rows) {
    StructType schema = new StructType();
    for (String name : header.split(",")) {
      schema = schema.add(name, DataTypes.StringType);
    }
    int columns = schema.size();
    List<Row> data =
        Arrays.stream(rows)
            .map(r -> Arrays.copyOf(r.split(",", -1), columns))
            .map(v -> Arrays.stream(v).map(x -> x == null || x.isEmpty() ? null : x))
            .map(v -> RowFactory.create(v.toArray()))
            .toList();
    return session().createDataFrame(data, schema);
  }

  /** A table of text columns from maps. */
  public static Dataset<Row> table(List<Map<String, String>> rows) {
    List<String> names = List.copyOf(rows.get(0).keySet());
    return table(
        String.join(",", names),
        rows.stream()
            .map(r -> String.join(",", names.stream().map(r::get).toList()))
            .toArray(String[]::new));
  }

  /** The effects by "from-to factor". */
  public static Map<String, Double> effects(DecompositionResult result) {
    Map<String, Double> effects = new java.util.LinkedHashMap<>();
    result
        .effects()
        .orderBy("year_from", "year_to", "factor_order")
        .collectAsList()
        .forEach(
            r ->
                effects.put(
                    r.getAs("year_from") + "-" + r.getAs("year_to") + " " + r.getAs("factor"),
                    r.getAs("effect")));
    return effects;
  }
}
