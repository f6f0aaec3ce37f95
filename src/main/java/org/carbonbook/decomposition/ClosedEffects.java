package org.carbonbook.decomposition;

import org.carbonbook.decomposition.DecompositionOptions.Grain;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectGrid;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;
import org.carbonbook.decomposition.method.TermSums;

/** The effects of one comparison and the residual that they leave. */
final class ClosedEffects {

  private final double[] terms;
  private final double[] effects;
  private final double residual;
  private final double relative;

  private ClosedEffects(double[] terms, double[] effects, double residual, double relative) {
    this.terms = terms;
    this.effects = effects;
    this.residual = residual;
    this.relative = relative;
  }

  /**
   * Effects that close. Where the common grid is too coarse for a comparison of many cells to close
   * on it, they keep full precision.
   *
   * @param value0 the left side before, as an input gives it or as the cells do
   * @param valueT the left side after
   * @throws NotComputableException when an exact method leaves more than the tolerance
   */
  static ClosedEffects of(
      DecompositionOptions settings,
      EffectMethod method,
      Comparison comparison,
      double value0,
      double valueT) {
    ClosedEffects found = on(settings.grid(), settings, method, comparison, value0, valueT);
    if (settings.grid().isSet() && !found.closes(settings, method)) {
      found = on(EffectGrid.NONE, settings, method, comparison, value0, valueT);
    }
    if (!found.closes(settings, method)) {
      throw Closure.notClosed(settings.form(), found.residual, found.relative, value0, valueT);
    }
    return found;
  }

  private static ClosedEffects on(
      EffectGrid grid,
      DecompositionOptions settings,
      EffectMethod method,
      Comparison comparison,
      double value0,
      double valueT) {
    Form form = settings.form();
    double[] terms = terms(grid, settings, method, comparison);
    double[] effects = effects(form, method, comparison, terms);
    double residual = Closure.residual(form, value0, valueT, comparison, effects);
    double relative = Closure.relative(form, residual, value0, valueT, comparison, terms);
    return new ClosedEffects(terms, effects, residual, relative);
  }

  private static double[] terms(
      EffectGrid grid, DecompositionOptions settings, EffectMethod method, Comparison comparison) {
    if (settings.form() == Form.ADDITIVE) {
      double[] terms = method.additiveTerms(comparison);
      if (method.isExact() && method.isCellwise()) {
        grid.snap(comparison, terms);
      }
      return terms;
    }
    return settings.grain() == Grain.CELL ? method.logTerms(comparison) : new double[0];
  }

  private static double[] effects(
      Form form, EffectMethod method, Comparison comparison, double[] terms) {
    double[] effects =
        form == Form.ADDITIVE
            ? TermSums.sums(terms, comparison.factors())
            : exponentials(method.logEffects(comparison));
    for (double effect : effects) {
      if (Double.isNaN(effect) || Double.isInfinite(effect)) {
        throw new NotComputableException(
            NotComputableReason.OUT_OF_RANGE,
            "the numbers are too large or too small for the arithmetic");
      }
    }
    return effects;
  }

  private static double[] exponentials(double[] logs) {
    double[] effects = new double[logs.length];
    for (int k = 0; k < logs.length; k++) {
      effects[k] = Math.exp(logs[k]);
    }
    return effects;
  }

  private boolean closes(DecompositionOptions settings, EffectMethod method) {
    return !method.isExact() || Math.abs(relative) <= settings.tolerance();
  }

  /** Additive terms by factor and cell; where cells are asked for, logarithmic ones. */
  double[] terms() {
    return terms;
  }

  /** The effect of each factor. */
  double[] effects() {
    return effects;
  }

  double residual() {
    return residual;
  }

  /** The residual as a share of the change's scale. */
  double relative() {
    return relative;
  }
}
