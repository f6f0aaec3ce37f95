package org.carbonbook.decomposition.spark.columnar;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/** Doubles, one after the other. */
final class DoubleColumnWriter extends PlainColumnWriter {

  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  DoubleColumnWriter(ColumnDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void addDouble(double value) {
    countValue();
    least = Math.min(least, value);
    most = Math.max(most, value);
    next().putDouble(value);
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
    super.clear();
    least = Double.POSITIVE_INFINITY;
    most = Double.NEGATIVE_INFINITY;
  }
}
