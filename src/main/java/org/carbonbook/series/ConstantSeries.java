package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.carbonbook.series.AnalysisRules.Price;
import org.carbonbook.statistics.growth.Deflation;
import org.carbonbook.statistics.growth.IndexChain;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/** Series in constant prices, from those in current prices and the indices of the region. */
final class ConstantSeries {

  private static final String CURRENT = "current";
  private static final String CHAINED = "prev_year=100";

  private final String region;
  private final List<YearSeries> all;
  private final SeriesSegments segments;
  private final IndexLinks links;
  private final List<Notice> notices;

  ConstantSeries(String region, List<YearSeries> all, SeriesRules rules, List<Notice> notices) {
    this.region = region;
    this.all = List.copyOf(all);
    this.segments = rules.segments();
    this.links = rules.links();
    this.notices = notices;
  }

  /** The series that a rule makes. The rule does not apply where there is no index at all. */
  List<YearSeries> list(Price rule) {
    List<YearSeries> constant = new ArrayList<>();
    for (YearSeries current : all) {
      SeriesKey key = current.key();
      if (key.indicator().equals(rule.value()) && CURRENT.equals(key.basis())) {
        findIndex(rule, key)
            .flatMap(index -> deflated(rule, current, index))
            .ifPresent(constant::add);
      }
    }
    return constant;
  }

  /**
   * The index of the same sector and publication; else of the one that {@code
   * conf/industry/links.csv} names for the publication.
   */
  private Optional<YearSeries> findIndex(Price rule, SeriesKey value) {
    List<YearSeries> indices =
        all.stream()
            .filter(s -> s.key().indicator().equals(rule.index()))
            .filter(s -> Objects.equals(s.key().sector(), value.sector()))
            .filter(s -> s.key().basis() != null && s.key().basis().endsWith("=100"))
            .toList();
    Optional<YearSeries> index =
        findOf(value.publication(), indices)
            .or(
                () ->
                    links
                        .findIndexPublication(value.publication(), rule.index())
                        .flatMap(publication -> findOf(publication, indices)));
    if (index.isEmpty() && !indices.isEmpty()) {
      report(
          value.name(),
          "its publication has no %s, and those of %s are not linked to it, so the series stays at current prices"
              .formatted(
                  rule.index(), YearSeries.listPublications(indices.toArray(YearSeries[]::new))),
          "add the index to the publication, or declare in conf/industry/links.csv that one of the other indices holds for it");
    }
    return index;
  }

  private static Optional<YearSeries> findOf(String publication, List<YearSeries> indices) {
    return indices.stream().filter(s -> s.key().publication().equals(publication)).findFirst();
  }

  private Optional<YearSeries> deflated(Price rule, YearSeries current, YearSeries index) {
    TimeSeries values = current.series().get();
    IndexChain chain =
        isChained(index)
            ? IndexChain.ofPreviousYear(index.series().get())
            : IndexChain.ofBaseYear(index.series().get());
    List<SeriesFigure> figures = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    for (SeriesFigure figure : current.figures()) {
      Assessment<SeriesFigure> result = figure(rule, current, values, index, chain, figure);
      result.find().ifPresent(figures::add);
      if (result.find().isEmpty()) {
        obstacles.add("%d %s".formatted(figure.year(), result.status()));
      }
    }
    if (!obstacles.isEmpty()) {
      report(
          current.name() + " in prices of " + rule.baseYear(),
          "%d of %d years are not converted, the first because: %s"
              .formatted(obstacles.size(), current.figures().size(), obstacles.get(0)),
          "add the missing years of the index %s, or change base_year in conf/industry/analysis.yaml"
              .formatted(index.name()));
    }
    SeriesKey key = current.key().withBasis("constant_" + rule.baseYear());
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new YearSeries(key, key.name(), current.unit(), figures));
  }

  private Assessment<SeriesFigure> figure(
      Price rule,
      YearSeries current,
      TimeSeries values,
      YearSeries index,
      IndexChain chain,
      SeriesFigure figure) {
    int year = figure.year();
    int base = rule.baseYear();
    Assessment<Double> value =
        rule.isVolume()
            ? Deflation.byVolume(values, chain, year, base)
            : Deflation.byPrices(values, chain, year, base);
    int source = rule.isVolume() ? base : year;
    List<Integer> linkYears = links(isChained(index), year, base);
    return value.then(
        v ->
            chain
                .level(year, base)
                .then(
                    level ->
                        Assessment.of(
                            figure.deflated(
                                v,
                                origin(current, index, List.of(year, source), linkYears),
                                new SeriesFigure.Deflated(
                                    segments.nameAt(current.key(), source),
                                    source,
                                    segments.nameAt(index.key(), year),
                                    index.key().publication(),
                                    rule.kind(),
                                    linkYears,
                                    isChained(index) && year < base ? "back" : "forward",
                                    level)))));
  }

  /** The weakest origin of the values and links that a figure follows from. */
  private static Origin origin(
      YearSeries current, YearSeries index, List<Integer> years, List<Integer> linkYears) {
    Stream<Optional<SeriesFigure>> values = years.stream().map(current::find);
    Stream<Optional<SeriesFigure>> links = linkYears.stream().map(index::find);
    return Origin.ofComputed(
        Stream.concat(values, links).flatMap(Optional::stream).map(SeriesFigure::origin).toList());
  }

  private static boolean isChained(YearSeries index) {
    return CHAINED.equals(index.key().basis());
  }

  private static List<Integer> links(boolean chained, int year, int base) {
    return chained
        ? IntStream.rangeClosed(Math.min(year, base) + 1, Math.max(year, base)).boxed().toList()
        : List.of(year);
  }

  private void report(String place, String message, String remedy) {
    notices.add(Notice.of(SeriesNotice.NOT_DEFLATED, region + " " + place, message, remedy));
  }
}
