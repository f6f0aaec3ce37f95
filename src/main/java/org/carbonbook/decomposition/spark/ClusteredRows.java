package org.carbonbook.decomposition.spark;

import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.catalyst.FileScans;
import org.carbonbook.catalyst.InternalRows;
import org.carbonbook.catalyst.RowReader;
import org.carbonbook.catalyst.TextKey;

/**
 * Files that are sorted by group need no shuffle: only groups that extend over two partitions are
 * brought together. The key columns are read first to find out whether a file is sorted, which in
 * Parquet costs little compared with shuffling everything.
 */
final class ClusteredRows {

  /** Files smaller than this are shuffled without looking; a setting of the session. */
  static final String MIN_BYTES = "spark.carbonbook.decomposition.clusteredBytes";

  private static final long DEFAULT_MIN_BYTES = 64L << 20;
  private static final int MAX_EDGES = 200;

  private ClusteredRows() {}

  /** The first and the last group of a partition. */
  private record Span(List<Object> first, List<Object> last) implements Serializable {}

  /**
   * The groups that lie across edges, if the rows lie in the order of their groups; empty if they
   * do not, or if looking is not worth it.
   *
   * @param keys the group columns of the rows
   * @param partitions of all columns of the rows; keys must lie in as many
   */
  static Optional<Set<List<Object>>> findEdgeGroups(Dataset<Row> keys, int partitions) {
    if (!isWorthLooking(keys)) {
      return Optional.empty();
    }
    DataType[] types =
        List.of(keys.schema().fields()).stream().map(f -> f.dataType()).toArray(DataType[]::new);
    if (InternalRows.countPartitions(keys) != partitions) {
      return Optional.empty();
    }
    List<Span> spans = InternalRows.mapPartitions(keys, rows -> spanOf(rows, types)).collect();
    if (spans.contains(null)) {
      return Optional.empty();
    }
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(
        Comparator.comparing(Span::first, ClusteredRows::compare)
            .thenComparing(Span::last, ClusteredRows::compare));
    Set<List<Object>> edges = new HashSet<>();
    for (int i = 1; i < sorted.size(); i++) {
      int order = compare(sorted.get(i - 1).last(), sorted.get(i).first());
      if (order > 0) {
        return Optional.empty();
      }
      if (order == 0) {
        edges.add(sorted.get(i).first());
      }
    }
    return edges.size() > MAX_EDGES ? Optional.empty() : Optional.of(edges);
  }

  private static boolean isWorthLooking(Dataset<Row> keys) {
    OptionalLong bytes = FileScans.findBytes(keys);
    return bytes.isPresent()
        && bytes.getAsLong() >= minBytes(keys)
        && List.of(keys.schema().fields()).stream().allMatch(f -> isOrdered(f.dataType()));
  }

  private static long minBytes(Dataset<Row> keys) {
    String fallback = String.valueOf(DEFAULT_MIN_BYTES);
    return Long.parseLong(keys.sparkSession().conf().get(MIN_BYTES, fallback));
  }

  private static boolean isOrdered(DataType type) {
    return type.equals(DataTypes.LongType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.StringType);
  }

  /** One span, null when the groups are not in order; nothing for an empty partition. */
  private static Iterator<Span> spanOf(Iterator<RowReader> rows, DataType[] types) {
    List<Object> first = null;
    List<Object> last = null;
    while (rows.hasNext()) {
      RowReader row = rows.next();
      if (last == null || !isSame(row, last, types)) {
        List<Object> key = key(row, types);
        if (last != null && compare(last, key) > 0) {
          List<Span> none = new ArrayList<>();
          none.add(null);
          return none.iterator();
        }
        first = first == null ? key : first;
        last = key;
      }
    }
    return first == null ? List.<Span>of().iterator() : List.of(new Span(first, last)).iterator();
  }

  private static boolean isSame(RowReader row, List<Object> key, DataType[] types) {
    for (int b = 0; b < types.length; b++) {
      if (!row.hasKey(b, types[b], key.get(b))) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> key(RowReader row, DataType[] types) {
    List<Object> key = new ArrayList<>(types.length);
    for (int b = 0; b < types.length; b++) {
      key.add(row.getKey(b, types[b]));
    }
    return key;
  }

  /** The order of groups, column by column; an empty value comes first. */
  private static int compare(List<Object> a, List<Object> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = compareValues(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // both are of one ordered type
  private static int compareValues(Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** Whether a row belongs to one of the groups, as a condition on columns. */
  static Column isAnyOf(Set<List<Object>> groups, List<String> by) {
    Column any = lit(false);
    for (List<Object> group : groups) {
      Column one = lit(true);
      for (int b = 0; b < by.size(); b++) {
        Object value = TextKey.toJava(group.get(b));
        one = one.and(InputColumns.quoted(by.get(b)).eqNullSafe(lit(value)));
      }
      any = any.or(one);
    }
    return any;
  }
}
