package org.carbonbook.trace;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.Release;

/**
 * Explains published figures: formula, terms with value and unit, factors with their source, and
 * the printed cells; then computes the figure again from those leaves.
 */
public final class Trace {

  private static final int MAX_ROWS = 20;

  /** The product of two decimals, rounded once: how a figure is taken to another unit. */
  private static final UDF2<Double, Double, Double> DECIMAL_PRODUCT =
      (a, b) ->
          a == null || b == null
              ? null
              : new BigDecimal(a.toString()).multiply(new BigDecimal(b.toString())).doubleValue();

  private final Tracer tracer;
  private final TracePrinter printer;

  public Trace(Lake lake, Release release, Path conf, PrintWriter out) {
    Map<String, TableDefinition> marts =
        MartDefinition.listMarts(conf).stream()
            .collect(Collectors.toMap(MartDefinition::table, MartDefinition::definition));
    lake.spark().udf().register("decimal_product", DECIMAL_PRODUCT, DataTypes.DoubleType);
    this.tracer = new Tracer(lake, release, marts);
    this.printer = new TracePrinter(out);
  }

  /**
   * Prints the trace of every row that has the given values.
   *
   * @param column the column to explain; null for the one whose lineage is declared first
   * @return whether every figure was rebuilt exactly
   * @throws IllegalArgumentException when the table, a column or the rows are not there
   */
  public boolean print(String table, Map<String, String> values, String column) {
    TableDefinition definition = tracer.definition(table);
    String explained = column == null ? firstExplained(definition) : column;
    List<Row> rows = tracer.rows(table, values, MAX_ROWS);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "no row of %s has %s; its key is %s"
              .formatted(table, values, String.join(", ", definition.key())));
    }
    boolean exact = true;
    for (Row row : rows) {
      TraceNode node = tracer.trace(explained, table, row, explained, unit(definition, explained));
      printer.print(node);
      exact &= node.isRebuilt();
    }
    return exact;
  }

  private static String firstExplained(TableDefinition definition) {
    return definition.lineage().keySet().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    definition.table() + " declares no lineage; give --column C of another table"));
  }

  /** A column's name ends with its unit. */
  private static String unit(TableDefinition definition, String column) {
    return definition.lineage().containsKey(column) && column.contains("_")
        ? column.substring(column.lastIndexOf('_') + 1)
        : null;
  }
}
