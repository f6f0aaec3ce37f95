package org.carbonbook.driver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.DecompositionResult;
import org.carbonbook.notice.Notice;

/** What is to be told of a run: comparisons that were set aside, years that are absent. */
final class RunFindings {

  private final Run run;
  private final DecompositionResult effects;

  RunFindings(Run run, DecompositionResult effects) {
    this.run = run;
    this.effects = effects;
  }

  /** One notice for each pair of years and reason, naming the methods that it holds for. */
  List<Notice> listNotices() {
    Map<String, Set<String>> methods = new TreeMap<>();
    Map<String, Row> first = new TreeMap<>();
    for (Row row : rows()) {
      String key = place(row) + "\n" + row.getAs("reason_code") + "\n" + row.getAs("note");
      methods.computeIfAbsent(key, k -> new TreeSet<>()).add(row.getAs("method"));
      first.putIfAbsent(key, row);
    }
    List<Notice> notices = new ArrayList<>();
    methods.forEach((key, names) -> notices.add(notice(first.get(key), names)));
    return notices;
  }

  private List<Row> rows() {
    return effects
        .wide()
        .filter(coalesce(col("reason_code"), col("note")).isNotNull())
        .select("region_code", "method", "year_from", "year_to", "note", "reason_code", "reason")
        .distinct()
        .sort("region_code", "year_from", "year_to", "method", "reason")
        .collectAsList();
  }

  private String place(Row row) {
    Object to = row.getAs("year_to");
    return "%s %s %s%s"
        .formatted(
            run.identity(),
            row.getAs("region_code"),
            row.getAs("year_from"),
            to == null ? "" : ":" + to);
  }

  private Notice notice(Row row, Set<String> methods) {
    if (row.getAs("reason_code") == null) {
      return Notice.of(
          DriverNotice.YEARS_ABSENT,
          place(row),
          row.getAs("note") + ", so these two years are compared",
          "add the figures of the years between, if they are published");
    }
    return Notice.of(
        DriverNotice.DECOMPOSITION_SET_ASIDE,
        place(row),
        "%s: %s (%s)"
            .formatted(row.getAs("reason_code"), row.getAs("reason"), String.join(", ", methods)),
        "carbonbook sql \"select * from core.decomposition_input where identity = '%s'\" shows its figures"
            .formatted(run.identity()));
  }
}
