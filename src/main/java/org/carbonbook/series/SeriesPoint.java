package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.TableRows;
import org.carbonbook.series.SeriesSegments.Split;

/** The figures of a series as rows of core.series. */
final class SeriesPoint {

  private SeriesPoint() {}

  static List<Row> list(RegionSeries series, SeriesSegments segments) {
    List<Row> rows = new ArrayList<>();
    for (Split split : series.all()) {
      for (YearSeries segment : split.segments()) {
        for (SeriesFigure figure : segment.figures()) {
          rows.add(AnalysisRows.ofPoint(row(series.region(), segment, figure, segments)));
        }
      }
    }
    return rows;
  }

  private static Row row(
      String region, YearSeries series, SeriesFigure figure, SeriesSegments segments) {
    SeriesKey key = series.key();
    TableRows.RowBuilder row =
        AnalysisRows.point()
            .set("region_code", region)
            .set("series", series.name())
            .set("year", figure.year())
            .set("value", figure.value())
            .set("unit", series.unit())
            .set("price_basis", series.prices().text())
            .set("indicator", key.indicator())
            .set("sector", key.sector())
            .set("item", key.item())
            .set("basis", key.basis())
            .set("publication", key.publication())
            .set("edition", figure.edition())
            .set("classification", segments.findVersion(key, figure.year()))
            .set("origin", figure.origin())
            .set("observation_id", figure.observationId())
            .set("parts", figure.parts());
    return deflation(row, series, figure.deflation()).build();
  }

  private static TableRows.RowBuilder deflation(
      TableRows.RowBuilder row, YearSeries series, SeriesFigure.Deflated deflated) {
    if (deflated == null) {
      return row.setNull(
          "source_series",
          "source_year",
          "index_series",
          "index_of",
          "link_years",
          "link_direction",
          "base_year",
          "level");
    }
    return row.set("source_series", deflated.sourceSeries())
        .set("source_year", deflated.sourceYear())
        .set("index_series", deflated.indexSeries())
        .set("index_of", deflated.indexOf())
        .set("link_years", deflated.linkYears())
        .set("link_direction", deflated.linkDirection())
        .set("base_year", series.prices().baseYear())
        .set("level", deflated.level());
  }
}
