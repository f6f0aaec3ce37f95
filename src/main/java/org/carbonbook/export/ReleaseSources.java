package org.carbonbook.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The publications that a release was made from, as a Data Package names sources. */
final class ReleaseSources {

  private static final String TABLE = "raw.source_file";
  private static final List<String> COLUMNS =
      List.of("citation", "publisher", "edition", "licence");

  private ReleaseSources() {}

  /** Each source once; none when the release does not say. */
  static List<Map<String, Object>> list(ReleaseTables release) {
    List<Map<String, Object>> sources = new ArrayList<>();
    release
        .find(TABLE)
        .filter(table -> List.of(table.schema().fieldNames()).containsAll(COLUMNS))
        .ifPresent(
            table -> {
              for (Row row : rows(table)) {
                sources.add(source(row));
              }
            });
    return sources;
  }

  private static List<Row> rows(ExportTable table) {
    var columns = Stream.of("citation", "publisher", "edition", "licence").map(functions::col);
    var chosen = columns.toArray(org.apache.spark.sql.Column[]::new);
    return table
        .read()
        .get()
        .select(chosen)
        .where("citation IS NOT NULL OR publisher IS NOT NULL")
        .distinct()
        .sort(chosen)
        .collectAsList();
  }

  private static Map<String, Object> source(Row row) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("title", row.isNullAt(0) ? row.getString(1) : row.getString(0));
    for (int i = 1; i < COLUMNS.size(); i++) {
      if (!row.isNullAt(i)) {
        source.put(COLUMNS.get(i), row.getString(i));
      }
    }
    return source;
  }
}
