package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.List;
import org.carbonbook.decomposition.method.EffectGrid;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.uncertainty.Uncertainty;

/**
 * How groups are decomposed.
 *
 * @param pairs which times are compared
 * @param method the method
 * @param form additive or multiplicative
 * @param levels indices from the coarsest level to the finest for level-by-level LMDI; empty for
 *     all cells at once
 * @param gaps how a chain treats missing years
 * @param grid the grid of additive effects
 * @param tolerance largest residual of an exact method, as a share of the change's scale
 * @param window number of times in the centred moving mean that is applied before the
 *     decomposition; 1 for none
 * @param uncertainty relative errors of the inputs; null for none
 * @param grain a result for each group, or for each cell of it
 */
public record DecompositionOptions(
    TimePairs pairs,
    Method method,
    Form form,
    List<String> levels,
    GapRule gaps,
    EffectGrid grid,
    double tolerance,
    int window,
    Uncertainty uncertainty,
    Grain grain)
    implements Serializable {

  /** What a result is reported for. */
  public enum Grain {
    GROUP,
    CELL
  }

  public static DecompositionOptions defaults() {
    return new DecompositionOptions(
        TimePairs.chained(),
        Method.LMDI1,
        Form.ADDITIVE,
        List.of(),
        GapRule.BRIDGE,
        EffectGrid.NONE,
        1e-12,
        1,
        null,
        Grain.GROUP);
  }

  public boolean isUncertain() {
    return uncertainty != null;
  }

  public DecompositionOptions with(TimePairs other) {
    return new DecompositionOptions(
        other, method, form, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions with(Method other) {
    return new DecompositionOptions(
        pairs, other, form, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions with(Form other) {
    return new DecompositionOptions(
        pairs, method, other, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions withLevels(List<String> other) {
    return new DecompositionOptions(
        pairs, method, form, List.copyOf(other), gaps, grid, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions with(GapRule other) {
    return new DecompositionOptions(
        pairs, method, form, levels, other, grid, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions with(EffectGrid other) {
    return new DecompositionOptions(
        pairs, method, form, levels, gaps, other, tolerance, window, uncertainty, grain);
  }

  public DecompositionOptions withTolerance(double other) {
    return new DecompositionOptions(
        pairs, method, form, levels, gaps, grid, other, window, uncertainty, grain);
  }

  public DecompositionOptions withWindow(int other) {
    return new DecompositionOptions(
        pairs, method, form, levels, gaps, grid, tolerance, other, uncertainty, grain);
  }

  public DecompositionOptions with(Uncertainty other) {
    return new DecompositionOptions(
        pairs, method, form, levels, gaps, grid, tolerance, window, other, grain);
  }

  public DecompositionOptions with(Grain other) {
    return new DecompositionOptions(
        pairs, method, form, levels, gaps, grid, tolerance, window, uncertainty, other);
  }
}
