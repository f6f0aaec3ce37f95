package org.carbonbook.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.Finding;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.carbonbook.decomposition.spark.WrittenResults;

/** The report about comparisons: those that were not computed with the reason, and notes. */
final class DecomposeFindings {

  private final DecompositionResult result;
  private final long notComputed;
  private final long notes;
  private final List<Finding> first;

  private DecomposeFindings(
      DecompositionResult result, long notComputed, long notes, List<Finding> first) {
    this.result = result;
    this.notComputed = notComputed;
    this.notes = notes;
    this.first = first;
  }

  /** The findings that were counted while results were written. */
  static DecomposeFindings of(DecompositionResult result, WrittenResults counts) {
    return new DecomposeFindings(result, counts.notComputed(), counts.notes(), counts.first());
  }

  /** The findings of a result, by a pass over it. */
  static DecomposeFindings of(DecompositionResult result) {
    Dataset<Row> findings =
        result.wide().filter(coalesce(col("reason_code"), col("note")).isNotNull()).cache();
    long notComputed = findings.filter(col("reason_code").isNotNull()).count();
    long notes = findings.count() - notComputed;
    // Comparisons that were not computed come first; then by group and year, for any partitioning.
    List<Column> order = new ArrayList<>();
    order.add(col("reason_code").isNull());
    result.by().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    result.indices().forEach(c -> order.add(DecomposeOutput.quoted(c)));
    order.add(col("year_from"));
    order.add(col("year_to"));
    List<Finding> first =
        findings
            .orderBy(order.toArray(Column[]::new))
            .limit(WrittenResults.MAX_FINDINGS)
            .collectAsList()
            .stream()
            .map(row -> finding(result, row))
            .toList();
    findings.unpersist(false);
    return new DecomposeFindings(result, notComputed, notes, first);
  }

  private static Finding finding(DecompositionResult result, Row row) {
    List<Object> group = new ArrayList<>();
    result.by().forEach(c -> group.add(row.getAs(c)));
    List<String> indices = new ArrayList<>();
    result.indices().forEach(c -> indices.add(row.getAs(c)));
    String code = row.getAs("reason_code");
    return new Finding(
        group,
        indices,
        row.getAs("year_from"),
        row.getAs("year_to"),
        code,
        row.getAs(code == null ? "note" : "reason"));
  }

  long notComputed() {
    return notComputed;
  }

  /** One line for each of the first findings, and one that counts them all. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    first.forEach(r -> lines.add(line(r)));
    if (notComputed + notes > first.size()) {
      lines.add("… and " + (notComputed + notes - first.size()) + " more");
    }
    if (notComputed > 0) {
      lines.add(
          notComputed
              + (notComputed == 1 ? " comparison was" : " comparisons were")
              + " not computed; --not-computed FILE writes them with their inputs");
    }
    return lines;
  }

  private String line(Finding finding) {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < result.by().size(); i++) {
      place.append(result.by().get(i)).append("=").append(finding.group().get(i)).append(" ");
    }
    for (int i = 0; i < result.indices().size(); i++) {
      String value = finding.indices().get(i);
      place.append(value == null ? "" : result.indices().get(i) + "=" + value + " ");
    }
    place.append(finding.from()).append(finding.to() == null ? "" : ":" + finding.to());
    return finding.code() == null
        ? "WARNING " + place + ": " + finding.text() + ", so these two years are compared"
        : "ERROR not computed " + place + ": " + finding.code() + ", " + finding.text();
  }

  /** Writes all comparisons that were not computed, with reason and inputs, as CSV. */
  void write(Path file) {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv =
            new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      Dataset<Row> rows = result.notComputed();
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
