package org.carbonbook.attribution;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.spark.DecompositionResult;
import org.carbonbook.notice.Notice;

/** The notices of runs: comparisons that were not computed, and years that a chain lacks. */
final class RunFindings {

  private final List<DecompositionRun> runs;
  private final List<DecompositionResult> effects;

  /**
   * @param effects the effects of each run, in the same order
   */
  RunFindings(List<DecompositionRun> runs, List<DecompositionResult> effects) {
    this.runs = runs;
    this.effects = effects;
  }

  /** One notice for each pair of years and reason, naming the methods that it holds for. */
  List<Notice> listNotices() {
    Map<List<String>, Set<String>> methods = new LinkedHashMap<>();
    for (List<String> finding : findings()) {
      methods.computeIfAbsent(finding.subList(0, 4), k -> new TreeSet<>()).add(finding.get(4));
    }
    List<Notice> notices = new ArrayList<>();
    methods.forEach((finding, names) -> notices.add(notice(finding, names)));
    return notices;
  }

  /** Identity, place, reason (empty for a note), text and method of each finding, sorted. */
  private List<List<String>> findings() {
    Dataset<Row> all = null;
    for (int i = 0; i < runs.size(); i++) {
      Dataset<Row> ofRun =
          effects
              .get(i)
              .wide()
              .filter(coalesce(col("reason_code"), col("note")).isNotNull())
              .select(
                  lit(runs.get(i).identity()),
                  concat_ws(":", col("year_from").cast("string"), col("year_to").cast("string")),
                  coalesce(col("reason_code"), lit("")),
                  coalesce(col("reason"), col("note")),
                  col("method"),
                  col("region_code"));
      all = all == null ? ofRun : all.union(ofRun);
    }
    return all == null
        ? List.of()
        : all.collectAsList().stream()
            .map(RunFindings::texts)
            .sorted(Comparator.comparing(List::toString))
            .toList();
  }

  private static List<String> texts(Row row) {
    String place = row.getString(0) + " " + row.getString(5) + " " + row.getString(1);
    return List.of(row.getString(0), place, row.getString(2), row.getString(3), row.getString(4));
  }

  private static Notice notice(List<String> finding, Set<String> methods) {
    String place = finding.get(1);
    if (finding.get(2).isEmpty()) {
      return Notice.of(
          AttributionNotice.YEARS_ABSENT,
          place,
          finding.get(3) + "; the effects cover the whole span between these two years",
          "add the figures of the years between to the landing folder, if they are published");
    }
    return Notice.of(
        AttributionNotice.DECOMPOSITION_SET_ASIDE,
        place,
        "%s: %s (%s)".formatted(finding.get(2), finding.get(3), String.join(", ", methods)),
        "correct the figure that the message names; carbonbook sql \"select * from core.decomposition_input where identity = '%s'\" lists all figures used"
            .formatted(finding.get(0)));
  }
}
