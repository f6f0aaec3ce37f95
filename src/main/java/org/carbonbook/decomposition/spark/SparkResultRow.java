package org.carbonbook.decomposition.spark;

import org.apache.spark.sql.types.StructType;
import org.carbonbook.catalyst.RowBuffer;

/** A row of results as Spark takes it; one object that is used again and again. */
final class SparkResultRow implements ResultRow {

  private final RowBuffer row;

  SparkResultRow(StructType type) {
    this.row = new RowBuffer(type);
  }

  RowBuffer row() {
    return row;
  }

  @Override
  public void setNull(int at) {
    row.setNull(at);
  }

  @Override
  public void setDouble(int at, double value) {
    row.setDouble(at, value);
  }

  @Override
  public void setKey(int at, Object value) {
    row.setKey(at, value);
  }
}
