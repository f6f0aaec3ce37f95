package org.carbonbook.industry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;

/**
 * One series of a region as accounts use it: its figures of all years, whatever edition of the
 * classification they are counted by.
 */
record AccountSeries(
    String indicator,
    String sector,
    String item,
    String basis,
    String publication,
    Map<Integer, Figure> figures) {

  /** The columns of core.series that accounts read. */
  static final List<String> COLUMNS =
      List.of(
          "region_code",
          "series",
          "year",
          "value",
          "indicator",
          "sector",
          "item",
          "basis",
          "publication",
          "edition",
          "edition_rank",
          "origin",
          "classification");

  /** By name: what is measured, then the publication. */
  static final Comparator<AccountSeries> ORDER =
      Comparator.comparing(AccountSeries::base).thenComparing(AccountSeries::publication);

  /**
   * The figure of one year.
   *
   * @param series the name of its series in core.series
   * @param value in the canonical unit
   * @param edition the edition that prints it
   * @param rank the declared priority of that edition, 1 counts first
   * @param origin how it came to be
   * @param classification the edition of GB/T 4754 that it is counted by, or null
   */
  record Figure(
      String series,
      double value,
      String edition,
      int rank,
      Origin origin,
      String classification) {}

  /** The series that rows of core.series make, in {@link #ORDER}. */
  static List<AccountSeries> list(Collection<Row> rows) {
    Map<List<String>, AccountSeries> byKey =
        rows.stream()
            .map(AccountSeries::empty)
            .distinct()
            .collect(Collectors.toMap(AccountSeries::key, series -> series));
    for (Row row : rows) {
      Figure figure =
          new Figure(
              row.getAs("series"),
              row.<Double>getAs("value"),
              row.getAs("edition"),
              row.<Integer>getAs("edition_rank"),
              Origin.of(row.getAs("origin")),
              row.getAs("classification"));
      byKey.get(empty(row).key()).figures().put(row.getAs("year"), figure);
    }
    return byKey.values().stream().sorted(ORDER).toList();
  }

  private static AccountSeries empty(Row row) {
    return new AccountSeries(
        row.getAs("indicator"),
        row.getAs("sector"),
        row.getAs("item"),
        row.getAs("basis"),
        row.getAs("publication"),
        new TreeMap<>());
  }

  private List<String> key() {
    return Stream.of(indicator, sector, item, basis, publication).map(String::valueOf).toList();
  }

  private String base() {
    return Stream.of(indicator, sector, item, basis)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  Optional<Figure> find(int year) {
    return Optional.ofNullable(figures.get(year));
  }

  /** The declared priority of the edition that counts first among those that print it. */
  int rank() {
    return figures.values().stream().mapToInt(Figure::rank).min().orElse(Integer.MAX_VALUE);
  }
}
