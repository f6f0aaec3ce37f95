package org.carbonbook.decomposition.columnar;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** Doubles, one after the other. */
final class DoubleColumn extends Column {

  private ByteBuffer values = littleEndian();
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  DoubleColumn(ColumnDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void addDouble(double value) {
    countValue();
    least = Math.min(least, value);
    most = Math.max(most, value);
    values = room(values, Double.BYTES).putDouble(value);
  }

  @Override
  BytesInput values() {
    return filled(values);
  }

  @Override
  Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void describe(Statistics<?> statistics) {
    if (least <= most) {
      statistics.updateStats(least);
      statistics.updateStats(most);
    }
  }

  @Override
  void clear() {
    values.clear();
    least = Double.POSITIVE_INFINITY;
    most = Double.NEGATIVE_INFINITY;
  }
}
