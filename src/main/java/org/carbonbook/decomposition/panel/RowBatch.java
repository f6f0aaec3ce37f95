package org.carbonbook.decomposition.panel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of one group and one input, which travel between partitions as one binary value. */
public final class RowBatch {

  static final byte NUMBER = 0;
  static final byte TEXT = 1;
  static final byte NONE = 2;

  private final int input;
  private final Object[] times;
  private final List<List<String>> tuples;
  private final double[] values;

  public RowBatch(int input, Object[] times, List<List<String>> tuples, double[] values) {
    this.input = input;
    this.times = times;
    this.tuples = tuples;
    this.values = values;
  }

  /** The number of the input that the rows are from. */
  int input() {
    return input;
  }

  /** The time of each row, Long or String; null where the row has none. */
  Object[] times() {
    return times;
  }

  /** The index values of each row, in the input's order; empty when the input has no index. */
  List<List<String>> tuples() {
    return tuples;
  }

  /** The variables of each row, row after row. */
  double[] values() {
    return values;
  }

  /** The binary form. */
  public byte[] toBytes() {
    RowBatchWriter writer = new RowBatchWriter(input);
    int variables = times.length == 0 ? 0 : values.length / times.length;
    for (int r = 0; r < times.length; r++) {
      writer.start(times[r]);
      if (!tuples.isEmpty()) {
        tuples.get(r).forEach(writer::text);
      }
      for (int v = 0; v < variables; v++) {
        writer.value(values[r * variables + v]);
      }
    }
    return writer.toBytes();
  }

  public static RowBatch read(byte[] bytes, PanelPlan plan) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int input = buffer.getInt();
    int rows = buffer.getInt();
    int indices = plan.inputs.get(input).indices().size();
    int variables = plan.inputs.get(input).variables().size();
    Object[] times = new Object[rows];
    double[] values = new double[rows * variables];
    List<List<String>> tuples = indices == 0 ? List.of() : new ArrayList<>(rows);
    for (int r = 0; r < rows; r++) {
      times[r] = time(buffer);
      if (indices > 0) {
        tuples.add(tuple(buffer, indices));
      }
      for (int v = 0; v < variables; v++) {
        // As bits: the meaning of a NaN must not change on the way.
        values[r * variables + v] = Double.longBitsToDouble(buffer.getLong());
      }
    }
    return new RowBatch(input, times, tuples, values);
  }

  private static Object time(ByteBuffer buffer) {
    return switch (buffer.get()) {
      case NUMBER -> buffer.getLong();
      case TEXT -> text(buffer);
      default -> null;
    };
  }

  private static List<String> tuple(ByteBuffer buffer, int indices) {
    List<String> tuple = new ArrayList<>(indices);
    for (int c = 0; c < indices; c++) {
      tuple.add(text(buffer));
    }
    return tuple;
  }

  private static String text(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.getInt()];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
