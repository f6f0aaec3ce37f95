package org.carbonbook.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Lake;

/** A SELECT over the newest rows of tables of the lake, which it names with their layer. */
final class NewestTables {

  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join)\\s+((?:raw|core|mart|ops)\\.[a-z0-9_]+)", Pattern.CASE_INSENSITIVE);

  private NewestTables() {}

  /** The tables that a SELECT reads, in the order in which it first names them. */
  static List<String> readBy(String sql) {
    List<String> tables = new ArrayList<>();
    Matcher matcher = TABLE.matcher(sql.replaceAll("--.*", ""));
    while (matcher.find()) {
      String table = matcher.group(1).toLowerCase(Locale.ROOT);
      if (!tables.contains(table)) {
        tables.add(table);
      }
    }
    return tables;
  }

  /** The rows that a SELECT gives. */
  static Dataset<Row> select(Lake lake, String sql) {
    List<String> tables = readBy(sql);
    SparkSession session = lake.sessionFor(tables);
    String named = sql;
    for (String table : tables) {
      String view = table.replace('.', '_') + "__newest";
      lake.readIn(session, table).createOrReplaceTempView(view);
      named = named.replaceAll("(?i)\\b" + table.replace(".", "\\.") + "\\b", view);
    }
    return session.sql(named);
  }
}
