package org.carbonbook.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;

/** Converts values of columns to texts and JSON. */
public final class ValueText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ValueText() {}

  /**
   * A value as a text: a number with all its digits and without an exponent, an instant in UTC,
   * bytes as hexadecimal digits, an array, map or struct as JSON.
   *
   * @return null for null
   */
  public static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return number((Number) value);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    Object plain = plain(value);
    return plain instanceof List || plain instanceof Map
        ? json(plain)
        : plain == null ? null : plain.toString();
  }

  /**
   * A value as JSON has it: numbers and booleans as they are, arrays as lists, maps and structs as
   * maps, everything else as {@link #text}.
   */
  public static Object plain(Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof Number number) {
      // JSON has no word for these.
      return Double.isFinite(number.doubleValue()) ? number : number.toString();
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Row row) {
      return struct(row);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      JavaConverters.mapAsJavaMap(map).forEach((key, each) -> plain.put(text(key), plain(each)));
      return plain;
    }
    if (value instanceof scala.collection.Seq<?> values) {
      List<Object> plain = new ArrayList<>();
      JavaConverters.seqAsJavaList(values).forEach(each -> plain.add(plain(each)));
      return plain;
    }
    return value.toString();
  }

  /** An object or a list as JSON, on one line. */
  public static String json(Object plain) {
    try {
      return JSON.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + plain, e);
    }
  }

  private static Map<String, Object> struct(Row row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      plain.put(
          row.schema() == null ? "_" + (i + 1) : row.schema().fieldNames()[i], plain(row.get(i)));
    }
    return plain;
  }

  private static String number(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      return number.toString();
    }
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }
}
