package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.carbonbook.notice.Notice;

/**
 * The notices of runs: pairs of years that were not computed, years that a chain lacks, and breaks.
 */
final class RunFindings {

  private final List<Notice> notices = new ArrayList<>();
  private final Set<String> breaks = new TreeSet<>();

  /** Adds what the comparisons of one run show. */
  void addComparisons(DecompositionRun run, List<RegionComparison> comparisons) {
    for (RegionComparison each : comparisons) {
      String place = place(run, each);
      if (!each.isAssessed()) {
        notices.add(notAssessed(run, place, each.notAssessed().orElseThrow()));
      } else if (each.bases().contains(RegionComparison.CHAINED) && each.to() - each.from() > 1) {
        notices.add(
            Notice.of(
                AttributionNotice.YEARS_ABSENT,
                place,
                "%s between %d and %d; the effects cover the whole span between these two years"
                    .formatted(absent(each), each.from(), each.to()),
                "add the figures of the years between to the landing folder, if they are published"));
      }
      addBreak(run, each);
    }
  }

  private static String absent(RegionComparison comparison) {
    int years = comparison.to() - comparison.from() - 1;
    return years == 1 ? "1 year is missing" : years + " years are missing";
  }

  /** A break is one of the balances, so it is reported once for all identities. */
  private void addBreak(DecompositionRun run, RegionComparison comparison) {
    String place =
        "%s %s %s".formatted(run.factorSet(), comparison.regionCode(), comparison.years());
    if (!comparison.breaks().isEmpty() && breaks.add(place)) {
      double effect = comparison.breaks().stream().mapToDouble(BreakCell::effect).sum();
      notices.add(
          Notice.of(
              AttributionNotice.BALANCE_BREAK,
              place,
              "%.2f Mt CO2 of the change are a break: %s"
                  .formatted(effect / 1e6, BreakNotes.en(comparison.breaks())),
              "publish both years by one form of the balance, or read the row 'break' of mart.emission_decomposition"));
    }
  }

  /** Adds what the library did not compute, one notice for each pair of years and reason. */
  void addNotComputed(DecompositionRun run, RunDecomposition decomposition, List<Row> notComputed) {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (Row row : notComputed) {
      String finding =
          "%s\t%s: %s"
              .formatted(
                  place(run, decomposition.comparisonOf(row)),
                  row.getAs("reason_code"),
                  row.getAs("reason"));
      methods.computeIfAbsent(finding, k -> new TreeSet<>()).add(row.getAs("method"));
    }
    methods.forEach(
        (finding, names) -> {
          String[] parts = finding.split("\t", 2);
          notices.add(
              notAssessed(run, parts[0], "%s (%s)".formatted(parts[1], String.join(", ", names))));
        });
  }

  private static Notice notAssessed(DecompositionRun run, String place, String reason) {
    return Notice.of(
        AttributionNotice.DECOMPOSITION_NOT_ASSESSED,
        place,
        reason,
        "add or correct the figure that the message names; carbonbook sql \"select * from core.decomposition_input where identity = '%s'\" lists all figures used"
            .formatted(run.identity()));
  }

  private static String place(DecompositionRun run, RegionComparison comparison) {
    return "%s %s %s".formatted(run.identity(), comparison.regionCode(), comparison.years());
  }

  /** All notices so far, in the order they were added. */
  List<Notice> listNotices() {
    return List.copyOf(notices);
  }
}
