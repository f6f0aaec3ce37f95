package org.carbonbook.statistics.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.dayofyear;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * The time axis of a dataset as a number. A number is taken as it is; a date or timestamp becomes a
 * decimal year (2010-07-02 is 2010.4986); text may be a number, a year such as {@code 2005年}, or an
 * ISO date. Anything else becomes null.
 */
public final class TimeColumn {

  private static final String YEAR_TEXT = "^([0-9]{4})\\s*年?(?:度)?$";

  private TimeColumn() {}

  /**
   * The time as a number, in years where the column holds dates.
   *
   * @throws IllegalArgumentException when there is no such column, or it cannot be a time
   */
  public static Column of(Dataset<Row> rows, String name) {
    Column time = GroupedRows.quoted(name);
    DataType type = typeOf(rows, name);
    if (type instanceof NumericType) {
      return time.cast(DataTypes.DoubleType);
    }
    if (isDate(type)) {
      return decimalYear(time);
    }
    if (type.equals(DataTypes.StringType)) {
      Column text = trim(time);
      Column yearText = regexp_extract(text, YEAR_TEXT, 1);
      return coalesce(
          text.cast(DataTypes.DoubleType),
          when(yearText.notEqual(""), yearText.cast(DataTypes.DoubleType)),
          decimalYear(to_date(text)));
    }
    throw new IllegalArgumentException(
        "column '%s' is of type %s; a time is a number, a date or text"
            .formatted(name, type.simpleString()));
  }

  /**
   * The time as a whole number that steps by one from season to season: a number is taken as it is;
   * a date becomes its month (period 12) or quarter (period 4) counted from year 0.
   */
  public static Column seasonsOf(Dataset<Row> rows, String name, int period) {
    DataType type = typeOf(rows, name);
    if (type instanceof NumericType) {
      return of(rows, name);
    }
    Column seasons = seasonOfDate(to_date(GroupedRows.quoted(name)), period);
    return type.equals(DataTypes.StringType)
        ? coalesce(trim(GroupedRows.quoted(name)).cast(DataTypes.DoubleType), seasons)
        : seasons;
  }

  private static Column seasonOfDate(Column date, int period) {
    Column years = year(date);
    return switch (period) {
      case 12 -> years.multiply(12).plus(month(date)).minus(1);
      case 4 -> years.multiply(4).plus(quarter(date)).minus(1);
      default ->
          throw new IllegalArgumentException(
              "dates have a period of 12 (months) or 4 (quarters), not %d".formatted(period));
    };
  }

  private static DataType typeOf(Dataset<Row> rows, String name) {
    if (!Arrays.asList(rows.columns()).contains(name)) {
      throw new IllegalArgumentException(
          "no column '%s'; the columns are %s".formatted(name, String.join(", ", rows.columns())));
    }
    return rows.schema().apply(name).dataType();
  }

  private static boolean isDate(DataType type) {
    return type.equals(DataTypes.DateType)
        || type.equals(DataTypes.TimestampType)
        || type.equals(DataTypes.TimestampNTZType);
  }

  private static Column decimalYear(Column date) {
    Column length = dayofyear(make_date(year(date), lit(12), lit(31)));
    return year(date).plus(dayofyear(date).minus(1).divide(length));
  }
}
