package org.carbonbook.series;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.EditionName;

/** One printed figure of a region as the step reads it. */
public record Observation(
    String regionCode,
    SeriesKey key,
    String edition,
    int year,
    double value,
    String unit,
    String id) {

  /** The columns of core.observation it is made of, in order. */
  static final String[] COLUMNS = {
    "region_code",
    "indicator",
    "sector",
    "item",
    "basis",
    "edition",
    "year",
    "canonical_value",
    "canonical_unit",
    "observation_id"
  };

  /** By series and year; the latest edition first, then by id. */
  static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::key)
          .thenComparingInt(Observation::year)
          .thenComparing(Comparator.comparingInt(Observation::editionYear).reversed())
          .thenComparing(Observation::editionText, Comparator.reverseOrder())
          .thenComparing(Observation::id);

  /**
   * From a row of {@link #COLUMNS}.
   *
   * @param from the place of the first of them
   */
  static Observation of(Row row, int from) {
    String edition = row.getString(from + 5);
    SeriesKey key =
        new SeriesKey(
            row.getString(from + 1),
            row.getString(from + 2),
            row.getString(from + 3),
            row.getString(from + 4),
            EditionName.publicationOf(edition));
    return new Observation(
        row.getString(from),
        key,
        edition,
        row.getInt(from + 6),
        row.getDouble(from + 7),
        row.getString(from + 8),
        row.getString(from + 9));
  }

  int editionYear() {
    return EditionName.yearOf(edition);
  }

  private String editionText() {
    return edition == null ? "" : edition;
  }
}
