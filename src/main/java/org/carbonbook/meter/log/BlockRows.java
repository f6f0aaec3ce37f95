package org.carbonbook.meter.log;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that carry a packed {@link ReadingBlock}: the readings of one meter in one part of a file.
 */
public final class BlockRows {

  /** Meter, format, building if the format names it, place in the order of arrival, readings. */
  public static final StructType SCHEMA =
      new StructType()
          .add("meter_id", DataTypes.StringType)
          .add("format", DataTypes.StringType)
          .add("building_id", DataTypes.StringType)
          .add("arrival", DataTypes.LongType)
          .add("file", DataTypes.LongType)
          .add("start", DataTypes.LongType)
          .add("readings", DataTypes.BinaryType);

  private BlockRows() {}

  /**
   * A row.
   *
   * @param arrival the number of the run in which the readings arrived
   * @param file the place of the file among all logs
   * @param start the place of the part in the file
   */
  public static Row of(
      String meterId,
      String format,
      String buildingId,
      long arrival,
      long file,
      long start,
      ReadingBlock block) {
    return RowFactory.create(meterId, format, buildingId, arrival, file, start, block.pack());
  }

  /** The columns that rows are sorted by before the blocks of a meter are joined. */
  public static Column[] order() {
    return Stream.of("meter_id", "arrival", "file", "start")
        .map(name -> functions.col(name))
        .toArray(Column[]::new);
  }

  public static String meterId(Row row) {
    return row.getString(0);
  }

  public static String format(Row row) {
    return row.getString(1);
  }

  public static String buildingId(Row row) {
    return row.getString(2);
  }

  public static long arrival(Row row) {
    return row.getLong(3);
  }

  public static long file(Row row) {
    return row.getLong(4);
  }

  public static byte[] readings(Row row) {
    return row.getAs(6);
  }
}
