package org.carbonbook.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints the rows of a query. */
final class ResultPrinter {

  /** How rows are printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;

  ResultPrinter(PrintWriter out) {
    this.out = out;
  }

  /** Prints all rows. They are streamed, except for a table, whose column widths depend on all. */
  void print(Dataset<Row> rows, Format format) {
    print(rows.columns(), rows.toLocalIterator(), format);
  }

  /** Prints all rows under the names of their columns. */
  void print(String[] columns, Iterator<Row> rows, Format format) {
    try {
      switch (format) {
        case TABLE -> printTable(columns, rows);
        case CSV -> printCsv(columns, rows);
        case JSON -> printJson(columns, rows);
      }
      out.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void printTable(String[] columns, Iterator<Row> rows) {
    TextTable table = new TextTable(columns);
    rows.forEachRemaining(row -> table.row(texts(row)));
    table.print(out);
  }

  private void printCsv(String[] columns, Iterator<Row> rows) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    csv.printRecord((Object[]) columns);
    while (rows.hasNext()) {
      csv.printRecord(texts(rows.next()));
    }
  }

  private void printJson(String[] names, Iterator<Row> rows) throws IOException {
    out.print("[");
    String separator = "\n";
    while (rows.hasNext()) {
      Row row = rows.next();
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        Object value = row.get(i);
        object.put(
            names[i], value instanceof Number || value instanceof Boolean ? value : text(value));
      }
      out.print(separator + JSON.writeValueAsString(object));
      separator = ",\n";
    }
    out.println("\n]");
  }

  private static Object[] texts(Row row) {
    Object[] texts = new Object[row.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(row.get(i));
    }
    return texts;
  }

  /** A number with all its digits and without an exponent; null is the empty text. */
  static String text(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      String plain = new BigDecimal(number.toString()).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    if (value instanceof java.sql.Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return scala.collection.JavaConverters.mapAsJavaMap(map).toString();
    }
    return value.toString();
  }
}
