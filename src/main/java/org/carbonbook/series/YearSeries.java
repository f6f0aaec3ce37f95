package org.carbonbook.series;

import java.util.List;
import java.util.Optional;
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

  /** The last run of years without a gap. */
  YearSeries lastRun() {
    int from = figures.size() - 1;
    while (from > 0 && figures.get(from).year() - figures.get(from - 1).year() == 1) {
      from--;
    }
    return new YearSeries(key, name, unit, figures.subList(Math.max(from, 0), figures.size()));
  }
}
