package org.carbonbook.decomposition.spark.columnar;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;

/** Numbers of a fixed width, one after the other. */
abstract class PlainColumnWriter extends ColumnWriter {

  private ByteBuffer values = littleEndian();

  PlainColumnWriter(ColumnDescriptor descriptor) {
    super(descriptor);
  }

  /** Where the next value goes; it has room for eight bytes. */
  final ByteBuffer next() {
    values = room(values, Long.BYTES);
    return values;
  }

  @Override
  final BytesInput values() {
    return filled(values);
  }

  @Override
  final Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void clear() {
    values.clear();
  }
}
