package org.carbonbook.series;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carbonbook.lake.Origin;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * One series of one region.
 *
 * @param key what it measures
 * @param name its name; that of a segment where the classification breaks it
 * @param unit the canonical unit
 * @param figures at most one to a year, ascending
 */
record YearSeries(SeriesKey key, String name, String unit, List<SeriesFigure> figures) {

  YearSeries {
    figures = List.copyOf(figures);
  }

  /** In which prices it is. */
  PriceBasis prices() {
    return key.basis() == null
        ? PriceBasis.notMoney()
        : PriceBasis.findByText(key.basis()).orElse(PriceBasis.notMoney());
  }

  boolean isInCurrentPrices() {
    return prices().kind() == PriceBasis.Kind.CURRENT;
  }

  Optional<SeriesFigure> find(int year) {
    return figures.stream().filter(figure -> figure.year() == year).findFirst();
  }

  Assessment<TimeSeries> series() {
    return TimeSeries.of(years(), values());
  }

  double[] years() {
    return figures.stream().mapToDouble(SeriesFigure::year).toArray();
  }

  double[] values() {
    return figures.stream().mapToDouble(SeriesFigure::value).toArray();
  }

  int size() {
    return figures.size();
  }

  int firstYear() {
    return figures.get(0).year();
  }

  int lastYear() {
    return figures.get(figures.size() - 1).year();
  }

  /** The years between the first and the last that have no figure. */
  int gaps() {
    return lastYear() - firstYear() + 1 - size();
  }

  /** The declared priority of the edition that counts first among those that print it. */
  int rank() {
    return figures.stream().mapToInt(SeriesFigure::rank).min().orElse(Integer.MAX_VALUE);
  }

  /** The weakest origin of its figures. */
  Origin origin() {
    return figures.stream()
        .map(SeriesFigure::origin)
        .reduce(Origin.PRINTED, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** The origin of what is computed from series. */
  static Origin computedFrom(Collection<YearSeries> inputs) {
    return Origin.ofComputed(inputs.stream().map(YearSeries::origin).toList());
  }

  /** The publication of the index by which it was deflated, where that is another one. */
  Optional<String> findLinkedPublication() {
    return figures.stream()
        .map(SeriesFigure::deflation)
        .filter(Objects::nonNull)
        .map(SeriesFigure.Deflated::indexPublication)
        .filter(publication -> !publication.equals(key.publication()))
        .findFirst();
  }

  /** The same series with some of its figures. */
  YearSeries with(List<SeriesFigure> some) {
    return new YearSeries(key, name, unit, some);
  }

  /** The last run of years without a gap. */
  YearSeries lastUnbroken() {
    int from = figures.size() - 1;
    while (from > 0 && figures.get(from).year() - figures.get(from - 1).year() == 1) {
      from--;
    }
    return with(figures.subList(Math.max(from, 0), figures.size()));
  }

  /** The publications of series, each once. */
  static List<String> listPublications(YearSeries... all) {
    return Stream.of(all).map(each -> each.key().publication()).distinct().sorted().toList();
  }
}
