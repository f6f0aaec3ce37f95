package org.carbonbook.serve.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.serve.gate.AnswerKey;
import org.carbonbook.serve.release.ShownRelease;
import scala.collection.JavaConverters;

/**
 * Answers of the release that is shown: it never changes, so the same query has the same answer,
 * and dashboards ask the same queries all day. They are known by the text of the query: a plan
 * would hold a hundred times the memory of a small answer. The oldest go when they take too much of
 * it.
 */
@SuppressWarnings("ReferenceEquality") // What is shown is one object until it changes.
final class AnswerCache {

  /** A larger answer is not kept: few ask for it twice. */
  static final int MAX_ROWS = 5_000;

  /** Nor is one of more bytes. */
  static final long MAX_BYTES = 16L << 20;

  private static final int CELL = 40;

  /** A column with its comment. */
  private static final long COLUMN = 500;

  private final long maxBytes;
  private final Map<AnswerKey, Rows> answers = new LinkedHashMap<>(16, 0.75f, true);
  private ShownRelease of;
  private long bytes;

  /** A whole answer. */
  record Rows(StructType schema, List<Row> rows) {}

  AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  synchronized Optional<Rows> find(ShownRelease shown, AnswerKey key) {
    return shown == of ? Optional.ofNullable(answers.get(key)) : Optional.empty();
  }

  synchronized void keep(ShownRelease shown, AnswerKey key, Rows answer) {
    if (shown != of) {
      clear();
      of = shown;
    }
    Rows before = answers.put(key, answer);
    bytes += size(key, answer) - (before == null ? 0 : size(key, before));
    var oldest = answers.entrySet().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      var gone = oldest.next();
      bytes -= size(gone.getKey(), gone.getValue());
      oldest.remove();
    }
  }

  /** Lets all answers go. */
  synchronized void clear() {
    answers.clear();
    bytes = 0;
  }

  private static long size(AnswerKey key, Rows answer) {
    long size = 1_000 + 2L * key.statement().length() + COLUMN * answer.schema().size();
    for (Row row : answer.rows()) {
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
