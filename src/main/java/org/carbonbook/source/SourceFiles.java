package org.carbonbook.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.step.StepContext;

/** Reading {@code raw.source_file}. */
public final class SourceFiles {

  /** The table's name. */
  public static final String TABLE = "raw.source_file";

  private static final String SEEN_MS = "seen_ms";

  private SourceFiles() {}

  /**
   * The current files, by path: for each path the content that was seen last. A file that was
   * removed from the landing folder remains current; a file whose content or facts changed is
   * superseded by the new row.
   */
  public static List<Row> current(StepContext context) {
    return current(context.rows(TABLE));
  }

  /** The current ones of all rows of the table. */
  public static List<Row> current(List<Row> received) {
    Map<String, Row> newest =
        received.stream()
            .collect(
                Collectors.toMap(
                    row -> row.getAs("path"),
                    Function.identity(),
                    BinaryOperator.maxBy(
                        Comparator.comparing((Row row) -> row.<Long>getAs("seen_number"))),
                    TreeMap::new));
    return List.copyOf(newest.values());
  }

  /**
   * When each content was first seen at any path, by its hash. Content that only an older version
   * archived has no entry.
   */
  public static Map<String, Instant> firstSeen(List<Row> received) {
    Map<String, Instant> first = new HashMap<>();
    for (Row row : received) {
      boolean known = List.of(row.schema().fieldNames()).contains(SEEN_MS);
      Long seen = known ? row.<Long>getAs(SEEN_MS) : null;
      if (seen != null) {
        first.merge(
            row.getAs("source_hash"), Instant.ofEpochMilli(seen), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return first;
  }

  /** Some rows of the table, to be joined. */
  public static Dataset<Row> join(StepContext context, List<Row> files) {
    return context.spark().createDataFrame(files, TableDefinition.getDefinition(TABLE).schema());
  }
}
