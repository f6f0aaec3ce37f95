package org.carbonbook.catalyst;

import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The current row of a partition in Spark's own format. The next row of the partition overwrites
 * it.
 */
public final class RowReader {

  private InternalRow row;

  RowReader() {}

  void set(InternalRow next) {
    row = next;
  }

  /** Whether a column is null. */
  public boolean isNullAt(int at) {
    return row.isNullAt(at);
  }

  /** The value of a column of type long. */
  public long getLong(int at) {
    return row.getLong(at);
  }

  /** The value of a column of type double. */
  public double getDouble(int at) {
    return row.getDouble(at);
  }

  /** The value of a column of type string. */
  public String getText(int at) {
    return row.getUTF8String(at).toString();
  }

  /** The value of a binary column. */
  public byte[] getBinary(int at) {
    return row.getBinary(at);
  }

  /**
   * A copy of a value that can outlive the row, in Spark's own type (text as a {@link TextKey}
   * value); null where the column is null.
   */
  public Object getKey(int at, DataType type) {
    Object value = row.isNullAt(at) ? null : row.get(at, type);
    return value instanceof UTF8String text ? text.clone() : value;
  }

  /** Whether {@link #getKey} would give a value that equals a key. */
  public boolean hasKey(int at, DataType type, Object key) {
    if (key instanceof Long number && !row.isNullAt(at)) {
      return row.getLong(at) == number;
    }
    return Objects.equals(row.isNullAt(at) ? null : row.get(at, type), key);
  }
}
