package org.carbonbook.driver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.Decomposition;
import org.carbonbook.decomposition.DecompositionResult;
import org.carbonbook.decomposition.Pairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;

/**
 * One run: its parts as inputs of the identity, decomposed year by year and against the first year,
 * by every method and in both forms.
 */
final class RunDecomposition {

  private static final Set<String> INDICES = Set.of("sector", "fuel");
  private static final Pairs FIRST = Pairs.base("first");

  private final Run run;
  private final NamedIdentity identity;
  private final DecompositionRuns runs;
  private final Dataset<Row> parts;
  private final Decomposition decomposition;

  /**
   * @param parts the parts of this run, in the columns of {@link Part}
   * @throws IllegalArgumentException when the identity has variables or indices that the run lacks
   */
  RunDecomposition(Run run, NamedIdentity identity, DecompositionRuns runs, Dataset<Row> parts) {
    this.run = run;
    this.identity = identity;
    this.runs = runs;
    this.parts = parts;
    requireVariables();
    this.decomposition = decomposition();
  }

  private void requireVariables() {
    List<String> variables = identity.identity().listVariables();
    if (!run.variables().keySet().containsAll(variables)) {
      throw new IllegalArgumentException(
          "conf/%s: %s needs the variables %s, the run has %s"
              .formatted(
                  DecompositionRuns.FILE,
                  run.identity(),
                  variables,
                  new TreeMap<>(run.variables()).keySet()));
    }
    if (!INDICES.containsAll(identity.identity().listIndices())) {
      throw new IllegalArgumentException(
          "conf/%s: %s has the indices %s; tables have sector and fuel"
              .formatted(
                  DecompositionRuns.FILE, run.identity(), identity.identity().listIndices()));
    }
  }

  private Decomposition decomposition() {
    List<String> variables = identity.identity().listVariables();
    Decomposition result = Decomposition.of(identity.identity());
    inputs().values().forEach(names -> result.input(input(names)));
    return result.by("region_code").time("year").uncertainty(runs.errors().of(variables));
  }

  /**
   * Variables that one input brings: those of the emissions that are used by the same indices, and
   * each observed one for itself, so that years which one of them lacks drop out.
   */
  private Map<String, List<String>> inputs() {
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    for (String variable : identity.identity().listVariables()) {
      boolean emission = run.variables().get(variable).isEmission();
      String input = emission ? "emission " + indices(variable) : variable;
      inputs.computeIfAbsent(input, k -> new ArrayList<>()).add(variable);
    }
    return inputs;
  }

  private List<String> indices(String variable) {
    Set<String> finest = identity.identity().finestIndices().getOrDefault(variable, Set.of());
    return identity.identity().listIndices().stream().filter(finest::contains).toList();
  }

  private Dataset<Row> input(List<String> variables) {
    List<Column> keys = new ArrayList<>(List.of(col("region_code"), col("year")));
    indices(variables.get(0)).forEach(i -> keys.add(col(i)));
    List<Column> sums = new ArrayList<>();
    for (String variable : variables) {
      Column own = when(col("variable").equalTo(variable), col("value"));
      sums.add(sum(own.cast("decimal(38,12)")).cast("double").as(variable));
    }
    return parts
        .filter(col("variable").isin(variables.toArray()))
        .groupBy(keys.toArray(Column[]::new))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  /** Every effect of every region, pair of years, method and form, and what was set aside. */
  DecompositionResult effects() {
    List<Variant> variants = new ArrayList<>();
    for (Method method : runs.methods()) {
      for (Form form : Form.values()) {
        variants.add(new Variant(Pairs.chained(), method, form));
        variants.add(new Variant(FIRST, method, form));
      }
    }
    return decomposition.runEach(variants);
  }

  /** The rows of {@code core.decomposition} that come of the effects. */
  Dataset<Row> rows(DecompositionResult effects) {
    return labelled(effects.effects()).withColumn("base", base());
  }

  /** The rows of {@code core.decomposition_detail}: additive LMDI-I by sector and fuel. */
  Dataset<Row> detailRows() {
    Dataset<Row> chained = detail(Pairs.chained()).withColumn("pairs", lit("chained"));
    Dataset<Row> first = detail(FIRST).withColumn("pairs", lit(FIRST.toString()));
    return new DetailColumns(identity)
        .of(labelled(chained.unionByName(first)).withColumn("base", base()));
  }

  private Dataset<Row> detail(Pairs pairs) {
    Dataset<Row> cells =
        decomposition.pairs(pairs).method(Method.LMDI1).form(Form.ADDITIVE).runDetail().effects();
    for (String index : INDICES) {
      if (!identity.identity().listIndices().contains(index)) {
        cells = cells.withColumn(index, lit(null).cast("string"));
      }
    }
    return cells;
  }

  /** The rows of {@code core.decomposition_input}: every part of every term. */
  Dataset<Row> inputRows() {
    return new Terms(run.identity(), identity.identity()).partsOf(parts);
  }

  private static Column base() {
    return when(col("pairs").equalTo("chained"), lit("chained"))
        .otherwise(col("year_from").cast("string"));
  }

  private Dataset<Row> labelled(Dataset<Row> effects) {
    Column zh = lit(null);
    Column en = lit(null);
    for (String factor : identity.identity().listFactorNames()) {
      zh = when(col("factor").equalTo(factor), identity.labelsZh().get(factor)).otherwise(zh);
      en = when(col("factor").equalTo(factor), identity.labelsEn().get(factor)).otherwise(en);
    }
    return effects
        .withColumn("identity", lit(run.identity()))
        .withColumn("unit", lit(run.unit()))
        .withColumn("factor_zh", zh)
        .withColumn("factor_en", en);
  }
}
