package org.carbonbook.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.Lineage;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Release;

/**
 * Follows figures of a release back to the printed cells, by the lineage that tables declare. It
 * knows no table by name.
 */
final class Tracer {

  private final Lake lake;
  private final Release release;
  private final Map<String, TableDefinition> marts;
  private final Map<String, Dataset<Row>> tables = new HashMap<>();
  private final SmallTables smallTables = new SmallTables(this::read);
  private final FormulaEvaluator formulas;

  /**
   * @param marts the definitions of marts, by table; other tables are found by their resources
   */
  Tracer(Lake lake, Release release, Map<String, TableDefinition> marts) {
    this.lake = lake;
    this.release = release;
    this.marts = marts;
    this.formulas = new FormulaEvaluator(lake.spark());
  }

  /** The definition of a table, if the release can explain it. */
  TableDefinition definition(String table) {
    TableDefinition mart = marts.get(table);
    if (mart != null) {
      return mart;
    }
    return TableDefinition.findDefinition(table)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no table %s in release %s; there is %s"
                        .formatted(
                            table, release.id(), String.join(", ", release.tables().keySet()))));
  }

  /** The rows whose columns have the given values, in the order of the key. */
  List<Row> rows(String table, Map<String, String> values, int limit) {
    TableDefinition definition = definition(table);
    Dataset<Row> rows = read(table);
    for (Map.Entry<String, String> value : values.entrySet()) {
      requireColumn(definition, value.getKey());
      rows = rows.where(col(value.getKey()).cast("string").equalTo(value.getValue()));
    }
    if (!definition.key().isEmpty()) {
      rows = rows.sort(columns(definition.key()));
    }
    return rows.limit(limit).collectAsList();
  }

  /** Traces one column of one row. */
  TraceNode trace(String name, String table, Row row, String column, String unit) {
    TableDefinition definition = definition(table);
    Lineage lineage = definition.lineage().get(column);
    String place = table + " " + key(definition, row);
    Object value = row.getAs(column);
    List<String> citation = citation(definition, row);
    if (lineage == null) {
      return new TraceNode(name, place, column, value, unit, null, citation, List.of(), value);
    }
    if (lineage.sumOf() != null) {
      List<TraceNode> parts = sumParts(row, lineage.sumOf());
      String formula = "sum of %s.%s".formatted(lineage.sumOf().from(), lineage.sumOf().column());
      return new TraceNode(
          name, place, column, value, unit, formula, citation, parts, TraceNode.exactSum(parts));
    }
    List<TraceNode> parts = terms(table, row, lineage);
    Object rebuilt = formulas.evaluate(lineage.formula(), parts);
    return new TraceNode(
        name, place, column, value, unit, lineage.formula(), citation, parts, rebuilt);
  }

  private List<TraceNode> sumParts(Row row, Lineage.Source term) {
    List<TraceNode> parts = new ArrayList<>();
    for (Row part : matching(row, term, definition(term.from()).key())) {
      parts.add(trace(term.column(), term.from(), part, term.column(), unit(row, term)));
    }
    return parts;
  }

  private List<TraceNode> terms(String table, Row row, Lineage lineage) {
    List<TraceNode> parts = new ArrayList<>();
    lineage.terms().forEach((name, term) -> parts.add(term(table, name, row, term)));
    return parts;
  }

  private TraceNode term(String table, String name, Row row, Lineage.Source term) {
    if (term.ifPresent() != null && row.getAs(term.ifPresent()) == null) {
      return TraceNode.absent(name, term.listBy() == null ? null : new Object[0]);
    }
    String column = term.column() == null ? name : term.column();
    if (term.from() == null) {
      String place = table + " " + key(definition(table), row);
      Object value = row.getAs(column);
      return new TraceNode(
          name, place, column, value, unit(row, term), null, List.of(), List.of(), value);
    }
    if (term.sum()) {
      return sumTerm(name, row, term);
    }
    if (term.listBy() != null) {
      return list(table, name, row, term);
    }
    List<Row> found = matching(row, term, List.of());
    if (found.isEmpty()) {
      return new TraceNode(
          name, term.from(), column, null, unit(row, term), null, List.of(), List.of(), null);
    }
    if (term.leaf()) {
      TableDefinition there = definition(term.from());
      String place = term.from() + " " + key(there, found.get(0));
      Object value = found.get(0).getAs(column);
      List<String> citation = citation(there, found.get(0));
      return new TraceNode(
          name, place, column, value, unit(row, term), null, citation, List.of(), value);
    }
    return trace(name, term.from(), found.get(0), column, unit(row, term));
  }

  private TraceNode sumTerm(String name, Row row, Lineage.Source term) {
    List<TraceNode> parts = sumParts(row, term);
    Double sum = TraceNode.roundedSum(parts);
    String formula = "sum of %s.%s".formatted(term.from(), term.column());
    return new TraceNode(
        name, term.from(), term.column(), sum, unit(row, term), formula, List.of(), parts, sum);
  }

  /** A term that is a list: its parts are traced one by one, in order. */
  private TraceNode list(String table, String name, Row row, Lineage.Source term) {
    List<TraceNode> parts = new ArrayList<>();
    for (Row part : matching(row, term, List.of(term.listBy()))) {
      parts.add(trace(name, term.from(), part, term.column(), unit(row, term)));
    }
    Object rebuilt = parts.stream().map(TraceNode::rebuilt).toArray();
    String place = "%s %s".formatted(table, key(definition(table), row));
    String formula = "list of %s.%s by %s".formatted(term.from(), term.column(), term.listBy());
    String count = parts.size() + " values";
    return new TraceNode(
        name, place, term.column(), count, unit(row, term), formula, List.of(), parts, rebuilt);
  }

  private List<Row> matching(Row row, Lineage.Source term, List<String> order) {
    Optional<List<Row>> small = smallTables.findMatching(row, term);
    if (small.isPresent()) {
      return order.isEmpty()
          ? small.get()
          : small.get().stream().sorted(SmallTables.by(order)).toList();
    }
    Dataset<Row> rows = read(term.from());
    for (Map.Entry<String, String> on : term.on().entrySet()) {
      Object here = row.getAs(on.getValue());
      rows =
          rows.where(
              here instanceof scala.collection.Seq<?>
                  ? col(on.getKey()).isInCollection(row.getList(row.fieldIndex(on.getValue())))
                  : col(on.getKey()).eqNullSafe(lit(here)));
    }
    if (term.where() != null) {
      rows = rows.where(expr(term.where()));
    }
    return (order.isEmpty() ? rows : rows.sort(columns(order))).collectAsList();
  }

  private List<String> citation(TableDefinition definition, Row row) {
    List<String> citation = new ArrayList<>(cite(definition, row));
    if (definition.cited() != null) {
      List<Row> found = matching(row, definition.cited(), List.of());
      if (!found.isEmpty()) {
        citation.addAll(cite(definition(definition.cited().from()), found.get(0)));
      }
    }
    return citation;
  }

  private static List<String> cite(TableDefinition definition, Row row) {
    return definition.cite().stream()
        .filter(column -> row.getAs(column) != null)
        .map(column -> column + ": " + row.getAs(column))
        .toList();
  }

  private static String unit(Row row, Lineage.Source term) {
    return term.unitColumn() == null ? term.unit() : row.getAs(term.unitColumn());
  }

  private static String key(TableDefinition definition, Row row) {
    Map<String, Object> key = new LinkedHashMap<>();
    definition.key().forEach(column -> key.put(column, row.getAs(column)));
    return key.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static void requireColumn(TableDefinition definition, String column) {
    if (!List.of(definition.columnNames()).contains(column)) {
      throw new IllegalArgumentException(
          "%s has no column %s; its key is %s"
              .formatted(definition.table(), column, String.join(", ", definition.key())));
    }
  }

  private Dataset<Row> read(String table) {
    return tables.computeIfAbsent(
        table,
        name -> {
          Long version = release.tables().get(name);
          if (version == null) {
            throw new IllegalArgumentException(
                "release %s holds no table %s".formatted(release.id(), name));
          }
          return lake.table(name).readAt(version).cache();
        });
  }

  private static org.apache.spark.sql.Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new);
  }
}
