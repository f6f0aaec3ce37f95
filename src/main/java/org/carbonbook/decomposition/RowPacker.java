package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Packs neighbouring rows of one group into one row of group columns and a binary {@link Chunk}.
 * Panels usually lie group by group, so this divides what is shuffled and sorted by the number of
 * years; rows in any other order give the same result in more chunks.
 *
 * <p>Expects the columns: group columns, time (long or text) if any, indices (text), variables
 * (double).
 */
final class RowPacker implements FlatMapFunction<Iterator<InternalRow>, InternalRow>, Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST_ROWS = 4096;

  private final InputPlan input;
  private final DataType[] byTypes;
  private final boolean numericTime;

  /**
   * @param timeType long or text; ignored when the input has no time
   */
  RowPacker(InputPlan input, DataType[] byTypes, DataType timeType) {
    this.input = input;
    this.byTypes = byTypes.clone();
    this.numericTime = timeType instanceof LongType;
  }

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
    return new Packing(rows);
  }

  private final class Packing implements Iterator<InternalRow> {

    private final Iterator<InternalRow> rows;
    private final ChunkWriter writer = new ChunkWriter(input.number());
    private Object[] group;
    private InternalRow pending;

    Packing(Iterator<InternalRow> rows) {
      this.rows = rows;
      this.pending = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return pending != null;
    }

    @Override
    public InternalRow next() {
      if (pending == null) {
        throw new NoSuchElementException();
      }
      group = groupOf(pending);
      writer.clear();
      do {
        write(pending);
        pending = rows.hasNext() ? rows.next() : null;
      } while (pending != null && writer.rows() < MOST_ROWS && isSameGroup(pending));
      Object[] packed = new Object[group.length + 1];
      System.arraycopy(group, 0, packed, 0, group.length);
      packed[group.length] = writer.toBytes();
      return new GenericInternalRow(packed);
    }

    private Object[] groupOf(InternalRow row) {
      Object[] values = new Object[byTypes.length];
      for (int b = 0; b < values.length; b++) {
        Object value = row.isNullAt(b) ? null : row.get(b, byTypes[b]);
        values[b] = value instanceof UTF8String text ? text.clone() : value;
      }
      return values;
    }

    private boolean isSameGroup(InternalRow row) {
      for (int b = 0; b < byTypes.length; b++) {
        Object value = row.isNullAt(b) ? null : row.get(b, byTypes[b]);
        if (!Objects.equals(value, group[b])) {
          return false;
        }
      }
      return true;
    }

    private void write(InternalRow row) {
      int at = byTypes.length;
      if (!input.hasTime()) {
        writer.startTimeless();
      } else {
        startAt(row, at++);
      }
      for (int c = 0; c < input.indices().size(); c++, at++) {
        writer.index(row.isNullAt(at) ? new byte[0] : row.getUTF8String(at).getBytes());
      }
      for (int v = 0; v < input.variables().size(); v++, at++) {
        if (row.isNullAt(at)) {
          writer.valueBits(Absent.MISSING_BITS);
        } else {
          double value = row.getDouble(at);
          if (Double.isNaN(value) || Double.isInfinite(value)) {
            writer.valueBits(Absent.TEXT_BITS);
          } else {
            writer.value(value);
          }
        }
      }
    }

    private void startAt(InternalRow row, int at) {
      if (row.isNullAt(at)) {
        writer.startTimeless();
      } else if (numericTime) {
        writer.start(row.getLong(at));
      } else {
        writer.start(row.getUTF8String(at).getBytes());
      }
    }
  }
}
