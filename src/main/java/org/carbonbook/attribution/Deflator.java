package org.carbonbook.attribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.statistics.growth.Deflation;
import org.carbonbook.statistics.growth.IndexChain;
import org.carbonbook.statistics.series.Assessment;

/**
 * Scales figures at current prices to a base year by the implicit deflator of the region's GDP: GDP
 * at current prices and its volume index (preceding year = 100), both of the publication that the
 * figure itself is from. Editions of one publication count by their priority. The inputs have no
 * deflators of single sectors.
 */
final class Deflator implements PriceScale {

  private final int baseYear;
  private final Map<String, Publication> publications = new HashMap<>();

  /** What one publication has of one region, by year. */
  private record Publication(TreeMap<Integer, Double> gdp, TreeMap<Integer, Double> index) {

    Assessment<Double> scale(int year, int baseYear) {
      return YearValues.series(gdp)
          .then(
              current ->
                  YearValues.series(index)
                      .then(
                          volume ->
                              Deflation.scaleByVolume(
                                  current, IndexChain.ofPreviousYear(volume), year, baseYear)));
    }
  }

  Deflator(List<ObservedFigure> figures, int baseYear) {
    this.baseYear = baseYear;
    figures.stream()
        .sorted(
            Comparator.comparing(ObservedFigure::editionRank)
                .thenComparing(ObservedFigure::observationId))
        .forEach(this::add);
  }

  private void add(ObservedFigure figure) {
    boolean gdp = figure.indicator().equals("gdp") && "current".equals(figure.basis());
    boolean index =
        figure.indicator().equals("gdp_index") && "prev_year=100".equals(figure.basis());
    if (gdp || index) {
      Publication own =
          publications.computeIfAbsent(
              key(figure), k -> new Publication(new TreeMap<>(), new TreeMap<>()));
      (gdp ? own.gdp() : own.index()).putIfAbsent(figure.year(), figure.value());
    }
  }

  private static String key(ObservedFigure figure) {
    return figure.regionCode() + "\t" + figure.publication();
  }

  @Override
  public Optional<Scale> findScale(ObservedFigure figure) {
    Publication own = publications.get(key(figure));
    if (own == null) {
      return Optional.empty();
    }
    return own.scale(figure.year(), baseYear)
        .find()
        .map(
            scale ->
                new Scale(
                    scale,
                    "1 / deflator of GDP, %d = 1, by GDP and its index of %s"
                        .formatted(baseYear, figure.publication())));
  }
}
