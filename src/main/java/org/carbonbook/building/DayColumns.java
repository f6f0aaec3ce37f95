package org.carbonbook.building;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * The columns of {@code core.meter_day} that months need, by position: looking columns up by name
 * costs more than adding their values.
 */
final class DayColumns {

  static final int METER_ID = 0;
  static final int MONTH = 1;
  static final int DAY = 2;
  static final int BUILDING_ID = 3;
  static final int ENERGY_KIND = 4;
  static final int UNIT = 5;
  static final int HOURS = 6;
  static final int MEASURED = 7;
  static final int ESTIMATED = 8;
  static final int LOST = 9;
  static final int FILLED = 10;
  static final int COUNTED = 11;
  static final int ADJUSTED = 12;
  static final int REGISTER_START = 13;
  static final int REGISTER_END = 14;
  static final int MEASURED_H = 15;
  static final int ESTIMATED_H = 16;
  static final int ZERO_MASK = 17;
  static final int HOURLY_CARBON = 18;
  static final int OPEN_DEFECTS = 19;

  private static final List<String> NAMES =
      List.of(
          "meter_id",
          "month",
          "day",
          "building_id",
          "energy_kind",
          "unit",
          "hours",
          "measured",
          "estimated",
          "lost",
          "filled",
          "counted",
          "adjusted",
          "register_start",
          "register_end",
          "measured_h",
          "estimated_h",
          "zero_mask",
          "hourly_carbon",
          "open_defects");

  private DayColumns() {}

  /** The columns in the order of their places. */
  static Column[] columns() {
    return NAMES.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
