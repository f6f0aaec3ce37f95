package org.carbonbook.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.decomposition.identity.Identity;

/**
 * Sums the parts of a run into inputs of its identity: one for variables of the emissions that are
 * used by the same indices, and one for each observed variable, so that years which one of them
 * lacks drop out.
 */
final class RunInputs {

  private static final int SUM_SCALE = 12;

  private final DecompositionRun run;
  private final Identity identity;
  private final List<VariablePart> parts;

  RunInputs(DecompositionRun run, Identity identity, List<VariablePart> parts) {
    this.run = run;
    this.identity = identity;
    this.parts = parts;
  }

  List<Dataset<Row>> listInputs(SparkSession session) {
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    for (String variable : identity.listVariables()) {
      boolean emission = run.variables().get(variable).isEmission();
      String input = emission ? "emission " + indices(variable) : variable;
      inputs.computeIfAbsent(input, k -> new ArrayList<>()).add(variable);
    }
    return inputs.values().stream().map(names -> input(session, names)).toList();
  }

  private List<String> indices(String variable) {
    Set<String> finest = identity.finestIndices().getOrDefault(variable, Set.of());
    return identity.listIndices().stream().filter(finest::contains).toList();
  }

  private Dataset<Row> input(SparkSession session, List<String> variables) {
    List<String> indices = indices(variables.get(0));
    Map<String, Object[]> rows = new TreeMap<>();
    for (VariablePart part : parts) {
      int at = variables.indexOf(part.variable());
      if (at >= 0) {
        List<Object> key = new ArrayList<>(List.of(part.regionCode(), part.year()));
        indices.forEach(i -> key.add(i.equals("fuel") ? part.fuel() : part.sector()));
        Object[] row =
            rows.computeIfAbsent(key.toString(), k -> withRoomFor(key, variables.size()));
        BigDecimal value =
            new BigDecimal(Double.toString(part.value())).setScale(SUM_SCALE, RoundingMode.HALF_UP);
        BigDecimal sum = (BigDecimal) row[key.size() + at];
        row[key.size() + at] = sum == null ? value : sum.add(value);
      }
    }
    return session
        .createDataFrame(
            rows.values().stream().map(RunInputs::row).toList(), schema(indices, variables))
        .coalesce(1);
  }

  private static Object[] withRoomFor(List<Object> key, int variables) {
    return java.util.Arrays.copyOf(key.toArray(), key.size() + variables);
  }

  private static Row row(Object[] values) {
    Object[] row = values.clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] instanceof BigDecimal sum ? (Object) sum.doubleValue() : row[i];
    }
    return RowFactory.create(row);
  }

  private static StructType schema(List<String> indices, List<String> variables) {
    StructType schema =
        new StructType()
            .add("region_code", DataTypes.StringType)
            .add("year", DataTypes.IntegerType);
    for (String index : indices) {
      schema = schema.add(index, DataTypes.StringType);
    }
    for (String variable : variables) {
      schema = schema.add(variable, DataTypes.DoubleType);
    }
    return schema;
  }
}
