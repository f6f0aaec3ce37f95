package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonbook.lake.Origin;

/**
 * The pairs of years of one run and region: consecutive years, and every year with the first. Each
 * pair takes each variable from one publication, that of the highest priority which has both years.
 */
final class RunComparisons {

  private final DecompositionRun run;
  private final String region;
  private final List<Balance> balances;
  private final ObservedParts observed;
  private final BalanceLinks links;
  private final ColumnSplits splits;

  /**
   * @param balances balances of the region by the run's factor set
   * @param observed figures of the region
   * @param links publications whose balances may be compared
   */
  RunComparisons(
      DecompositionRun run,
      String region,
      List<Balance> balances,
      ObservedParts observed,
      BalanceLinks links,
      ColumnSplits splits) {
    this.run = run;
    this.region = region;
    this.balances = balances;
    this.observed = observed;
    this.links = links;
    this.splits = splits;
  }

  /** The pairs, with reasons for those that cannot be assessed. */
  List<RegionComparison> list() {
    NavigableSet<Integer> own = leftYears();
    if (own.size() < 2) {
      return List.of();
    }
    NavigableSet<Integer> years = new TreeSet<>(own);
    TreeMap<String, NavigableSet<Integer>> lacking = new TreeMap<>();
    for (String variable : observedVariables()) {
      NavigableSet<Integer> has = new TreeSet<>();
      observed.listPublications(variable).forEach(p -> has.addAll(p.byYear().keySet()));
      NavigableSet<Integer> lacks = new TreeSet<>(own);
      lacks.removeAll(has);
      if (!lacks.isEmpty()) {
        lacking.put(variable, lacks);
      }
      years.retainAll(has);
    }
    if (years.size() < 2) {
      String reason =
          lacking.entrySet().stream()
              .map(e -> "no figure of " + e.getKey() + " in " + shown(e.getValue()))
              .collect(java.util.stream.Collectors.joining("; "));
      return List.of(
          RegionComparison.notAssessed(
              region, own.first(), own.last(), List.of(RegionComparison.CHAINED), reason));
    }
    return pairs(years);
  }

  private static String shown(NavigableSet<Integer> years) {
    return String.join(", ", years.stream().map(String::valueOf).toList());
  }

  private List<RegionComparison> pairs(NavigableSet<Integer> years) {
    List<RegionComparison> comparisons = new ArrayList<>();
    int first = years.first();
    for (int to : years.tailSet(first, false)) {
      int before = years.lower(to);
      if (before == first) {
        comparisons.add(
            compare(first, to, List.of(RegionComparison.CHAINED, String.valueOf(first))));
      } else {
        comparisons.add(compare(before, to, List.of(RegionComparison.CHAINED)));
        comparisons.add(compare(first, to, List.of(String.valueOf(first))));
      }
    }
    return comparisons;
  }

  /** Years of what is decomposed: those of the balances, or of the first observed variable. */
  private NavigableSet<Integer> leftYears() {
    NavigableSet<Integer> years = new TreeSet<>();
    if (usesEmission()) {
      balances.forEach(b -> years.add(b.year()));
    } else {
      observedVariables()
          .forEach(
              v -> observed.listPublications(v).forEach(p -> years.addAll(p.byYear().keySet())));
    }
    return years;
  }

  private boolean usesEmission() {
    return run.variables().values().stream().anyMatch(VariableSource::isEmission);
  }

  private List<String> observedVariables() {
    return run.variables().entrySet().stream()
        .filter(v -> !v.getValue().isEmission())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private RegionComparison compare(int from, int to, List<String> bases) {
    Inputs inputs = new Inputs(from, to);
    return inputs.compared(bases);
  }

  /** The inputs of one pair of years while they are chosen. */
  private final class Inputs {

    private final int from;
    private final int to;
    private final List<VariablePart> parts = new ArrayList<>();
    private final TreeMap<String, String> sources = new TreeMap<>();
    private final List<Origin> origins = new ArrayList<>();
    private Optional<FactorPair> factors = Optional.empty();

    Inputs(int from, int to) {
      this.from = from;
      this.to = to;
    }

    RegionComparison compared(List<String> bases) {
      Optional<String> reason = chooseObserved();
      List<BreakCell> breaks = List.of();
      if (reason.isEmpty() && usesEmission()) {
        Optional<BalanceLinks.Pair> pair = links.findPair(balancesOf(from), balancesOf(to));
        if (pair.isPresent()) {
          breaks = addEmission(pair.get());
        } else {
          reason = Optional.of(unlinked());
        }
      }
      if (reason.isPresent()) {
        return RegionComparison.notAssessed(region, from, to, bases, reason.get());
      }
      return new RegionComparison(
          region,
          from,
          to,
          bases,
          List.copyOf(parts),
          breaks,
          factors,
          sources,
          Origin.ofComputed(origins),
          Optional.empty());
    }

    private List<Balance> balancesOf(int year) {
      return balances.stream().filter(b -> b.year() == year).toList();
    }

    private String unlinked() {
      return "the balance of %d is of \"%s\", that of %d of \"%s\", and conf/%s links them by no entry of balance_links"
          .formatted(
              from,
              balancesOf(from).get(0).publication(),
              to,
              balancesOf(to).get(0).publication(),
              DecompositionRuns.FILE);
    }

    /** Variables that share another out come last, because they need it. */
    private Optional<String> chooseObserved() {
      List<String> variables =
          observedVariables().stream()
              .sorted(Comparator.comparing(v -> run.variables().get(v).isShares()))
              .toList();
      for (String variable : variables) {
        Optional<PublicationParts> chosen =
            observed.listPublications(variable).stream()
                .filter(p -> p.hasBoth(from, to))
                .findFirst();
        if (chosen.isEmpty()) {
          return Optional.of(
              "no publication has %s of both %d and %d".formatted(variable, from, to));
        }
        add(variable, chosen.get());
      }
      return Optional.empty();
    }

    private void add(String variable, PublicationParts chosen) {
      VariableSource source = run.variables().get(variable);
      String shown = chosen.publication();
      for (int year : List.of(from, to)) {
        List<VariablePart> own = chosen.byYear().get(year);
        if (source.isShares()) {
          own = SharedParts.of(own, partsOf(source.prices().sharesOf(), year), shown);
        }
        parts.addAll(own);
        own.forEach(p -> origins.add(p.figureOrigin()));
      }
      sources.put(
          variable,
          source.isShares()
              ? "shares of %s in the %s of %s"
                  .formatted(
                      shown, source.prices().sharesOf(), sources.get(source.prices().sharesOf()))
              : shown);
    }

    private List<VariablePart> partsOf(String variable, int year) {
      return parts.stream().filter(p -> p.variable().equals(variable) && p.year() == year).toList();
    }

    private List<BreakCell> addEmission(BalanceLinks.Pair pair) {
      EmissionParts emission = new EmissionParts(run, pair.from(), pair.to(), splits);
      List<VariablePart> own = emission.listParts();
      factors = emission.findFactorsOfYears();
      parts.addAll(own);
      own.forEach(p -> origins.add(p.figureOrigin()));
      String shown =
          pair.from().edition().equals(pair.to().edition())
              ? pair.from().edition()
              : pair.from().edition() + " and " + pair.to().edition();
      run.variables()
          .forEach(
              (variable, source) -> {
                if (source.isEmission()) {
                  sources.put(variable, shown);
                }
              });
      return emission.listBreaks();
    }
  }
}
