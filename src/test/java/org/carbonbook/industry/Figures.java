package org.carbonbook.industry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Row;
import org.carbonbook.industry.StatisticRow.Kind;
import org.carbonbook.notice.Notice;

/** Printed figures made up for tests, and the project's own rules. */
final class Figures {

  static final String EDITION = "Test Yearbook 2020";
  static final IndustryRules RULES = IndustryRules.read(Path.of("conf"), new ArrayList<>());

  private Figures() {}

  static Observation figure(
      String region, String key, String edition, int year, double value, String unit) {
    String[] parts = key.split("/", -1);
    SeriesKey seriesKey =
        new SeriesKey(
            parts[0],
            blankToNull(parts[1]),
            blankToNull(parts[2]),
            blankToNull(parts[3]),
            SeriesKey.publicationOf(edition));
    String id = "%s-%s-%s-%d-%s".formatted(region, key, edition, year, value);
    return new Observation(region, seriesKey, edition, year, value, unit, id);
  }

  /** A series of one region, key as indicator/sector/item/basis. */
  static List<Observation> series(
      String region, String key, int from, int to, IntToDoubleFunction value) {
    List<Observation> figures = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      figures.add(figure(region, key, EDITION, year, value.applyAsDouble(year), "unit"));
    }
    return figures;
  }

  @SafeVarargs
  static List<Observation> all(List<Observation>... parts) {
    List<Observation> all = new ArrayList<>();
    for (List<Observation> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  static RegionSeries region(List<Observation> figures, List<Notice> notices) {
    return RegionSeries.of("421200", figures, RULES, notices);
  }

  static List<Row> analyse(List<Observation> figures) {
    return new RegionAnalysis(RULES).ofRegion("421200", figures);
  }

  static List<Row> of(List<Row> rows, Kind kind) {
    return rows.stream().filter(row -> row.getString(0).equals(kind.column())).toList();
  }

  /** A cell of the kind's column. */
  static Object cell(Row row, String name) {
    Kind kind = Kind.valueOf(row.getString(0).toUpperCase(java.util.Locale.ROOT));
    Row cells = row.getStruct(StatisticRow.schema().fieldIndex(kind.column()));
    return cells.get(kind.cell(name));
  }

  static YearSeries find(RegionSeries region, String base) {
    return region.all().stream()
        .map(Stretches.Split::whole)
        .filter(s -> s.key().base().equals(base))
        .findFirst()
        .orElseThrow();
  }

  private static String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
