package org.carbonbook.serve.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.carbonbook.serve.release.ShownRelease;
import scala.collection.JavaConverters;

/**
 * Answers of the release that is shown: it never changes, so the same query has the same answer,
 * and dashboards ask the same queries all day. The oldest go when their rows take too much memory.
 */
@SuppressWarnings("ReferenceEquality") // What is shown is one object until it changes.
final class AnswerCache {

  /** A larger answer is not kept: few ask for it twice. */
  static final int MAX_ROWS = 5_000;

  /** Nor is one of more bytes. */
  static final long MAX_BYTES = 16L << 20;

  private static final int CELL = 40;

  private final long maxBytes;
  private final Map<Key, List<Row>> answers = new LinkedHashMap<>(16, 0.75f, true);
  private ShownRelease of;
  private long bytes;

  /** Row filters are part of the plan, so equal plans have the same answer for every reader. */
  private record Key(LogicalPlan plan, String timeZone) {}

  AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  synchronized Optional<List<Row>> find(ShownRelease shown, LogicalPlan plan, String timeZone) {
    return shown == of
        ? Optional.ofNullable(answers.get(new Key(plan, timeZone)))
        : Optional.empty();
  }

  synchronized void keep(ShownRelease shown, LogicalPlan plan, String timeZone, List<Row> rows) {
    if (shown != of) {
      answers.clear();
      bytes = 0;
      of = shown;
    }
    List<Row> before = answers.put(new Key(plan, timeZone), rows);
    bytes += size(rows) - (before == null ? 0 : size(before));
    var oldest = answers.entrySet().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  /** Lets all answers go. */
  synchronized void clear() {
    answers.clear();
    bytes = 0;
  }

  private static long size(List<Row> rows) {
    long size = 1_000;
    for (Row row : rows) {
      size += size(row);
    }
    return size;
  }

  /** About how many bytes a row takes. */
  static long size(Row row) {
    long size = 0;
    for (int i = 0; i < row.size(); i++) {
      size += CELL + size(row.get(i));
    }
    return size;
  }

  private static long size(Object value) {
    if (value instanceof String text) {
      return 2L * text.length();
    } else if (value instanceof byte[] bytes) {
      return bytes.length;
    } else if (value instanceof Row row) {
      return size(row);
    } else if (value instanceof scala.collection.Iterable<?> several) {
      return CELL * (long) several.size()
          + JavaConverters.asJavaCollection(several).stream().mapToLong(AnswerCache::size).sum();
    } else if (value instanceof scala.Tuple2<?, ?> pair) {
      return size(pair._1()) + size(pair._2());
    }
    return 0;
  }
}
