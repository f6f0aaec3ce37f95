package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.LogMean;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.spark.Decomposition;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.carbonbook.lake.TableRows;

/**
 * One run: its parts as inputs of the identity, decomposed year by year and against the first year,
 * by every method and in both forms.
 */
final class RunDecomposition {

  private static final Set<String> INDICES = Set.of("sector", "fuel");
  private static final String CHAINED = "chained";
  private static final TimePairs FIRST = TimePairs.base("first");

  private static final TableRows EFFECTS = TableRows.of("core.decomposition");

  /** The columns of effects that the table takes as they are. */
  private static final List<String> COPIED =
      List.of(
          "region_code",
          "method",
          "form",
          "factor_order",
          "factor",
          "effect",
          "effect_share",
          "low",
          "high",
          "sign_probability",
          "residual",
          "residual_relative",
          "value_from",
          "value_to");

  private final DecompositionRun run;
  private final NamedIdentity identity;
  private final DecompositionRuns runs;
  private final List<VariablePart> parts;
  private final IdentityTerms terms;
  private final Decomposition decomposition;

  /**
   * @param parts the parts of this run
   * @throws IllegalArgumentException when the identity has variables or indices that the run lacks
   */
  RunDecomposition(
      DecompositionRun run,
      NamedIdentity identity,
      DecompositionRuns runs,
      List<VariablePart> parts,
      SparkSession session) {
    this.run = run;
    this.identity = identity;
    this.runs = runs;
    this.parts = parts;
    this.terms = new IdentityTerms(identity);
    requireVariables();
    this.decomposition = Decomposition.of(identity.identity());
    new RunInputs(run, identity.identity(), parts)
        .listInputs(session)
        .forEach(decomposition::input);
    decomposition.by("region_code").time("year");
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
                  new TreeSet<>(run.variables().keySet())));
    }
    if (!INDICES.containsAll(identity.identity().listIndices())) {
      throw new IllegalArgumentException(
          "conf/%s: %s has the indices %s; tables have sector and fuel"
              .formatted(
                  DecompositionRuns.FILE, run.identity(), identity.identity().listIndices()));
    }
  }

  /** Every effect of every region, pair of years, method and form, and what is not computed. */
  DecompositionResult decomposed() {
    List<Variant> variants = new ArrayList<>();
    for (Method method : runs.methods()) {
      for (Form form : Form.values()) {
        variants.add(new Variant(TimePairs.chained(), method, form));
        variants.add(new Variant(FIRST, method, form));
      }
    }
    return decomposition
        .uncertainty(runs.errors().of(identity.identity().listVariables()))
        .runEach(variants);
  }

  /** The rows of {@code core.decomposition} that come of the effects. */
  List<Row> listEffects(DecompositionResult decomposed) {
    return decomposed.effects().collectAsList().stream().map(this::effect).toList();
  }

  private Row effect(Row row) {
    String factor = row.getAs("factor");
    TableRows.RowBuilder effect = EFFECTS.row();
    for (String column : COPIED) {
      effect.set(column, row.<Object>getAs(column));
    }
    return effect
        .set("identity", run.identity())
        .set("base", base(row, row.getAs("pairs")))
        .set("year_from", year(row, "year_from"))
        .set("year_to", year(row, "year_to"))
        .set("factor_zh", identity.labelsZh().get(factor))
        .set("factor_en", identity.labelsEn().get(factor))
        .set("unit", run.unit())
        .build();
  }

  private static String base(Row row, String pairs) {
    return pairs.equals(CHAINED) ? CHAINED : String.valueOf(year(row, "year_from"));
  }

  private static int year(Row row, String column) {
    return Math.toIntExact(row.<Long>getAs(column));
  }

  /** The rows of {@code core.decomposition_detail}: additive LMDI-I by sector and fuel. */
  List<DetailRow> listDetail() {
    List<DetailRow> rows = new ArrayList<>();
    for (TimePairs pairs : List.of(TimePairs.chained(), FIRST)) {
      decomposition
          .uncertainty(null)
          .pairs(pairs)
          .method(Method.LMDI1)
          .form(Form.ADDITIVE)
          .runDetail()
          .effects()
          .collectAsList()
          .forEach(row -> rows.add(detail(row, pairs.toString())));
    }
    return rows;
  }

  private DetailRow detail(Row row, String pairs) {
    String factor = row.getAs("factor");
    int order = row.<Integer>getAs("factor_order");
    String region = row.getAs("region_code");
    String sector = findText(row, "sector");
    String fuel = findText(row, "fuel");
    int from = year(row, "year_from");
    int to = year(row, "year_to");
    double valueFrom = row.<Double>getAs("value_from");
    double valueTo = row.<Double>getAs("value_to");
    double factorFrom = row.<Double>getAs("factor_from");
    double factorTo = row.<Double>getAs("factor_to");
    boolean both = valueFrom != 0 && valueTo != 0;
    return new DetailRow(
        run.identity(),
        region,
        base(row, pairs),
        from,
        to,
        sector,
        fuel,
        order,
        factor,
        identity.labelsZh().get(factor),
        identity.labelsEn().get(factor),
        row.getAs("effect"),
        valueFrom,
        valueTo,
        factorFrom,
        factorTo,
        both ? LogMean.of(valueTo, valueFrom) : null,
        both ? Double.valueOf(lnRatio(factorTo, factorFrom)) : null,
        row.getAs("vanishing"),
        row.getAs("residual"),
        run.unit(),
        terms.findLeftId(region, from, sector, fuel),
        terms.findLeftId(region, to, sector, fuel),
        terms.findId(order, 1, region, from, sector, fuel),
        terms.findId(order, -1, region, from, sector, fuel),
        terms.findId(order, 1, region, to, sector, fuel),
        terms.findId(order, -1, region, to, sector, fuel));
  }

  private static double lnRatio(double to, double from) {
    return to == from ? 0 : LogMean.lnRatio(to, from);
  }

  private static String findText(Row row, String column) {
    return Arrays.asList(row.schema().fieldNames()).contains(column) ? row.getAs(column) : null;
  }

  /** The rows of {@code core.decomposition_input}: every part of every term. */
  List<InputRow> listInputs() {
    return terms.listInputs(parts);
  }
}
