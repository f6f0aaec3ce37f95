package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of two balances for a run's variables, from rows and columns that can be compared.
 * The others are a break.
 */
final class EmissionParts {

  private static final String RESTATED =
      "restated with the mean emission per tce of both years, because neither activity nor fuel changed it";

  private final DecompositionRun run;
  private final Balance from;
  private final Balance to;
  private final ComparedBalances compared;

  EmissionParts(DecompositionRun run, Balance from, Balance to, ColumnSplits splits) {
    this.run = run;
    this.from = from;
    this.to = to;
    this.compared = new ComparedBalances(from, to, splits);
  }

  List<VariablePart> listParts() {
    List<VariablePart> parts = new ArrayList<>();
    new TreeMap<>(run.variables())
        .forEach(
            (variable, source) -> {
              if (source.isEmission()) {
                for (ComparedBalances.Compared each : compared.listCompared()) {
                  add(parts, variable, source, from, each.from(), each.fromScale());
                  add(parts, variable, source, to, each.to(), each.toScale());
                }
              }
            });
    return parts;
  }

  Optional<FactorPair> findFactorsOfYears() {
    return compared.findFactorsOfYears();
  }

  /** Breaks by sector of the run and fuel. */
  List<BreakCell> listBreaks() {
    Map<String, List<BalanceBreak>> cells = new TreeMap<>();
    compared.listBreaks().stream()
        .filter(each -> run.sectors() == null || run.sectors().containsKey(each.sector()))
        .forEach(
            each ->
                cells
                    .computeIfAbsent(
                        mapped(each.sector()) + "\t" + each.fuel(), k -> new ArrayList<>())
                    .add(each));
    return cells.values().stream().map(this::cell).toList();
  }

  private String mapped(String sector) {
    return run.sectors() == null ? sector : run.sectors().get(sector);
  }

  private BreakCell cell(List<BalanceBreak> breaks) {
    List<VariablePart> before = new ArrayList<>();
    List<VariablePart> after = new ArrayList<>();
    for (BalanceBreak each : breaks) {
      from.find(each.sector(), each.fuel())
          .filter(EmissionFigure::isCounted)
          .ifPresent(f -> before.add(part(from, f, each.from(), each.fromShare(), each.reason())));
      to.find(each.sector(), each.fuel())
          .filter(EmissionFigure::isCounted)
          .ifPresent(f -> after.add(part(to, f, each.to(), each.toShare(), each.reason())));
    }
    return new BreakCell(
        mapped(breaks.get(0).sector()),
        breaks.get(0).fuel(),
        before,
        after,
        joined(breaks, BalanceBreak::reason),
        joined(breaks, BalanceBreak::reasonZh));
  }

  private static String joined(List<BalanceBreak> breaks, Function<BalanceBreak, String> reason) {
    return breaks.stream()
        .map(reason)
        .distinct()
        .collect(Collectors.joining(BreakCell.BETWEEN_REASONS));
  }

  private VariablePart part(
      Balance balance, EmissionFigure figure, double value, double share, String reason) {
    return new VariablePart(
        run.identity(),
        BreakCell.FACTOR,
        balance.regionCode(),
        balance.year(),
        mapped(figure.sector()),
        figure.fuel(),
        figure.sector(),
        balance.edition(),
        balance.factorSet(),
        value,
        VariableSource.Measure.CO2_T.unit(),
        null,
        share == 1 ? null : share,
        reason,
        figure.origin());
  }

  private void add(
      List<VariablePart> parts,
      String variable,
      VariableSource source,
      Balance balance,
      EmissionFigure figure,
      double scale) {
    Map<String, String> sectors = run.sectorsOf(source);
    if (figure == null || (sectors != null && !sectors.containsKey(figure.sector()))) {
      return;
    }
    boolean co2 = source.emission() == VariableSource.Measure.CO2_T;
    boolean restated = co2 && scale != 1;
    parts.add(
        new VariablePart(
            run.identity(),
            variable,
            balance.regionCode(),
            balance.year(),
            sectors == null ? figure.sector() : sectors.get(figure.sector()),
            figure.fuel(),
            figure.sector(),
            balance.edition(),
            balance.factorSet(),
            co2 ? figure.co2() * scale : figure.energy(),
            source.emission().unit(),
            null,
            restated ? scale : null,
            restated ? RESTATED : null,
            figure.origin()));
  }
}
