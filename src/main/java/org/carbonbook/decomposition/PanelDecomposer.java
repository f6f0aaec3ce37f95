package org.carbonbook.decomposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonbook.decomposition.DecompositionOptions.Grain;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;
import org.carbonbook.decomposition.panel.InputText;
import org.carbonbook.decomposition.panel.Panel;
import org.carbonbook.decomposition.panel.PanelComparison;
import org.carbonbook.decomposition.panel.PanelPeriods;
import org.carbonbook.decomposition.panel.PanelSums;
import org.carbonbook.decomposition.panel.PeriodValues;
import org.carbonbook.decomposition.panel.TimePair;
import org.carbonbook.decomposition.panel.TupleIndex;
import org.carbonbook.decomposition.uncertainty.UncertainEffects;

/**
 * Computes all comparisons of one group. A comparison that cannot be computed does not stop the
 * others.
 */
public final class PanelDecomposer {

  private static final double[][] NO_RANGES = {};

  private final DecompositionOptions settings;
  private final Panel panel;
  private final PanelSums sums;
  private final PanelPeriods sides;
  private final TupleIndex targets;
  private final int[][] cellsOfTarget;

  public PanelDecomposer(DecompositionOptions settings, PanelPeriods sides) {
    this.settings = settings;
    this.panel = sides.panel();
    this.sums = sides.sums();
    this.sides = sides;
    this.targets = panel.cells.projected(panel.plan.freeIndices());
    this.cellsOfTarget = PanelComparison.cellsOf(panel.cells, targets);
  }

  /**
   * The results of some pairs of the group's times.
   *
   * @param pairs what the settings make of the times
   */
  public List<PairResult> results(List<TimePair> pairs) {
    if (panel.times.length == 0) {
      return List.of(nothingToCompare());
    }
    List<PairResult> results = new ArrayList<>(pairs.size());
    for (TimePair pair : pairs) {
      for (int target = 0; target < targets.size(); target++) {
        try {
          refuseIncomplete(pair);
          compare(pair, target, results);
        } catch (NotComputableException e) {
          String inputs = InputText.of(panel, pair);
          results.add(new PairResult(pair, shownTuple(target)).notComputed(e, inputs));
        }
      }
    }
    return results;
  }

  private PairResult nothingToCompare() {
    TimePair none = new TimePair(-1, -1, "", null, null);
    String why =
        settings.window() > 1
            ? "fewer times than the moving mean takes"
            : "no time that all inputs have";
    int columns =
        settings.grain() == Grain.GROUP ? targets.columns().size() : panel.plan.indices.size();
    return new PairResult(none, Collections.nCopies(columns, null))
        .notComputed(
            new NotComputableException(
                NotComputableReason.NO_PAIR, why + ": there is nothing to compare"),
            InputText.of(panel, none));
  }

  /** The sum of absolute cell values at each time that can be computed. */
  public double[] absoluteTotals() {
    double[] totals = new double[panel.times.length];
    for (int t = 0; t < totals.length; t++) {
      try {
        double[] values = sides.side(t).cellValues.clone();
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.abs(values[i]);
        }
        totals[t] = ExactSum.of(values);
      } catch (NotComputableException e) {
        totals[t] = 0;
      }
    }
    return totals;
  }

  private List<String> shownTuple(int target) {
    return settings.grain() == Grain.GROUP
        ? targets.tuple(target)
        : panel.plan.indices.stream()
            .map(
                c ->
                    targets.columns().contains(c)
                        ? targets.tuple(target).get(targets.columns().indexOf(c))
                        : null)
            .toList();
  }

  private void refuseIncomplete(TimePair pair) {
    if (!pair.isComplete()) {
      String why =
          pair.toShown() == null
              ? (pair.from() < 0
                  ? pair.fromShown() + " is absent"
                  : "only " + pair.fromShown() + " is there")
              : (pair.from() < 0 ? pair.fromShown() : pair.toShown()) + " is absent";
      throw new NotComputableException(
          NotComputableReason.NO_PAIR, why + ": there is nothing to compare");
    }
    if (pair.note() != null && settings.gaps() == GapRule.NOT_COMPUTED) {
      throw new NotComputableException(
          NotComputableReason.YEAR_MISSING,
          pair.note() + " in the chain: name the pair to compare it all the same");
    }
  }

  private void compare(TimePair pair, int target, List<PairResult> results) {
    int[] cells = cellsOfTarget[target];
    PeriodValues before = side(pair.from(), cells);
    PeriodValues after = side(pair.to(), cells);
    Comparison comparison = PanelComparison.comparison(panel.plan.factors(), before, after, cells);
    EffectMethod method = method(cells);
    double value0 = observed(before, target, comparison.total0());
    double valueT = observed(after, target, comparison.totalT());
    ClosedEffects found = ClosedEffects.of(settings, method, comparison, value0, valueT);
    if (settings.grain() == Grain.CELL) {
      results.addAll(cellResults(pair, cells, comparison, found));
      return;
    }
    results.add(
        new PairResult(pair, targets.tuple(target))
            .values(value0, valueT)
            .effects(found.effects())
            .ranges(ranges(pair, cells, found.effects()))
            .residual(found.residual(), found.relative()));
  }

  private EffectMethod method(int[] cells) {
    return PanelComparison.method(settings.method(), settings.levels(), panel, cells);
  }

  private double[][] ranges(TimePair pair, int[] cells, double[] effects) {
    return settings.isUncertain()
        ? settings
            .uncertainty()
            .ranges(
                new UncertainEffects(method(cells), settings.form(), sums, pair), cells, effects)
        : NO_RANGES;
  }

  /** One part of the left side is not held up by what another part lacks. */
  private PeriodValues side(int time, int[] cells) {
    try {
      return sides.side(time);
    } catch (NotComputableException e) {
      if (targets.size() == 1) {
        throw e;
      }
      return PeriodValues.of(sums, time, cells);
    }
  }

  private double observed(PeriodValues side, int target, double computed) {
    if (panel.plan.observed < 0) {
      return computed;
    }
    int at = sums.kept(panel.plan.observed).findNumber(targets.tuple(target));
    return at < 0 ? computed : side.observed.valueOr(at, computed);
  }

  private List<PairResult> cellResults(
      TimePair pair, int[] cells, Comparison c, ClosedEffects found) {
    boolean additive = settings.form() == Form.ADDITIVE;
    return IntStream.range(0, cells.length)
        .mapToObj(
            i -> {
              double[] effects = new double[c.factors()];
              double[] from = new double[c.factors()];
              double[] to = new double[c.factors()];
              for (int k = 0; k < effects.length; k++) {
                double term = found.terms()[k * c.cells() + i];
                effects[k] = additive ? term : Math.exp(term);
                from[k] = c.factor0(k, i);
                to[k] = c.factorT(k, i);
              }
              return new PairResult(pair, panel.cells.tuple(cells[i]))
                  .values(c.value0(i), c.valueT(i))
                  .effects(effects)
                  .ranges(ranges(pair, new int[] {cells[i]}, effects))
                  .factors(from, to)
                  .residual(found.residual(), found.relative());
            })
        .toList();
  }
}
