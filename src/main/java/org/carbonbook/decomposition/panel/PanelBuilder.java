package org.carbonbook.decomposition.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.method.NotComputableReason;

/** Puts the rows of a group, in any order, into a {@link Panel}. */
final class PanelBuilder {

  private final PanelPlan plan;
  private final List<RowBatch> chunks;
  private final Object[] times;
  private final Map<Object, Integer> timeNumbers = new HashMap<>();
  private final TupleIndex[] tuplesOfInput;
  private final Map<Integer, NotComputableException> broken = new HashMap<>(0);

  PanelBuilder(PanelPlan plan, List<RowBatch> chunks) {
    this.plan = plan;
    this.chunks = chunks;
    this.times = sortedTimes();
    this.tuplesOfInput = new TupleIndex[plan.inputs.size()];
    for (InputPlan input : plan.inputs) {
      tuplesOfInput[input.number()] = TupleIndex.of(input.indices(), tuplesOf(input.number()));
    }
  }

  /**
   * The times that the group has in every input that has times. One chunk in ascending order is the
   * usual case and needs no sorting.
   */
  private Object[] sortedTimes() {
    if (chunks.size() == 1 && isAscending(chunks.get(0).times())) {
      return chunks.get(0).times();
    }
    TreeSet<Object> common = null;
    for (InputPlan input : plan.inputs) {
      TreeSet<Object> ofInput = new TreeSet<>(TimeOrder.COMPARATOR);
      for (RowBatch chunk : chunks) {
        if (chunk.input() == input.number()) {
          Arrays.stream(chunk.times()).filter(Objects::nonNull).forEach(ofInput::add);
        }
      }
      if (common == null) {
        common = ofInput;
      } else if (!common.isEmpty() && !ofInput.isEmpty()) {
        common.retainAll(ofInput);
      } else {
        common.addAll(ofInput);
      }
    }
    return common == null ? new Object[0] : common.toArray();
  }

  private static boolean isAscending(Object[] times) {
    for (int t = 0; t < times.length; t++) {
      boolean ascending = times[t] instanceof Long later && (t == 0 || (Long) times[t - 1] < later);
      if (!ascending) {
        return false;
      }
    }
    return true;
  }

  /** The number of the time of a row, -1 when another input lacks it. */
  private int timeNumber(RowBatch chunk, int row) {
    if (chunk.times() == times) {
      return row;
    }
    if (timeNumbers.isEmpty()) {
      for (int t = 0; t < times.length; t++) {
        timeNumbers.put(times[t], t);
      }
    }
    return timeNumbers.getOrDefault(chunk.times()[row], -1);
  }

  private List<List<String>> tuplesOf(int input) {
    List<List<String>> tuples = new ArrayList<>();
    chunks.stream().filter(c -> c.input() == input).forEach(c -> tuples.addAll(c.tuples()));
    return tuples;
  }

  Panel build() {
    if (chunks.size() == 1 && times == chunks.get(0).times() && plan.isPlain()) {
      return plain(chunks.get(0));
    }
    int variables = plan.variables.size();
    TupleIndex[] tuples = new TupleIndex[variables];
    double[][] values = new double[variables][];
    for (int v = 0; v < variables; v++) {
      tuples[v] = tuplesOfInput[plan.inputOf[v]].projected(plan.finest.get(v));
      values[v] = new double[times.length * tuples[v].size()];
      Arrays.fill(values[v], MissingValue.NO_ROW);
    }
    Panel panel =
        new Panel(plan, times, CellJoin.cells(plan, tuplesOfInput), tuples, values, broken);
    for (InputPlan input : plan.inputs) {
      new InputReader(panel, input).read();
    }
    return panel;
  }

  /** One row for each time in ascending order, and nothing to be summed: the usual large panel. */
  private Panel plain(RowBatch chunk) {
    int variables = plan.variables.size();
    TupleIndex[] tuples = new TupleIndex[variables];
    double[][] values = new double[variables][times.length];
    for (int v = 0; v < variables; v++) {
      tuples[v] = tuplesOfInput[0];
      for (int t = 0; t < times.length; t++) {
        values[v][t] = chunk.values()[t * variables + v];
      }
    }
    return new Panel(plan, times, tuplesOfInput[0], tuples, values, broken);
  }

