package org.carbonbook.decomposition.columnar;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;

/** Doubles, one after the other. */
final class DoubleColumn extends Column {

  private ByteBuffer values = littleEndian();

  DoubleColumn(ColumnDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void addDouble(double value) {
    countValue();
    values = room(values, Double.BYTES).putDouble(value);
  }

  @Override
  BytesInput values() {
    return BytesInput.from(values.array(), 0, values.position());
  }

  @Override
  Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void clear() {
    values.clear();
  }
}
