package org.carbonbook.catalyst;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.StructType;

/** One row in Spark's own format that is filled again and again. */
public final class RowBuffer {

  private final SpecificInternalRow row;

  /** A row with all columns null. */
  public RowBuffer(StructType type) {
    this.row = new SpecificInternalRow(type);
  }

  InternalRow row() {
    return row;
  }

  /** Sets a column to null. */
  public void setNull(int at) {
    row.setNullAt(at);
  }

  /** Sets a column of type double. */
  public void setDouble(int at, double value) {
    row.setDouble(at, value);
  }

  /** Sets a column to a key: a number, or text as {@link TextKey} makes it. */
  public void setKey(int at, Object key) {
    row.update(at, key);
  }
}
