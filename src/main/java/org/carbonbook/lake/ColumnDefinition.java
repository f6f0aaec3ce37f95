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
 * @param unit its unit, where the name does not say it; {@code none} for what has no unit
 * @param basis the substance or price basis of its unit, where the name does not say it
 * @param min the smallest value that can be right, or null
 * @param max the largest value that can be right, or null
 * @param nullWhen a SQL predicate over the row: the column has no value only where it holds. Null
 *     when nothing is declared
 * @param holds a SQL predicate over the row that holds wherever the column has a value, or null
 */
public record ColumnDefinition(
    String name,
    String type,
    String zh,
    String en,
    String unit,
    String basis,
    Double min,
    Double max,
    String nullWhen,
    String holds) {

  /** A column without declarations about its values. Its unit follows from its name. */
  public ColumnDefinition(String name, String type, String zh, String en) {
    this(name, type, zh, en, null, null, null, null, null, null);
  }

  /** The comment that people and BI tools see: Chinese, then English. */
  public String comment() {
    return zh + " / " + en;
  }

  StructField field() {
    Metadata metadata = new MetadataBuilder().putString("comment", comment()).build();
    return new StructField(name, DataType.fromDDL(type), true, metadata);
  }
}
