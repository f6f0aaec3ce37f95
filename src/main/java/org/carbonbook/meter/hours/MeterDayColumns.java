package org.carbonbook.meter.hours;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.carbonbook.lake.TableDefinition;

/** The columns of {@code core.meter_day} from the properties of {@link MeterDay}. */
public final class MeterDayColumns {

  /** The table's name. */
  public static final String TABLE = "core.meter_day";

  private MeterDayColumns() {}

  public static Column[] columns() {
    return Arrays.stream(TableDefinition.getDefinition(TABLE).columnNames())
        .map(name -> column(name))
        .toArray(Column[]::new);
  }

  private static Column column(String name) {
    if (!name.equals("defects")) {
      return col(property(name)).as(name);
    }
    return expr("transform(defects, d -> struct(d.reason AS reason, d.startsAt AS starts_at,"
            + " d.endsAt AS ends_at, d.readings AS readings, d.quantity AS quantity))")
        .as(name);
  }

  private static String property(String name) {
    return Pattern.compile("_(.)")
        .matcher(name)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
