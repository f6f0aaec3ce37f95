package org.carbonbook.trace;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lineage;

/**
 * Rows of small tables in memory: a trace asks the same few tables hundreds of times, and each
 * query of its own takes longer than reading such a table once.
 */
final class SmallTables {

  private static final int MAX_ROWS = 50_000;

  private final Function<String, Dataset<Row>> reader;
  private final Map<String, Optional<List<Row>>> rows = new HashMap<>();

  SmallTables(Function<String, Dataset<Row>> reader) {
    this.reader = reader;
  }

  /** The rows there that belong to a row here, if the table is small. */
  Optional<List<Row>> findMatching(Row here, Lineage.Source term) {
    Optional<List<Row>> all =
        rows.computeIfAbsent(term.from() + " " + term.where(), k -> take(term));
    return all.map(
        list -> {
          List<Row> matching = new ArrayList<>();
          for (Row there : list) {
            if (term.on().entrySet().stream()
                .allMatch(on -> isAsked(there.getAs(on.getKey()), here.getAs(on.getValue())))) {
              matching.add(there);
            }
          }
          return matching;
        });
  }

  /** The order of rows by some columns, an empty value first. */
  static Comparator<Row> by(List<String> columns) {
    return (a, b) -> {
      for (String column : columns) {
        int order = compare(a.getAs(column), b.getAs(column));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  @SuppressWarnings("unchecked") // values of one column are of one type
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return a instanceof Comparable<?>
        ? ((Comparable<Object>) a).compareTo(b)
        : String.valueOf(a).compareTo(String.valueOf(b));
  }

  private Optional<List<Row>> take(Lineage.Source term) {
    Dataset<Row> table = reader.apply(term.from());
    Dataset<Row> asked = term.where() == null ? table : table.where(expr(term.where()));
    List<Row> taken = asked.takeAsList(MAX_ROWS + 1);
    return taken.size() > MAX_ROWS ? Optional.empty() : Optional.of(taken);
  }

  /** Equal, or among the values where a list of them is asked for. */
  private static boolean isAsked(Object there, Object here) {
    if (here instanceof scala.collection.Seq<?> list) {
      return scala.collection.JavaConverters.seqAsJavaList(list).stream()
          .anyMatch(each -> isSame(there, each));
    }
    return isSame(there, here);
  }

  /** Equal as Spark's {@code <=>} has it: null equals null, numbers equal by value. */
  private static boolean isSame(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    return Objects.equals(a, b);
  }
}
