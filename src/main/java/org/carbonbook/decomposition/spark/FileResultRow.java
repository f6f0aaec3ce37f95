package org.carbonbook.decomposition.spark;

import org.carbonbook.catalyst.TextKey;
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
    if (TextKey.isText(value)) {
      file.column(at).addText(TextKey.bytes(value));
    } else {
      file.column(at).addLong(((Number) value).longValue());
    }
  }
}
