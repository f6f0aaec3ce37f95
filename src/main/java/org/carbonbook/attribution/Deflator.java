package org.carbonbook.attribution;

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
 * at current prices and its volume index (preceding year = 100) of one edition, the last by name
 * that has both. The inputs have no deflators of single sectors.
 */
final class Deflator implements PriceScale {

  private final int baseYear;
  private final Map<String, TreeMap<String, Edition>> editions = new HashMap<>();

  /** What one edition says of one region, by year. */
  private record Edition(TreeMap<Integer, Double> gdp, TreeMap<Integer, Double> index) {

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
    for (ObservedFigure figure : figures) {
      boolean gdp = figure.indicator().equals("gdp") && "current".equals(figure.basis());
      boolean index =
          figure.indicator().equals("gdp_index") && "prev_year=100".equals(figure.basis());
      if (gdp || index) {
        Edition edition =
            editions
                .computeIfAbsent(figure.regionCode(), k -> new TreeMap<>())
                .computeIfAbsent(
                    figure.edition(), k -> new Edition(new TreeMap<>(), new TreeMap<>()));
        (gdp ? edition.gdp() : edition.index()).put(figure.year(), figure.value());
      }
    }
  }

  @Override
  public Optional<Scale> findScale(ObservedFigure figure) {
    TreeMap<String, Edition> ofRegion = editions.getOrDefault(figure.regionCode(), new TreeMap<>());
    for (Map.Entry<String, Edition> edition : ofRegion.descendingMap().entrySet()) {
      Optional<Double> scale = edition.getValue().scale(figure.year(), baseYear).find();
      if (scale.isPresent()) {
        String how =
            "1 / deflator of GDP, %d = 1, by GDP and its index of %s"
                .formatted(baseYear, edition.getKey());
        return Optional.of(new Scale(scale.get(), how));
      }
    }
    return Optional.empty();
  }
}
