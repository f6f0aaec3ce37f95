package org.carbonbook.footprint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.factor.FactorLibrary;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.lake.RecordRows;
import org.carbonbook.notice.Notice;

/** Which grid factor is used for which region and year, and why. */
final class GridChoices {

  /** One choice; a region and year without a factor have none. */
  record GridChoice(
      String factorSet,
      String regionCode,
      int year,
      String factorTable,
      String factorId,
      String factorMatch) {}

  private GridChoices() {}

  /**
   * Chooses by the policy of each set.
   *
   * @param wanted rows of {@code factor_set}, {@code region_code}, {@code year}
   * @param notices takes the fallbacks and the gaps, each once
   */
  static Dataset<Row> of(
      SparkSession session, FactorLibrary library, List<Row> wanted, List<Notice> notices) {
    List<GridChoice> choices = new ArrayList<>();
    Set<Notice> found = new LinkedHashSet<>();
    for (Row row : wanted) {
      String set = row.getAs("factor_set");
      String region = row.getAs("region_code");
      int year = row.getAs("year");
      GridFactorResult result = library.findGridFactor(set, region, year);
      result.findNotice().ifPresent(found::add);
      result
          .findFactor()
          .ifPresent(
              factor ->
                  choices.add(
                      new GridChoice(
                          set,
                          region,
                          year,
                          factor.factorTable(),
                          factor.id(),
                          result.findReason().map(r -> "fallback: " + r).orElse("exact"))));
    }
    notices.addAll(found);
    return RecordRows.of(session, GridChoice.class, choices);
  }
}
