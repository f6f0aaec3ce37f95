package org.carbonbook.decomposition.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.LongType;
import org.carbonbook.catalyst.RowReader;
import org.carbonbook.decomposition.panel.InputPlan;
import org.carbonbook.decomposition.panel.MissingValue;
import org.carbonbook.decomposition.panel.RowBatch;

/**
 * Rows of one input, batch by batch. Expects the columns: group columns, time (long or text) if
 * any, indices (text), variables (double).
 */
final class RowBatches implements Iterator<GroupBatch> {

  private static final int MAX_ROWS = 4096;
  private static final int START = 32;

  private final Iterator<RowReader> rows;
  private final InputPlan input;
  private final DataType[] byTypes;
  private final boolean numericTime;
  private RowReader pending;
  private int count;
  private Object[] times = new Object[START];
  private Object[] shared = new Object[0];
  private double[] values;
  private List<List<String>> tuples = List.of();

  /**
   * Reads rows as they come.
   *
   * @param timeType long or text; ignored when the input has no time
   */
  RowBatches(Iterator<RowReader> rows, InputPlan input, DataType[] byTypes, DataType timeType) {
    this.rows = rows;
    this.input = input;
    this.byTypes = byTypes.clone();
    this.numericTime = timeType instanceof LongType;
    this.values = new double[START * input.variables().size()];
    this.pending = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return pending != null;
  }

  @Override
  public GroupBatch next() {
    if (pending == null) {
      throw new NoSuchElementException();
    }
    Object[] group = groupOf(pending, byTypes);
    count = 0;
    tuples = input.indices().isEmpty() ? List.of() : new ArrayList<>();
    do {
      read(pending);
      pending = rows.hasNext() ? rows.next() : null;
    } while (pending != null && count < MAX_ROWS && isOf(group, pending, byTypes));
    int size = count * input.variables().size();
    return new GroupBatch(
        group, new RowBatch(input.number(), timesOfStretch(), tuples, Arrays.copyOf(values, size)));
  }

  /** One array for neighbouring groups of the same times, which then are compared alike. */
  private Object[] timesOfStretch() {
    boolean same = count == shared.length;
    for (int r = 0; r < count && same; r++) {
      same = times[r] == shared[r];
    }
    if (!same) {
      shared = Arrays.copyOf(times, count);
    }
    return shared;
  }

  /** The group columns of a row, copied. */
  static Object[] groupOf(RowReader row, DataType[] byTypes) {
    Object[] values = new Object[byTypes.length];
    for (int b = 0; b < values.length; b++) {
      values[b] = row.getKey(b, byTypes[b]);
    }
    return values;
  }

  /** Whether a row belongs to a group. */
  static boolean isOf(Object[] group, RowReader row, DataType[] byTypes) {
    for (int b = 0; b < byTypes.length; b++) {
      if (!row.hasKey(b, byTypes[b], group[b])) {
        return false;
      }
    }
    return true;
  }

  private void read(RowReader row) {
    int at = byTypes.length;
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      values = Arrays.copyOf(values, 2 * values.length);
    }
    times[count] = input.hasTime() ? time(row, at++) : null;
    if (!input.indices().isEmpty()) {
      List<String> tuple = new ArrayList<>(input.indices().size());
      for (int c = 0; c < input.indices().size(); c++, at++) {
        tuple.add(row.isNullAt(at) ? "" : row.getText(at));
      }
      tuples.add(tuple);
    }
    int variables = input.variables().size();
    for (int v = 0; v < variables; v++, at++) {
      values[count * variables + v] =
          row.isNullAt(at) ? MissingValue.MISSING : number(row.getDouble(at));
    }
    count++;
  }

  private static double number(double value) {
    return Math.abs(value) <= Double.MAX_VALUE ? value : MissingValue.TEXT;
  }

  /** The times of neighbouring groups are mostly the same, so their objects are used again. */
  private Object time(RowReader row, int at) {
    if (row.isNullAt(at)) {
      return null;
    }
    if (!numericTime) {
      return row.getText(at);
    }
    long time = row.getLong(at);
    return times[count] instanceof Long before && before == time ? before : Long.valueOf(time);
  }
}
