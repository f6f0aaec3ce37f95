package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.List;
import org.carbonbook.decomposition.method.EffectGrid;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;

/**
 * How groups are decomposed.
 *
 * @param pairs which times are compared
 * @param method the method
 * @param form additive or multiplicative
 * @param levels indices from the coarsest level to the finest for level-by-level LMDI; empty for
 *     all cells at once
 * @param gaps what happens with absent years in a chain
 * @param grid the grid of additive effects
 * @param tolerance largest residual of an exact method, as a share of the change's scale
 * @param window number of times of a centred moving mean taken first; 1 for none
 * @param uncertainty relative errors of the inputs; null for none
 * @param grain a result for each group, or for each cell of it
 */
record Settings(
    Pairs pairs,
    Method method,
    Form form,
    List<String> levels,
    Gaps gaps,
    EffectGrid grid,
    double tolerance,
    int window,
    Uncertainty uncertainty,
    Grain grain)
    implements Serializable {

  enum Grain {
    GROUP,
    CELL
  }

  static Settings defaults() {
    return new Settings(
        Pairs.chained(),
        Method.LMDI1,
        Form.ADDITIVE,
        List.of(),
        Gaps.SAY,
        EffectGrid.NONE,
        1e-12,
        1,
        null,
        Grain.GROUP);
  }

  boolean isUncertain() {
    return uncertainty != null;
  }

  Settings with(Pairs other) {
    return new Settings(
        other, method, form, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  Settings with(Method other) {
    return new Settings(
        pairs, other, form, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  Settings with(Form other) {
    return new Settings(
        pairs, method, other, levels, gaps, grid, tolerance, window, uncertainty, grain);
  }

  Settings withLevels(List<String> other) {
    return new Settings(
        pairs, method, form, List.copyOf(other), gaps, grid, tolerance, window, uncertainty, grain);
  }

  Settings with(Gaps other) {
    return new Settings(
        pairs, method, form, levels, other, grid, tolerance, window, uncertainty, grain);
  }

  Settings with(EffectGrid other) {
    return new Settings(
        pairs, method, form, levels, gaps, other, tolerance, window, uncertainty, grain);
  }

  Settings withTolerance(double other) {
    return new Settings(pairs, method, form, levels, gaps, grid, other, window, uncertainty, grain);
  }

  Settings withWindow(int other) {
    return new Settings(
        pairs, method, form, levels, gaps, grid, tolerance, other, uncertainty, grain);
  }

  Settings with(Uncertainty other) {
    return new Settings(pairs, method, form, levels, gaps, grid, tolerance, window, other, grain);
  }

  Settings with(Grain other) {
    return new Settings(
        pairs, method, form, levels, gaps, grid, tolerance, window, uncertainty, other);
  }
}
