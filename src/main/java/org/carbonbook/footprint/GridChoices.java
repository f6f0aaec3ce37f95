package org.carbonbook.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.carbonbook.factor.FactorTables;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.factor.grid.GridFactorSeries;
import org.carbonbook.lake.TableRows;
import org.carbonbook.notice.Notice;

/** Which grid factor is used for which region and year, and which others could be used. */
final class GridChoices {

  static final String TABLE = "core.grid_choice";

  private final FactorTables factors;
  private final TableRows shape = TableRows.of(TABLE);
  private final List<Row> rows = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /**
   * Chooses by the policy of each set, for all years of a region together.
   *
   * @param wanted rows of {@code factor_set}, {@code region_code}, {@code year}
   */
  GridChoices(FactorTables factors, List<Row> wanted) {
    this.factors = factors;
    SortedMap<String, SortedMap<String, Set<Integer>>> series = new TreeMap<>();
    for (Row row : wanted) {
      series
          .computeIfAbsent(row.getAs("factor_set"), none -> new TreeMap<>())
          .computeIfAbsent(row.getAs("region_code"), none -> new TreeSet<>())
          .add(row.getAs("year"));
    }
    series.forEach((set, regions) -> regions.forEach((region, years) -> add(set, region, years)));
  }

  private void add(String set, String region, Set<Integer> years) {
    GridFactorSeries found = factors.findGridFactors(set, region, years);
    notices.addAll(found.listNotices());
    for (Map.Entry<Integer, GridFactorResult> each : found.results().entrySet()) {
      int year = each.getKey();
      GridFactor chosen = each.getValue().findFactor().orElse(null);
      List<GridFactor> candidates = new ArrayList<>(factors.listGridFactors(set, region, year));
      if (chosen != null && !candidates.contains(chosen)) {
        candidates.add(chosen);
      }
      for (GridFactor factor : candidates) {
        boolean isChosen = factor.equals(chosen);
        String match =
            each.getValue().findReason().map(reason -> "fallback: " + reason).orElse("exact");
        rows.add(
            shape
                .row()
                .set("factor_set", set)
                .set("region_code", region)
                .set("year", year)
                .set("factor_id", factor.id())
                .set("factor_table", factor.factorTable())
                .set("factor_value", factor.kgCo2PerKwh())
                .set("factor_area", factor.areaZh())
                .set("factor_level", factor.level())
                .set("factor_year", factor.year())
                .set("factor_series", factor.series())
                .set("is_chosen", isChosen)
                .set("is_break", isChosen && found.breaks().contains(year))
                .set("factor_match", isChosen ? match : null)
                .set("source", factor.source())
                .build());
      }
    }
  }

  /** Rows of {@code core.grid_choice}. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The fallbacks, the breaks and the gaps, each once. */
  List<Notice> notices() {
    return notices.stream().distinct().toList();
  }
}
