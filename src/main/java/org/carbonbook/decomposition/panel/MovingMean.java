package org.carbonbook.decomposition.panel;

import java.util.Arrays;
import org.carbonbook.decomposition.method.ExactSum;

/**
 * A centred moving mean of every variable of a group, taken before the decomposition. Times whose
 * window is not complete are excluded. Only the variables of the right side are smoothed; the left
 * side is derived from them again, since a mean of products is not the product of means.
 */
public final class MovingMean {

  private MovingMean() {}

  public static Panel smoothed(Panel panel, int window) {
    int kept = Math.max(0, panel.times.length - window + 1);
    int before = window / 2;
    Object[] times = Arrays.copyOfRange(panel.times, before, before + kept);
    double[][] values = new double[panel.values.length][];
    for (int v = 0; v < values.length; v++) {
      int size = panel.tuplesOf[v].size();
      values[v] = new double[kept * size];
      boolean isLeft =
          panel.plan.valueSum < 0
              && panel.plan.variables.get(v).equals(panel.plan.identity.left().variable());
      for (int t = 0; t < kept; t++) {
        for (int j = 0; j < size; j++) {
          values[v][t * size + j] = isLeft ? MissingValue.MISSING : mean(panel, v, t, j, window);
        }
      }
    }
    return panel.with(times, values);
  }

  private static double mean(Panel panel, int variable, int first, int tuple, int window) {
    int size = panel.tuplesOf[variable].size();
    ExactSum sum = new ExactSum();
    for (int t = first; t < first + window; t++) {
      double value = panel.values[variable][t * size + tuple];
      if (Double.isNaN(value) || panel.broken.containsKey(t)) {
        return Double.isNaN(value) ? value : MissingValue.MISSING;
      }
      sum.add(value);
    }
    return sum.value() / window;
  }
}
