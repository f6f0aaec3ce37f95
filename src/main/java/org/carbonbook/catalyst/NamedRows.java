package org.carbonbook.catalyst;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** Rows that know their column names, which the public {@code RowFactory} cannot make. */
public final class NamedRows {

  private NamedRows() {}

  /**
   * A row with a schema.
   *
   * @param values one value for each column, of the class that Spark expects for the column's type
   */
  public static Row of(Object[] values, StructType schema) {
    return new GenericRowWithSchema(values, schema);
  }
}
