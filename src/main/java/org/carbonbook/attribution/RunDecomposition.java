package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.spark.Decomposition;
import org.carbonbook.decomposition.spark.DecompositionResult;

/** One run: its comparisons, decomposed by every method and in both forms. */
final class RunDecomposition {

  private static final Set<String> INDICES = Set.of("sector", "fuel");

  private final NamedIdentity identity;
  private final DecompositionRuns runs;
  private final Map<String, RegionComparison> comparisons = new HashMap<>();
  private final Decomposition decomposition;

  /**
   * @param assessed the comparisons that have all figures; at least one
   * @throws IllegalArgumentException when the identity has variables or indices that the run lacks
   */
  RunDecomposition(
      DecompositionRun run,
      NamedIdentity identity,
      DecompositionRuns runs,
      List<RegionComparison> assessed,
      SparkSession session) {
    this.identity = identity;
    this.runs = runs;
    assessed.forEach(c -> comparisons.put(c.regionCode() + " " + c.years(), c));
    requireVariables(run, identity);
    this.decomposition = Decomposition.of(identity.identity());
    new RunInputs(run, identity.identity(), assessed)
        .listInputs(session)
        .forEach(decomposition::input);
    decomposition.by(RunInputs.GROUP.toArray(String[]::new)).time("year");
  }

  /**
   * Checks a run against its identity.
   *
   * @throws IllegalArgumentException when the identity has variables or indices that the run lacks
   */
  private static void requireVariables(DecompositionRun run, NamedIdentity identity) {
    List<String> variables = identity.identity().listVariables();
    if (!run.variables().keySet().containsAll(variables)) {
      throw new IllegalArgumentException(
          "conf/%s: %s needs the variables %s, the run has %s"
              .formatted(
                  DecompositionRuns.FILE,
                  run.identity(),
                  variables,
                  new TreeSet<>(run.variables().keySet())));
    }
    if (!INDICES.containsAll(identity.identity().listIndices())) {
      throw new IllegalArgumentException(
          "conf/%s: %s has the indices %s; tables have sector and fuel"
              .formatted(
                  DecompositionRuns.FILE, run.identity(), identity.identity().listIndices()));
    }
  }

  /** Every effect of every comparison, method and form, and what is not computed. */
  DecompositionResult decomposed() {
    List<Variant> variants = new ArrayList<>();
    for (Method method : runs.methods()) {
      for (Form form : Form.values()) {
        variants.add(new Variant(TimePairs.chained(), method, form));
      }
    }
    return decomposition
        .uncertainty(runs.errors().of(identity.identity().listVariables()))
        .runEach(variants);
  }

  /** The effects by sector and fuel, by the method and form that are shown. */
  Dataset<Row> detail() {
    return decomposition
        .uncertainty(null)
        .pairs(TimePairs.chained())
        .method(ShownIdentities.METHOD)
        .form(ShownIdentities.FORM)
        .runDetail()
        .effects();
  }

  /** The comparison that a row of a result is of. */
  RegionComparison comparisonOf(Row row) {
    return comparisons.get(
        row.<String>getAs("region_code") + " " + row.<String>getAs("comparison"));
  }
}
