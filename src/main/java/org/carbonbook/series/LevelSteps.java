package org.carbonbook.series;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the level of a series steps from one figure to the next by far more than it usually
 * changes: a change of method or coverage that the source does not explain. A change counts as a
 * step when its yearly logarithm is both larger than a declared size and further than a declared
 * number of scaled median absolute deviations from the median change (Hampel's rule: Davies and
 * Gather 1993, Journal of the American Statistical Association 88). No statement is made across a
 * step.
 */
final class LevelSteps implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Makes the median absolute deviation of a normal sample its standard deviation. */
  private static final double SCALE = 1.4826;

  private final AnalysisRules.Steps rules;

  LevelSteps(AnalysisRules.Steps rules) {
    this.rules = rules;
  }

  /**
   * A step between two neighbouring figures.
   *
   * @param change the relative change from the last year before to the first year after
   * @param limit the relative change above which (below which, for a fall) it is a step
   */
  record LevelStep(int lastYear, int nextYear, double change, double limit) {

    String text() {
      return "level step %d-%d: %+.1f %% (limit %+.1f %%)"
          .formatted(lastYear, nextYear, 100 * change, 100 * limit);
    }
  }

  /**
   * A series cut at its steps.
   *
   * @param runs the parts between the steps, in order; the series itself where it has none
   * @param steps the steps, one less than the runs
   */
  record Runs(List<YearSeries> runs, List<LevelStep> steps) {

    YearSeries last() {
      return runs.get(runs.size() - 1);
    }

    /** The step before the last run; there must be one. */
    LevelStep lastStep() {
      return steps.get(steps.size() - 1);
    }

    /** The first year of the run that a year belongs to. */
    int startOf(int year) {
      int start = runs.get(0).firstYear();
      for (YearSeries run : runs) {
        if (run.firstYear() <= year) {
          start = run.firstYear();
        }
      }
      return start;
    }
  }

  /** Cuts a series; one with a value that is not positive has no steps. */
  Runs split(YearSeries series) {
    List<SeriesFigure> figures = series.figures();
    double[] changes = changes(series);
    if (changes.length < rules.minChanges()) {
      return new Runs(List.of(series), List.of());
    }
    double median = median(changes);
    double deviation =
        SCALE * median(Arrays.stream(changes).map(c -> Math.abs(c - median)).toArray());
    List<YearSeries> runs = new ArrayList<>();
    List<LevelStep> steps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < changes.length; i++) {
      double limit = limit(changes[i], median, deviation);
      if (Math.abs(changes[i]) > Math.abs(limit)) {
        runs.add(series.with(figures.subList(from, i + 1)));
        steps.add(step(figures.get(i), figures.get(i + 1), limit));
        from = i + 1;
      }
    }
    runs.add(series.with(figures.subList(from, figures.size())));
    return new Runs(runs, steps);
  }

  /** The yearly logarithmic change that a change must exceed, with its sign. */
  private double limit(double change, double median, double deviation) {
    return change >= 0
        ? Math.max(rules.minChange(), median + rules.deviations() * deviation)
        : Math.min(-rules.minChange(), median - rules.deviations() * deviation);
  }

  private static LevelStep step(SeriesFigure last, SeriesFigure next, double limit) {
    int years = next.year() - last.year();
    return new LevelStep(
        last.year(), next.year(), next.value() / last.value() - 1, Math.expm1(limit * years));
  }

  private static double[] changes(YearSeries series) {
    List<SeriesFigure> figures = series.figures();
    if (figures.stream().anyMatch(figure -> !(figure.value() > 0))) {
      return new double[0];
    }
    double[] changes = new double[Math.max(0, figures.size() - 1)];
    Arrays.setAll(
        changes,
        i ->
            Math.log(figures.get(i + 1).value() / figures.get(i).value())
                / (figures.get(i + 1).year() - figures.get(i).year()));
    return changes;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
