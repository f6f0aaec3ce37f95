package org.carbonbook.meter.hours;

import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;

/** A number that two rows of a day share when their hours, energy and defects are the same. */
final class DayDigest {

  /** The columns that it follows from. */
  static final List<String> COLUMNS =
      List.of("hour_quantity", "hour_state", "hour_reason", "hour_lost", "counted", "adjusted");

  private long digest = 17;

  private DayDigest() {}

  static long of(Row day) {
    DayDigest digest = new DayDigest();
    for (String column : COLUMNS) {
      digest.add(day.getAs(column));
    }
    List<Row> defects = StoredDays.list(day, "defects");
    if (defects != null) {
      for (Row defect : defects) {
        digest.add(defect.getString(0));
        digest.add(defect.<Timestamp>getAs(1).getTime());
        digest.add(defect.<Timestamp>getAs(2).getTime());
        digest.add(defect.getInt(3));
        digest.add(defect.getDouble(4));
      }
    }
    return digest.digest;
  }

  private void add(Object value) {
    if (value instanceof scala.collection.Seq<?> list) {
      for (int i = 0; i < list.length(); i++) {
        add(list.apply(i));
      }
      return;
    }
    int hash = value == null ? 7 : value.equals(-0.0) ? Double.hashCode(0) : value.hashCode();
    digest = digest * 1_000_003 + hash;
  }
}
