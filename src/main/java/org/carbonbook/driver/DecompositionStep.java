package org.carbonbook.driver;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.DecompositionResult;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.carbonbook.lake.RecordRows;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * What drove the change of emission and energy: the runs of {@code conf/decompositions.yaml} on the
 * core tables. Method: {@code docs/methods/decomposition.md}.
 */
public final class DecompositionStep implements Step {

  private static final String EFFECTS = "core.decomposition";
  private static final String DETAIL = "core.decomposition_detail";
  private static final String INPUT = "core.decomposition_input";

  @Override
  public String name() {
    return "decomposition";
  }

  @Override
  public List<String> reads() {
    return List.of("core.observation", "core.emission", "core.series");
  }

  @Override
  public List<String> writes() {
    return List.of(EFFECTS, DETAIL, INPUT);
  }

  @Override
  public List<String> configuration() {
    return List.of(DecompositionRuns.FILE, "identities", "sectors.csv");
  }

  @Override
  public StepResult run(StepContext context) {
    DecompositionRuns runs = DecompositionRuns.read(context.configuration().folder());
    IdentityCatalog identities = new IdentityCatalog(context.configuration().resolve("identities"));
    List<Notice> notices = new ArrayList<>();
    SparkSession session = context.lake().sessionFor(reads());
    List<Part> parts = parts(context, session, runs, notices);
    List<DecompositionResult> results = new ArrayList<>();
    List<EffectRow> effects = new ArrayList<>();
    List<DetailRow> detail = new ArrayList<>();
    List<InputRow> inputs = new ArrayList<>();
    for (Run run : runs.runs()) {
      List<Part> own = parts.stream().filter(p -> p.identity().equals(run.identity())).toList();
      RunDecomposition each =
          new RunDecomposition(run, identities.getIdentity(run.identity()), runs, own, session);
      results.add(each.decomposed().cached());
      effects.addAll(each.listEffects(results.get(results.size() - 1)));
      detail.addAll(each.listDetail());
      inputs.addAll(each.listInputs());
    }
    notices.addAll(new RunFindings(runs.runs(), results).listNotices());
    results.forEach(DecompositionResult::release);
    long written =
        write(context, EFFECTS, EffectRow.class, effects)
            + write(context, DETAIL, DetailRow.class, detail)
            + write(context, INPUT, InputRow.class, inputs);
    return new StepResult(parts.size(), written, 0, 0, notices);
  }

  private static <T extends Record> long write(
      StepContext context, String table, Class<T> type, List<T> rows) {
    return context.replace(table, RecordRows.rows(type, rows)).rows();
  }

  private static List<Part> parts(
      StepContext context, SparkSession session, DecompositionRuns runs, List<Notice> notices) {
    List<Part> parts = new ArrayList<>();
    List<Observed> figures = figures(context, session, runs);
    Map<String, String> stretches = stretches(context, session, runs);
    runs.runs()
        .forEach(r -> parts.addAll(new ObservedParts(r, figures, stretches, notices).listParts()));
    Dataset<Row> emission = context.lake().readIn(session, "core.emission");
    parts.addAll(EmissionParts.of(session, emission, runs.runs()));
    return parts;
  }

  /** The printed figures that runs may use: those of their regions and indicators. */
  private static List<Observed> figures(
      StepContext context, SparkSession session, DecompositionRuns runs) {
    List<String> indicators = new ArrayList<>(List.of("gdp", "gdp_index"));
    List<String> regions = new ArrayList<>();
    for (Run run : runs.runs()) {
      regions.addAll(run.regions());
      run.variables().values().stream()
          .map(Source::indicator)
          .filter(Objects::nonNull)
          .forEach(indicators::add);
    }
    return context
        .lake()
        .readIn(session, "core.observation")
        .filter(
            col("indicator")
                .isin(indicators.stream().distinct().toArray())
                .and(col("region_code").isin(regions.stream().distinct().toArray()))
                .and(col("canonical_value").isNotNull()))
        .select(
            "observation_id",
            "region_code",
            "year",
            "indicator",
            "sector",
            "basis",
            "edition",
            "canonical_value",
            "canonical_unit")
        .collectAsList()
        .stream()
        .map(DecompositionStep::observed)
        .sorted(Comparator.comparing(Observed::observationId))
        .toList();
  }

  /** The stretches of the series that are linked, by observation. */
  private static Map<String, String> stretches(
      StepContext context, SparkSession session, DecompositionRuns runs) {
    Object[] indicators =
        runs.runs().stream()
            .flatMap(run -> run.listLinked().stream())
            .map(Source::indicator)
            .distinct()
            .toArray();
    if (indicators.length == 0) {
      return Map.of();
    }
    Map<String, String> stretches = new HashMap<>();
    context
        .lake()
        .readIn(session, "core.series")
        .filter(col("indicator").isin(indicators).and(col("classification").isNotNull()))
        .select("observation_id", "series")
        .filter(col("observation_id").isNotNull())
        .collectAsList()
        .forEach(row -> stretches.put(row.getString(0), row.getString(1)));
    return stretches;
  }

  private static Observed observed(Row row) {
    return new Observed(
        row.getString(0),
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getDouble(7),
        row.getString(8));
  }
}
