package org.carbonbook.driver;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.carbonbook.decomposition.Decomposition;
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

  /** Up to so many regions over all runs, one partition is faster than sending rows around. */
  private static final long FEW_REGIONS = 200;

  private static final String EFFECTS = "core.decomposition";
  private static final String DETAIL = "core.decomposition_detail";
  private static final String INPUT = "core.decomposition_input";

  @Override
  public String name() {
    return "decomposition";
  }

  @Override
  public List<String> reads() {
    return List.of("core.observation", "core.emission");
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
  public List<Class<?>> code() {
    return List.of(DecompositionStep.class, Decomposition.class);
  }

  @Override
  public StepResult run(StepContext context) {
    DecompositionRuns runs = DecompositionRuns.read(context.configuration().folder());
    IdentityCatalog identities = new IdentityCatalog(context.configuration().resolve("identities"));
    List<Notice> notices = new ArrayList<>();
    Dataset<Row> parts = parts(context, runs, notices).persist(StorageLevel.MEMORY_AND_DISK());
    List<RunDecomposition> decompositions =
        runs.runs().stream()
            .map(
                run ->
                    new RunDecomposition(
                        run,
                        identities.getIdentity(run.identity()),
                        runs,
                        parts.filter(col("identity").equalTo(run.identity()))))
            .toList();
    List<DecompositionResult> effects =
        decompositions.stream().map(d -> d.effects().cached()).toList();
    List<Dataset<Row>> rows = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      rows.add(decompositions.get(i).rows(effects.get(i)));
    }
    long read = parts.count();
    long written = context.replace(EFFECTS, union(rows)).rows();
    written +=
        context
            .replace(
                DETAIL, union(decompositions.stream().map(RunDecomposition::detailRows).toList()))
            .rows();
    written +=
        context
            .replace(
                INPUT, union(decompositions.stream().map(RunDecomposition::inputRows).toList()))
            .rows();
    notices.addAll(new RunFindings(runs.runs(), effects).listNotices());
    effects.forEach(DecompositionResult::release);
    parts.unpersist();
    return new StepResult(read, written, 0, 0, notices);
  }

  private static Dataset<Row> union(List<Dataset<Row>> rows) {
    return rows.stream().reduce((a, b) -> a.unionByName(b, true)).orElseThrow();
  }

  private static Dataset<Row> parts(
      StepContext context, DecompositionRuns runs, List<Notice> notices) {
    SparkSession session = context.spark().newSession();
    List<Observed> figures = figures(context, runs);
    List<Part> observed = new ArrayList<>();
    runs.runs().forEach(r -> observed.addAll(new ObservedParts(r, figures, notices).listParts()));
    Dataset<Row> emission = context.lake().readIn(session, "core.emission");
    Dataset<Row> parts =
        EmissionParts.of(session, emission, runs.runs())
            .unionByName(RecordRows.of(session, Part.class, observed));
    long regions = runs.runs().stream().mapToLong(r -> r.regions().size()).sum();
    return regions <= FEW_REGIONS ? parts.coalesce(1) : parts;
  }

  /** The printed figures that runs may use: those of their regions and indicators. */
  private static List<Observed> figures(StepContext context, DecompositionRuns runs) {
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
        .read("core.observation")
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
