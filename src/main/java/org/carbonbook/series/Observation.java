package org.carbonbook.series;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.EditionName;
import org.carbonbook.lake.Origin;

/**
 * One printed figure of a region as the step reads it.
 *
 * @param rank the declared priority of its edition, 1 counts first
 * @param origin how the figure came to be
 */
public record Observation(
    String regionCode,
    SeriesKey key,
    String edition,
    int rank,
    Origin origin,
    int year,
    double value,
    String unit,
    String id) {

  /** The columns of core.observation it is made of. */
  static final List<String> COLUMNS =
      List.of(
          "region_code",
          "indicator",
          "sector",
          "item",
          "basis",
          "edition",
          "edition_rank",
          "origin",
          "year",
          "canonical_value",
          "canonical_unit",
          "observation_id");

  /** By series and year; the edition that counts first comes first, then by id. */
  static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::key)
          .thenComparingInt(Observation::year)
          .thenComparingInt(Observation::rank)
          .thenComparing(Observation::editionText)
          .thenComparing(Observation::id);

  /** From a row that has {@link #COLUMNS}. */
  static Observation of(Row row) {
    String edition = row.getAs("edition");
    SeriesKey key =
        new SeriesKey(
            row.getAs("indicator"),
            row.getAs("sector"),
            row.getAs("item"),
            row.getAs("basis"),
            EditionName.publicationOf(edition));
    return new Observation(
        row.getAs("region_code"),
        key,
        edition,
        row.<Integer>getAs("edition_rank"),
        Origin.of(row.getAs("origin")),
        row.<Integer>getAs("year"),
        row.<Double>getAs("canonical_value"),
        row.getAs("canonical_unit"),
        row.getAs("observation_id"));
  }

  private String editionText() {
    return edition == null ? "" : edition;
  }
}
