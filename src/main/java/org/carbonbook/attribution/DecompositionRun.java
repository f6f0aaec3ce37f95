package org.carbonbook.attribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One identity on the figures of some regions.
 *
 * @param identity name of the identity
 * @param regions region codes; null for every region with the balances of two years
 * @param unit unit of the identity's left side
 * @param factorSet factor set whose emissions count, or null where none are used
 * @param scopes scopes of the emissions that count; 1 alone where none are named
 * @param sectors sector of the figures: sector of the identity; null to take all as they are
 * @param leavesOf sectors whose finest parts are taken instead, or null
 * @param variables where each variable comes from
 */
record DecompositionRun(
    String identity,
    List<String> regions,
    String unit,
    String factorSet,
    Set<Integer> scopes,
    Map<String, String> sectors,
    List<String> leavesOf,
    Map<String, VariableSource> variables) {

  DecompositionRun {
    if (identity == null || unit == null || variables == null) {
      throw new IllegalArgumentException("a run needs identity, unit and variables");
    }
    scopes = scopes == null ? Set.of(1) : Set.copyOf(scopes);
    regions = regions == null ? null : List.copyOf(regions);
    sectors = sectors == null ? null : Map.copyOf(sectors);
  }

  /** The regions it is for: those named, or all that the run has balances of. */
  List<String> regionsWith(List<Balance> balances) {
    return regions != null
        ? regions
        : balances.stream().map(Balance::regionCode).distinct().sorted().toList();
  }

  /** The prices of the variables in money: constant with the base year, or not money. */
  String priceBasis() {
    return variables.values().stream()
        .map(VariableSource::prices)
        .filter(Objects::nonNull)
        .map(VariableSource.Prices::baseYear)
        .filter(Objects::nonNull)
        .map(base -> "constant " + base.year())
        .distinct()
        .sorted()
        .reduce((one, other) -> one + ", " + other)
        .orElse("not money");
  }

  /** The same run with its leaves written out as sectors. */
  DecompositionRun withSectors(Map<String, String> all) {
    return new DecompositionRun(identity, regions, unit, factorSet, scopes, all, null, variables);
  }

  /**
   * The variables that others link over changes of the classification.
   *
   * @throws IllegalArgumentException when one of them is not observed
   */
  List<VariableSource> listLinked() {
    return variables.values().stream()
        .filter(VariableSource::isLinked)
        .map(
            source -> {
              VariableSource of = variables.get(source.linked());
              if (of == null || of.indicator() == null) {
                throw new IllegalArgumentException(
                    "%s: linked names '%s', which is not an observed variable of the run"
                        .formatted(identity, source.linked()));
              }
              return of;
            })
        .toList();
  }

  /** The sectors that count for a variable; null for all as they are. */
  Map<String, String> sectorsOf(VariableSource source) {
    return source.sectors() == null ? sectors : source.sectors();
  }
}
