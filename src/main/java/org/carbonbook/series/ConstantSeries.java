package org.carbonbook.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private final List<Notice> notices;

  ConstantSeries(
      String region, List<YearSeries> all, SeriesSegments segments, List<Notice> notices) {
    this.region = region;
    this.all = List.copyOf(all);
    this.segments = segments;
    this.notices = notices;
  }

  /** The series that a rule gives; where there is no index at all the rule does not apply. */
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

  /** The index of the same sector: of the same publication, else the only other there is. */
  private Optional<YearSeries> findIndex(Price rule, SeriesKey value) {
    List<YearSeries> indices =
        all.stream()
            .filter(s -> s.key().indicator().equals(rule.index()))
            .filter(s -> Objects.equals(s.key().sector(), value.sector()))
            .filter(s -> s.key().basis() != null && s.key().basis().endsWith("=100"))
            .toList();
    Optional<YearSeries> own =
        indices.stream().filter(s -> s.key().publication().equals(value.publication())).findFirst();
    if (own.isPresent() || indices.size() == 1) {
      return own.or(() -> indices.stream().findFirst());
    }
    if (indices.size() > 1) {
      report(
          value.name(),
          "its publication has no %s and %d others have one, so no index is chosen and the series stays at current prices"
              .formatted(rule.index(), indices.size()),
          "add the index to the publication, or remove all other indices but one");
    }
    return Optional.empty();
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
    return value.then(
        v ->
            chain
                .level(year, base)
                .then(
                    level ->
                        Assessment.of(
                            SeriesFigure.deflated(
                                year,
                                v,
                                figure.edition(),
                                new SeriesFigure.Deflated(
                                    segments.nameAt(current.key(), source),
                                    source,
                                    segments.nameAt(index.key(), year),
                                    rule.kind(),
                                    links(isChained(index), year, base),
                                    isChained(index) && year < base ? "back" : "forward",
                                    level)))));
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
