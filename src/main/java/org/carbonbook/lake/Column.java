package org.carbonbook.lake;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table of the lake.
 *
 * @param name its name; a name of a quantity ends with the unit ({@code _t}, {@code _tce})
 * @param type its Spark SQL type, e.g. {@code double}
 * @param zh what it means, in Chinese
 * @param en what it means, in English
 */
public record Column(String name, String type, String zh, String en) {

  /** The comment that people and BI tools see: Chinese, then English. */
  public String comment() {
    return zh + " / " + en;
  }

  StructField field() {
    Metadata metadata = new MetadataBuilder().putString("comment", comment()).build();
    return new StructField(name, DataType.fromDDL(type), true, metadata);
  }
}
