package org.carbonbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.export.CsvLines;
import org.carbonbook.export.CsvStyle;
import org.carbonbook.export.ValueText;

/** Prints the rows of a query. */
final class ResultPrinter {

  /** How rows are printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  /** The text that represents null in a table, where an empty text is empty. */
  private static final String NULL = "NULL";

  private final PrintWriter out;
  private final CsvStyle.Formulas formulas;

  /** Prints texts as they are: for programs, and for what no reader chose. */
  ResultPrinter(PrintWriter out) {
    this(out, CsvStyle.Formulas.KEEP);
  }

  /**
   * @param formulas what happens in CSV to a text that a spreadsheet would run
   */
  ResultPrinter(PrintWriter out, CsvStyle.Formulas formulas) {
    this.out = out;
    this.formulas = formulas;
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
    CsvLines csv = new CsvLines(out, CsvStyle.of(formulas));
    csv.line(Arrays.asList(columns));
    while (rows.hasNext()) {
      csv.line(CsvLines.values(rows.next()));
    }
  }

  private void printJson(String[] names, Iterator<Row> rows) {
    out.print("[");
    String separator = "\n";
    while (rows.hasNext()) {
      Row row = rows.next();
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        object.put(names[i], ValueText.plain(row.get(i)));
      }
      out.print(separator + ValueText.json(object));
      separator = ",\n";
    }
    out.println("\n]");
  }

  private static Object[] texts(Row row) {
    Object[] texts = new Object[row.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = row.isNullAt(i) ? NULL : ValueText.text(row.get(i));
    }
    return texts;
  }
}
