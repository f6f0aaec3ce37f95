package org.carbonbook.decomposition.spark;

import org.apache.spark.unsafe.types.UTF8String;
import org.carbonbook.decomposition.spark.columnar.ColumnFile;

/** A row of results as it goes into the columns of a file. */
final class FileResultRow implements ResultRow {

  private final ColumnFile file;

  FileResultRow(ColumnFile file) {
    this.file = file;
  }

  @Override
  public void setNull(int at) {
    file.column(at).addNull();
  }

  @Override
  public void setDouble(int at, double value) {
    file.column(at).addDouble(value);
  }

  @Override
  public void setKey(int at, Object value) {
    if (value instanceof UTF8String text) {
      file.column(at).addText(text.getBytes());
    } else {
      file.column(at).addLong(((Number) value).longValue());
    }
  }
}
