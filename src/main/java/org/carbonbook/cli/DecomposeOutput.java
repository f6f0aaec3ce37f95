package org.carbonbook.cli;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.spark.DecompositionResult;

/** Writes effects: the group columns, the years, the factor, the effect and the residual. */
final class DecomposeOutput {

  private final DecompositionResult result;
  private final MethodColumns methods;

  DecomposeOutput(DecompositionResult result, MethodColumns methods) {
    this.result = result;
    this.methods = methods;
  }

  /** The rows as they are written. */
  private Dataset<Row> rows() {
    Dataset<Row> effects = methods.addedTo(result.effects());
    return effects.select(columns(effects).toArray(Column[]::new));
  }

  private List<Column> columns(Dataset<Row> effects) {
    List<Column> columns = new ArrayList<>();
    result.by().forEach(c -> columns.add(quoted(c)));
    result.indices().forEach(c -> columns.add(quoted(c)));
    for (String name : List.of("year_from", "year_to", "factor", "effect", "residual")) {
      columns.add(col(name));
    }
    for (String name : List.of("low", "high", "sign_probability")) {
      if (Arrays.asList(effects.columns()).contains(name)) {
        columns.add(col(name));
      }
    }
    methods.listNames().forEach(name -> columns.add(col(name)));
    return columns;
  }

  private Dataset<Row> sorted() {
    List<Column> order = new ArrayList<>();
    result.by().forEach(c -> order.add(quoted(c)));
    for (String year : List.of("year_from", "year_to")) {
      order.add(col(year).cast("long"));
      order.add(col(year));
    }
    result.indices().forEach(c -> order.add(quoted(c)));
    order.add(col("factor_order"));
    Dataset<Row> effects = methods.addedTo(result.effects()).orderBy(order.toArray(Column[]::new));
    return effects.select(columns(effects).toArray(Column[]::new));
  }

  /**
   * Writes to a file, Parquet by its suffix and CSV otherwise.
   *
   * @return how many rows were written
   */
  long write(Path file) {
    if (file.toString().endsWith(".parquet")) {
      rows().write().mode("overwrite").parquet(file.toUri().toString());
      return rows().sparkSession().read().parquet(file.toUri().toString()).count();
    }
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return print(writer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Prints CSV: a header and the rows in the order of groups, years and factors. */
  long print(Appendable out) {
    try {
      CSVPrinter csv =
          new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
      Dataset<Row> rows = sorted();
      csv.printRecord((Object[]) rows.columns());
      long count = 0;
      for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); count++) {
        Row row = all.next();
        for (int i = 0; i < row.size(); i++) {
          csv.print(row.get(i));
        }
        csv.println();
      }
      csv.flush();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }
}
