package org.carbonbook.decomposition.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.StructType;

/** A row of results as Spark takes it; one object that is used again and again. */
final class SparkResultRow implements ResultRow {

  private final SpecificInternalRow row;

  SparkResultRow(StructType type) {
    this.row = new SpecificInternalRow(type);
  }

  InternalRow row() {
    return row;
  }

  @Override
  public void setNull(int at) {
    row.setNullAt(at);
  }

  @Override
  public void setDouble(int at, double value) {
    row.setDouble(at, value);
  }

  @Override
  public void setKey(int at, Object value) {
    row.update(at, value);
  }
}
