package org.carbonbook.decomposition.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.method.Comparison;
import org.carbonbook.decomposition.method.EffectMethod;
import org.carbonbook.decomposition.method.HierarchicalLmdi;
import org.carbonbook.decomposition.method.Method;

/**
 * Splits a group by the indices that results are reported for, and compares the two sides of each
 * part.
 */
public final class PanelComparison {

  private static final int[][] ONE_CELL = {{0}};

  private PanelComparison() {}

  public static int[][] cellsOf(TupleIndex cells, TupleIndex targets) {
    if (targets.columns().isEmpty()) {
      if (cells.size() == 1) {
        return ONE_CELL;
      }
      return new int[][] {IntStream.range(0, cells.size()).toArray()};
    }
    int[] targetOfCell = cells.numbersIn(targets);
    List<List<Integer>> result = new ArrayList<>();
    IntStream.range(0, targets.size()).forEach(t -> result.add(new ArrayList<>()));
    for (int i = 0; i < targetOfCell.length; i++) {
      result.get(targetOfCell[i]).add(i);
    }
    return result.stream()
        .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Some cells on two sides; a factor that is 0/0 on one side is unchanged. */
  public static Comparison comparison(
      int factors, PeriodValues before, PeriodValues after, int[] cells) {
    boolean whole = before.cellValues.length == cells.length;
    if (whole && !before.hasUndefined && !after.hasUndefined) {
      return new Comparison(
          factors, before.factors, after.factors, before.cellValues, after.cellValues);
    }
    int all = before.cellValues.length;
    double[] x0 = new double[factors * cells.length];
    double[] xT = new double[x0.length];
    for (int k = 0; k < factors; k++) {
      for (int i = 0; i < cells.length; i++) {
        double a = before.factors[k * all + cells[i]];
        double b = after.factors[k * all + cells[i]];
        x0[k * cells.length + i] = !Double.isNaN(a) ? a : Double.isNaN(b) ? 1 : b;
        xT[k * cells.length + i] = !Double.isNaN(b) ? b : Double.isNaN(a) ? 1 : a;
      }
    }
    return new Comparison(
        factors, x0, xT, picked(before.cellValues, cells), picked(after.cellValues, cells));
  }

  private static double[] picked(double[] values, int[] places) {
    return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
  }

  /** The method, level by level when levels are set. */
  public static EffectMethod method(Method method, List<String> levels, Panel panel, int[] cells) {
    if (levels.isEmpty()) {
      return method.effects();
    }
    int[] levelOfFactor =
        panel.plan.identity.factors().stream().mapToInt(f -> level(f, levels)).toArray();
    int[][] nodeOfCell = new int[levels.size()][];
    for (int level = 0; level < levels.size(); level++) {
      nodeOfCell[level] = nodes(panel.cells, cells, levels.subList(0, level + 1));
    }
    return new HierarchicalLmdi(method, levelOfFactor, nodeOfCell);
  }

  private static int level(Factor factor, List<String> levels) {
    return factor.powers().stream()
        .flatMap(p -> p.term().indices().stream())
        .mapToInt(levels::indexOf)
        .max()
        .orElse(0);
  }

  private static int[] nodes(TupleIndex all, int[] cells, List<String> levels) {
    int[] places = levels.stream().mapToInt(all.columns()::indexOf).toArray();
    Map<List<String>, Integer> numbers = new HashMap<>();
    return IntStream.of(cells)
        .map(
            i -> {
              List<String> node = IntStream.of(places).mapToObj(p -> all.tuple(i).get(p)).toList();
              numbers.putIfAbsent(node, numbers.size());
              return numbers.get(node);
            })
        .toArray();
  }
}
