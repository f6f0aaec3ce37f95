package org.carbonbook.serve.gate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of JDBC's {@code {fn …}} that have other names or arguments in Spark. */
final class JdbcFunctions {

  private static final Map<String, String> NAMES =
      Map.of("database", "current_database", "week", "weekofyear");

  /** Calls of one argument. */
  private static final Map<String, String> FORMS =
      Map.of(
          "dayname", "date_format(%s, 'EEEE')",
          "monthname", "date_format(%s, 'MMMM')");

  private static final Pattern INTERVAL =
      Pattern.compile("\\s*SQL_TSI_([A-Z]+)\\s*", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("CHAR", "STRING"),
          Map.entry("VARCHAR", "STRING"),
          Map.entry("LONGVARCHAR", "STRING"),
          Map.entry("WCHAR", "STRING"),
          Map.entry("WVARCHAR", "STRING"),
          Map.entry("WLONGVARCHAR", "STRING"),
          Map.entry("BIT", "BOOLEAN"),
          Map.entry("BOOLEAN", "BOOLEAN"),
          Map.entry("TINYINT", "TINYINT"),
          Map.entry("SMALLINT", "SMALLINT"),
          Map.entry("INTEGER", "INT"),
          Map.entry("BIGINT", "BIGINT"),
          Map.entry("REAL", "FLOAT"),
          Map.entry("FLOAT", "DOUBLE"),
          Map.entry("DOUBLE", "DOUBLE"),
          Map.entry("DECIMAL", "DECIMAL(38, 10)"),
          Map.entry("NUMERIC", "DECIMAL(38, 10)"),
          Map.entry("BINARY", "BINARY"),
          Map.entry("VARBINARY", "BINARY"),
          Map.entry("DATE", "DATE"),
          Map.entry("TYPE_DATE", "DATE"),
          Map.entry("TIMESTAMP", "TIMESTAMP"),
          Map.entry("TYPE_TIMESTAMP", "TIMESTAMP"));

  private JdbcFunctions() {}

  /** The call in Spark's words; one that it knows by the same name stays as it is. */
  static String call(String name, List<String> arguments) {
    String known = name.toLowerCase(Locale.ROOT);
    if (known.equals("convert") && arguments.size() == 2) {
      return "cast(%s AS %s)".formatted(arguments.get(0), type(arguments.get(1)));
    }
    if (known.startsWith("timestamp")) {
      Matcher interval = INTERVAL.matcher(arguments.get(0));
      String unit = interval.matches() ? interval.group(1) : arguments.get(0);
      return "%s(%s)".formatted(name, joined(unit, arguments));
    }
    if (FORMS.containsKey(known) && arguments.size() == 1) {
      return FORMS.get(known).formatted(arguments.get(0));
    }
    if (known.equals("curtime")) {
      return "date_format(now(), 'HH:mm:ss')";
    }
    return "%s(%s)".formatted(NAMES.getOrDefault(known, name), String.join(",", arguments));
  }

  private static String joined(String first, List<String> arguments) {
    return arguments.size() == 1
        ? first
        : first + "," + String.join(",", arguments.subList(1, arguments.size()));
  }

  private static String type(String given) {
    String type = given.trim().toUpperCase(Locale.ROOT);
    String plain = type.startsWith("SQL_") ? type.substring("SQL_".length()) : type;
    return TYPES.getOrDefault(plain, given);
  }
}
