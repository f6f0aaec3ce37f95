package org.carbonbook.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.DecompositionResult;

/** What is to be said about comparisons: those set aside with the reason, and notes. */
final class DecomposeFindings {

  private static final int SHOWN = 20;

  private final DecompositionResult result;
  private final long setAside;
  private final long notes;
  private final List<Row> first;

  DecomposeFindings(DecompositionResult result) {
    this.result = result;
    Dataset<Row> findings =
        result.wide().filter(coalesce(col("reason_code"), col("note")).isNotNull()).cache();
    this.setAside = findings.filter(col("reason_code").isNotNull()).count();
    this.notes = findings.count() - setAside;
    // Those set aside first; then in the order of groups and years, whatever the partitions are.
    List<org.apache.spark.sql.Column> order = new java.util.ArrayList<>();
    order.add(col("reason_code").isNull());
    result.by().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    result.indices().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    order.add(col("year_from"));
    order.add(col("year_to"));
    this.first =
        findings
            .orderBy(order.toArray(org.apache.spark.sql.Column[]::new))
            .limit(SHOWN)
            .collectAsList();
    findings.unpersist(false);
  }

  long setAside() {
    return setAside;
  }

  /** One line for each of the first findings, and one that counts them all. */
  List<String> lines() {
    java.util.ArrayList<String> lines = new java.util.ArrayList<>();
    first.forEach(r -> lines.add(line(r)));
    if (setAside + notes > first.size()) {
      lines.add("… and " + (setAside + notes - first.size()) + " more");
    }
    if (setAside > 0) {
      lines.add(
          setAside
              + (setAside == 1 ? " comparison was" : " comparisons were")
              + " set aside; --set-aside FILE writes them with their inputs");
    }
    return lines;
  }

  private String line(Row row) {
    StringBuilder place = new StringBuilder();
    for (String column : result.by()) {
      place
          .append(column)
          .append("=")
          .append(String.valueOf(row.<Object>getAs(column)))
          .append(" ");
    }
    for (String column : result.indices()) {
      Object value = row.getAs(column);
      place.append(value == null ? "" : column + "=" + value + " ");
    }
    Object to = row.getAs("year_to");
    place.append(row.<Object>getAs("year_from")).append(to == null ? "" : ":" + to);
    String code = row.getAs("reason_code");
    return code == null
        ? "WARNING " + place + ": " + row.getAs("note") + ", so these two years are compared"
        : "ERROR set aside " + place + ": " + code + ", " + row.getAs("reason");
  }

  /** Writes all comparisons that were set aside, with reason and inputs, as CSV. */
  void write(Path file) {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv =
            new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      Dataset<Row> rows = result.setAside();
      csv.printRecord((Object[]) rows.columns());
      for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); ) {
        Row row = all.next();
        for (int i = 0; i < row.size(); i++) {
          csv.print(row.get(i));
        }
        csv.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
