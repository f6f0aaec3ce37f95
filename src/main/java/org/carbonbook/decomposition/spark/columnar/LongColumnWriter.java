package org.carbonbook.decomposition.spark.columnar;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Whole numbers of 4 or 8 bytes, one after the other. */
final class LongColumnWriter extends PlainColumnWriter {

  private final boolean isLong;
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  LongColumnWriter(ColumnDescriptor descriptor) {
    super(descriptor);
    this.isLong = descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64;
  }

  @Override
  public void addLong(long value) {
    countValue();
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (isLong) {
      next().putLong(value);
    } else {
      next().putInt((int) value);
    }
  }

  @Override
  void describe(Statistics<?> statistics) {
    if (least <= most && isLong) {
      statistics.updateStats(least);
      statistics.updateStats(most);
    } else if (least <= most) {
      statistics.updateStats((int) least);
      statistics.updateStats((int) most);
    }
  }

  @Override
  void clear() {
    super.clear();
    least = Long.MAX_VALUE;
    most = Long.MIN_VALUE;
  }
}
