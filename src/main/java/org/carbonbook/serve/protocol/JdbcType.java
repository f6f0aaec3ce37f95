package org.carbonbook.serve.protocol;

import java.sql.Types;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The JDBC name of a type.
 *
 * @param code of {@link Types}
 * @param size digits or bytes, or null where that says nothing
 * @param digits after the point, or null
 */
record JdbcType(int code, Integer size, Integer digits) {

  private static final int DOUBLE_DIGITS = 15;
  private static final int FLOAT_DIGITS = 7;

  static JdbcType of(DataType type) {
    if (type instanceof DecimalType decimal) {
      return new JdbcType(Types.DECIMAL, decimal.precision(), decimal.scale());
    } else if (type instanceof StringType) {
      return new JdbcType(Types.VARCHAR, null, null);
    } else if (type instanceof BooleanType) {
      return new JdbcType(Types.BOOLEAN, type.defaultSize(), null);
    } else if (type instanceof BinaryType) {
      return new JdbcType(Types.BINARY, null, null);
    } else if (type instanceof DateType) {
      return new JdbcType(Types.DATE, type.defaultSize(), null);
    } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
      return new JdbcType(Types.TIMESTAMP, type.defaultSize(), null);
    }
    return number(type);
  }

  private static JdbcType number(DataType type) {
    if (type instanceof ByteType) {
      return new JdbcType(Types.TINYINT, type.defaultSize(), 0);
    } else if (type instanceof ShortType) {
      return new JdbcType(Types.SMALLINT, type.defaultSize(), 0);
    } else if (type instanceof IntegerType) {
      return new JdbcType(Types.INTEGER, type.defaultSize(), 0);
    } else if (type instanceof LongType) {
      return new JdbcType(Types.BIGINT, type.defaultSize(), 0);
    } else if (type instanceof FloatType) {
      return new JdbcType(Types.FLOAT, type.defaultSize(), FLOAT_DIGITS);
    } else if (type instanceof DoubleType) {
      return new JdbcType(Types.DOUBLE, type.defaultSize(), DOUBLE_DIGITS);
    }
    return new JdbcType(Types.OTHER, null, null);
  }
}
