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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.lake.TableRows;

/**
 * Sums the figures of comparisons into inputs of the identity: one for variables of the emissions
 * that have the same indices, and one for each observed variable. A comparison is a group of its
 * own, because each takes its figures from its own publications.
 */
final class RunInputs {

  /** The columns whose values identify a group. */
  static final List<String> GROUP = List.of("region_code", "comparison");

  private static final int SUM_SCALE = 12;

  private final DecompositionRun run;
  private final Identity identity;
  private final List<RegionComparison> comparisons;

  RunInputs(DecompositionRun run, Identity identity, List<RegionComparison> comparisons) {
    this.run = run;
    this.identity = identity;
    this.comparisons = comparisons;
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
    Map<Map<String, Object>, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    for (RegionComparison comparison : comparisons) {
      for (VariablePart part : comparison.parts()) {
        if (variables.contains(part.variable())) {
          sums.computeIfAbsent(key(comparison, part, indices), k -> new TreeMap<>())
              .merge(part.variable(), exact(part.value()), BigDecimal::add);
        }
      }
    }
    StructType schema = schema(indices, variables);
    TableRows table = TableRows.of("inputs of " + run.identity(), schema);
    List<Row> rows = new ArrayList<>();
    sums.forEach(
        (key, values) -> {
          TableRows.RowBuilder row = table.row();
          key.forEach(row::set);
          for (String variable : variables) {
            BigDecimal value = values.get(variable);
            row.set(variable, value == null ? null : value.doubleValue());
          }
          rows.add(row.build());
        });
    return session.createDataFrame(rows, schema).coalesce(1);
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value)).setScale(SUM_SCALE, RoundingMode.HALF_UP);
  }

  private static Map<String, Object> key(
      RegionComparison comparison, VariablePart part, List<String> indices) {
    Map<String, Object> key = new TreeMap<>();
    key.put("region_code", comparison.regionCode());
    key.put("comparison", comparison.years());
    key.put("year", part.year());
    indices.forEach(i -> key.put(i, i.equals("fuel") ? part.fuel() : part.sector()));
    return key;
  }

  private static StructType schema(List<String> indices, List<String> variables) {
    StructType schema = new StructType();
    for (String column : GROUP) {
      schema = schema.add(column, DataTypes.StringType);
    }
    schema = schema.add("year", DataTypes.IntegerType);
    for (String index : indices) {
      schema = schema.add(index, DataTypes.StringType);
    }
    for (String variable : variables) {
      schema = schema.add(variable, DataTypes.DoubleType);
    }
    return schema;
  }
}
