package org.carbonbook.decomposition.panel;

import java.util.stream.IntStream;
import org.carbonbook.decomposition.method.ExactSum;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;

/** The sums of a group's variables over the indices that the identity's factors do not use. */
public final class PanelSums {

  private final Panel panel;

  /** For each sum the combinations that it is kept by. */
  private final TupleIndex[] kept;

  /** For each sum and each tuple of its variable the sum's tuple. */
  private final int[][] keptOfTuple;

  /** For each sum and each cell the sum's tuple; -1 where it has no value, which is zero. */
  private final int[][] keptOfCell;

  private final double[][] values;
  private final int[] allCells;

  public PanelSums(Panel panel) {
    this.panel = panel;
    int count = panel.plan.sums.size();
    this.kept = new TupleIndex[count];
    this.keptOfTuple = new int[count][];
    this.keptOfCell = new int[count][];
    this.values = new double[count][];
    this.allCells = IntStream.range(0, panel.cells.size()).toArray();
    for (int s = 0; s < count; s++) {
      VariableSum sum = panel.plan.sums.get(s);
      TupleIndex tuples = panel.tuplesOf[sum.variable()];
      kept[s] = tuples.projected(sum.indices());
      keptOfCell[s] = panel.cells.numbersIn(kept[s]);
      boolean asItIs = kept[s] == tuples;
      keptOfTuple[s] = tuples.numbersIn(kept[s]);
      values[s] = asItIs ? panel.values[sum.variable()] : summed(s, sum.variable());
    }
  }

  private double[] summed(int s, int variable) {
    int tuples = keptOfTuple[s].length;
    double[] result = new double[panel.times.length * kept[s].size()];
    ExactSum[] sums = new ExactSum[kept[s].size()];
    for (int t = 0; t < panel.times.length; t++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = new ExactSum();
      }
      for (int j = 0; j < tuples; j++) {
        sums[keptOfTuple[s][j]].add(panel.values[variable][t * tuples + j]);
      }
      for (int i = 0; i < sums.length; i++) {
        result[t * sums.length + i] = sums[i].value();
      }
    }
    return result;
  }

  public Panel panel() {
    return panel;
  }

  /** The numbers of all cells. */
  int[] allCells() {
    return allCells;
  }

  public double value(int sum, int cell, int time) {
    int at = keptOfCell[sum][cell];
    return at < 0 ? 0 : values[sum][time * kept[sum].size() + at];
  }

  /** All values of a sum at one time. */
  double[] row(int sum, int time) {
    int size = kept[sum].size();
    return java.util.Arrays.copyOfRange(values[sum], time * size, (time + 1) * size);
  }

  public TupleIndex kept(int sum) {
    return kept[sum];
  }

  public int keptOfTuple(int sum, int tuple) {
    return keptOfTuple[sum][tuple];
  }

  public int keptOfCell(int sum, int cell) {
    return keptOfCell[sum][cell];
  }

  /** {@code at sector=steel, 2011}. */
  String where(int cell, int time) {
    String at = panel.cells.shown(cell);
    return " at " + (at.isEmpty() ? "" : at + ", ") + panel.times[time];
  }

  /** Names the value of a sum is missing. */
  NotComputableException missing(int sum, int cell, int time) {
    int variable = panel.plan.sums.get(sum).variable();
    int size = panel.tuplesOf[variable].size();
    for (int j = 0; j < size; j++) {
      double value = panel.values[variable][time * size + j];
      if (keptOfTuple[sum][j] == keptOfCell[sum][cell] && Double.isNaN(value)) {
        return new NotComputableException(
            MissingValue.reason(value),
            panel.place(variable, j, time) + " " + MissingValue.shown(value));
      }
    }
    return new NotComputableException(
        NotComputableReason.OUT_OF_RANGE,
        panel.plan.variables.get(variable) + " is too large to be summed" + where(cell, time));
  }
}
