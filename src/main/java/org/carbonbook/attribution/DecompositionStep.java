package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Decomposes changes of emission and energy: the runs of {@code conf/decompositions.yaml} on the
 * core tables. Method: {@code docs/methods/decomposition.md}.
 */
final class DecompositionStep implements Step {

  private static final String EFFECTS = "core.decomposition";
  private static final String DETAIL = "core.decomposition_detail";
  private static final String INPUT = "core.decomposition_input";
  private static final String FUELS = "fuels.csv";

  @Override
  public String name() {
    return "decomposition";
  }

  @Override
  public List<String> reads() {
    return List.of("core.observation", "core.emission", "core.series", "core.balance_part");
  }

  @Override
  public List<String> writes() {
    return List.of(EFFECTS, DETAIL, INPUT);
  }

  @Override
  public List<String> configuration() {
    return List.of(DecompositionRuns.FILE, ColumnSplits.FILE, "identities", SectorTree.FILE, FUELS);
  }

  @Override
  public StepResult run(StepContext context) {
    DecompositionRuns runs = DecompositionRuns.read(context.configuration().folder());
    SparkSession session = context.lake().sessionFor(reads());
    CodeLabels fuels = CodeLabels.read(context.configuration().resolve(FUELS), "fuel");
    List<Notice> notices = new ArrayList<>();
    Map<DecompositionRun, List<RegionComparison>> comparisons =
        comparisons(context, session, runs, notices);
    Map<String, List<RegionComparison>> byIdentity = new LinkedHashMap<>();
    comparisons.forEach(
        (run, own) ->
            byIdentity.computeIfAbsent(run.identity(), k -> new ArrayList<>()).addAll(own));
    ShownIdentities shown = new ShownIdentities(runs.shown(), byIdentity);
    CodeLabels sectors =
        CodeLabels.read(context.configuration().resolve(SectorTree.FILE), "sector");
    IdentityCatalog identities = new IdentityCatalog(context.configuration().resolve("identities"));
    Tables tables = new Tables();
    RunFindings findings = new RunFindings();
    comparisons.forEach(
        (run, own) -> {
          NamedIdentity identity = identities.getIdentity(run.identity());
          EffectRows effects = new EffectRows(run, identity, shown);
          findings.addComparisons(run, own);
          own.stream()
              .filter(c -> !c.isAssessed())
              .forEach(c -> tables.effects.addAll(effects.listNotAssessed(c)));
          List<RegionComparison> assessed =
              own.stream().filter(RegionComparison::isAssessed).toList();
          if (!assessed.isEmpty()) {
            RunDecomposition decomposition =
                new RunDecomposition(run, identity, runs, assessed, session);
            List<Row> notComputed = addEffects(tables, decomposition, effects);
            findings.addNotComputed(run, decomposition, notComputed);
            DetailRows detail = new DetailRows(run, identity, sectors, fuels, shown);
            decomposition
                .detail()
                .collectAsList()
                .forEach(
                    row ->
                        tables.detail.addAll(
                            detail.listEffects(row, decomposition.comparisonOf(row))));
            IdentityTerms terms = new IdentityTerms(identity);
            for (RegionComparison each : assessed) {
              tables.detail.addAll(detail.listBreaks(each));
              tables.inputs.addAll(terms.listInputs(each));
            }
          }
        });
    notices.addAll(findings.listNotices());
    long written =
        context.replace(EFFECTS, tables.effects).rows()
            + context.replace(DETAIL, tables.detail).rows()
            + context.replace(INPUT, tables.inputs).rows();
    return new StepResult(tables.inputs.size(), written, 0, 0, notices);
  }

  /** The rows of the tables while they are made. */
  private static final class Tables {
    private final List<Row> effects = new ArrayList<>();
    private final List<Row> detail = new ArrayList<>();
    private final List<Row> inputs = new ArrayList<>();
  }

  private static List<Row> addEffects(
      Tables tables, RunDecomposition decomposition, EffectRows rows) {
    DecompositionResult result = decomposition.decomposed().cached();
    List<Row> notComputed = result.notComputed().collectAsList();
    tables.effects.addAll(rows.list(decomposition, result.effects().collectAsList(), notComputed));
    result.release();
    return notComputed;
  }

  private static Map<DecompositionRun, List<RegionComparison>> comparisons(
      StepContext context, SparkSession session, DecompositionRuns runs, List<Notice> notices) {
    List<Balance> balances =
        new BalanceReader(
                session,
                context.lake().readIn(session, "core.emission"),
                context.lake().readIn(session, "core.observation"),
                context.lake().readIn(session, "core.balance_part"))
            .listBalances();
    PublishedFigures figures = new PublishedFigures(context, session, runs.runs());
    BalanceLinks links = new BalanceLinks(runs.balanceLinks());
    ColumnSplits splits = ColumnSplits.read(context.configuration().folder());
    Map<DecompositionRun, List<RegionComparison>> comparisons = new LinkedHashMap<>();
    for (DecompositionRun run : runs.runs()) {
      List<RegionComparison> own = new ArrayList<>();
      List<Balance> ofRun =
          balances.stream()
              .filter(b -> b.factorSet().equals(run.factorSet()) && b.hasScopes(run.scopes()))
              .map(b -> b.ofScopes(run.scopes()))
              .toList();
      for (String region : run.regionsWith(ofRun)) {
        ObservedParts observed =
            new ObservedParts(run, region, figures.list(), figures.segments(), notices);
        List<Balance> ofRegion = ofRun.stream().filter(b -> b.regionCode().equals(region)).toList();
        own.addAll(new RunComparisons(run, region, ofRegion, observed, links, splits).list());
      }
      comparisons.put(run, own);
    }
    return comparisons;
  }
}
