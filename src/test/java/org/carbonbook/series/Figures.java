package org.carbonbook.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.EditionName;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRows.Output;

/** Printed figures made up for tests, and the project's own rules. */
public final class Figures {

  public static final String EDITION = "Test Yearbook 2020";
  static final SeriesRules RULES = SeriesRules.read(Path.of("conf"), new ArrayList<>());

  private Figures() {}

  public static Observation figure(
      String region, String key, String edition, int year, double value, String unit) {
    String[] parts = key.split("/", -1);
    SeriesKey seriesKey =
        new SeriesKey(
            parts[0],
            blankToNull(parts[1]),
            blankToNull(parts[2]),
            blankToNull(parts[3]),
            EditionName.publicationOf(edition));
    String id = "%s-%s-%s-%d-%s".formatted(region, key, edition, year, value);
    return new Observation(
        region,
        seriesKey,
        edition,
        3000 - EditionName.yearOf(edition),
        Origin.PRINTED,
        year,
        value,
        unit,
        id);
  }

  /** The same figures with another origin. */
  static List<Observation> of(Origin origin, List<Observation> figures) {
    return figures.stream().map(each -> with(each, each.rank(), origin)).toList();
  }

  static Observation with(Observation each, int rank, Origin origin) {
    return new Observation(
        each.regionCode(),
        each.key(),
        each.edition(),
        rank,
        origin,
        each.year(),
        each.value(),
        each.unit(),
        each.id());
  }

  /** A series of one region, key as indicator/sector/item/basis. */
  public static List<Observation> series(
      String region, String key, int from, int to, IntToDoubleFunction value) {
    List<Observation> figures = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      figures.add(figure(region, key, EDITION, year, value.applyAsDouble(year), "unit"));
    }
    return figures;
  }

  @SafeVarargs
  public static List<Observation> all(List<Observation>... parts) {
    List<Observation> all = new ArrayList<>();
    for (List<Observation> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  static RegionSeries region(List<Observation> figures, List<Notice> notices) {
    return RegionSeries.of("421200", figures, RULES, notices);
  }

  public static List<Row> analyse(List<Observation> figures) {
    return new RegionAnalysis(RULES).ofRegion("421200", figures);
  }

  /** The statistics of a kind. */
  static List<Row> of(List<Row> rows, Kind kind) {
    return of(rows, Output.STATISTIC).stream()
        .filter(row -> row.getAs("kind").equals(kind.column()))
        .toList();
  }

  /** The rows of a table. */
  static List<Row> of(List<Row> rows, Output output) {
    return rows.stream()
        .map(row -> row.<Row>getAs(output.column()))
        .filter(row -> row != null)
        .toList();
  }

  /** The figures of all series. */
  public static List<Row> points(List<Row> rows) {
    return of(rows, Output.POINT);
  }

  /** The summary of the series with a name. */
  static Row summary(List<Row> rows, String series) {
    return of(rows, Output.SUMMARY).stream()
        .filter(row -> series.equals(row.getAs("series")))
        .findFirst()
        .orElseThrow();
  }

  /** A cell of the kind's column. */
  static Object cell(Row row, String name) {
    return row.<Row>getAs(row.<String>getAs("kind")).getAs(name);
  }

  static YearSeries find(RegionSeries region, String base) {
    return region.all().stream()
        .map(SeriesSegments.Split::whole)
        .filter(s -> s.key().base().equals(base))
        .findFirst()
        .orElseThrow();
  }

  private static String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