  /** Puts the rows of one input in their places. */
  private final class InputReader {

    private final Panel panel;
    private final InputPlan input;
    private final int firstVariable;
    private final TupleIndex tuples;
    private final int[][] places;
    private final boolean[] seen;
    private final boolean[] timeSeen = new boolean[times.length];

    InputReader(Panel panel, InputPlan input) {
      this.panel = panel;
      this.input = input;
      this.firstVariable = firstVariable(input);
      this.tuples = tuplesOfInput[input.number()];
      this.places = new int[input.variables().size()][];
      for (int v = 0; v < places.length; v++) {
        places[v] = tuples.numbersIn(panel.tuplesOf[firstVariable + v]);
      }
      this.seen = new boolean[Math.max(1, times.length) * tuples.size()];
    }

    private int firstVariable(InputPlan of) {
      int first = 0;
      for (int i = 0; i < of.number(); i++) {
        first += plan.inputs.get(i).variables().size();
      }
      return first;
    }

    void read() {
      for (RowBatch chunk : chunks) {
        if (chunk.input() == input.number()) {
          for (int r = 0; r < chunk.times().length; r++) {
            readRow(chunk, r);
          }
        }
      }
      fillAbsent();
    }

    private void readRow(RowBatch chunk, int row) {
      int tuple = chunk.tuples().isEmpty() ? 0 : tuples.number(chunk.tuples().get(row));
      Object time = chunk.times()[row];
      int number = time == null ? -1 : timeNumber(chunk, row);
      if (number >= 0) {
        place(chunk, row, number, tuple);
      } else if (time != null) {
        return;
      } else if (input.hasTime()) {
        breakAll();
      } else {
        for (int t = 0; t < times.length; t++) {
          place(chunk, row, t, tuple);
        }
      }
    }

    private void place(RowBatch chunk, int row, int t, int tuple) {
      timeSeen[t] = true;
      if (seen[t * tuples.size() + tuple]) {
        String at = tuples.shown(tuple);
        broken.put(
            t,
            new NotComputableException(
                NotComputableReason.DUPLICATE_ROW,
                "two rows for "
                    + times[t]
                    + (at.isEmpty() ? "" : ", " + at)
                    + ": name the column in which they differ as an index or a group"));
      }
      seen[t * tuples.size() + tuple] = true;
      int count = places.length;
      for (int v = 0; v < count; v++) {
        put(firstVariable + v, t, places[v][tuple], chunk.values()[row * count + v]);
      }
    }

    private void put(int variable, int t, int tuple, double value) {
      double[] of = panel.values[variable];
      int at = t * panel.tuplesOf[variable].size() + tuple;
      if (MissingValue.isNoRow(of[at]) || (Double.isNaN(value) && !Double.isNaN(of[at]))) {
        of[at] = value;
      } else if (of[at] != value && !Double.isNaN(value) && !Double.isNaN(of[at])) {
        double low = Math.min(of[at], value);
        double high = Math.max(of[at], value);
        broken.putIfAbsent(
            t,
            new NotComputableException(
                NotComputableReason.DIFFERING_REPEATS,
                panel.place(variable, tuple, t)
                    + " repeats as "
                    + low
                    + " and "
                    + high
                    + ": it must be the same on every row, or be used with the index it varies by"));
      }
    }

    /** A tuple without a row is zero in a year that has rows, and missing in one that has none. */
    private void fillAbsent() {
      for (int v = firstVariable; v < firstVariable + places.length; v++) {
        double[] of = panel.values[v];
        int size = panel.tuplesOf[v].size();
        for (int at = 0; at < of.length; at++) {
          if (MissingValue.isNoRow(of[at])) {
            of[at] = timeSeen[at / size] ? 0 : MissingValue.NO_ROW;
          }
        }
      }
    }

    /** A row without a time could belong to any of them. */
    private void breakAll() {
      for (int t = 0; t < times.length; t++) {
        broken.put(
            t, new NotComputableException(NotComputableReason.MISSING_VALUE, "a row has no time"));
      }
    }
  }
}
