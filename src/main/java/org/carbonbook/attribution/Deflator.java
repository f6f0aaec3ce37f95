package org.carbonbook.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The implicit deflator of a region's GDP: GDP at current prices and its index (preceding year =
 * 100) of one edition, the last by name that has both. Every figure of the region is deflated by
 * it; the inputs have no deflators of sectors.
 */
final class Deflator implements PriceScale {

  private static final double PERCENT = 100;

  private final int baseYear;
  private final Map<String, TreeMap<String, Edition>> editions = new HashMap<>();

  /** What one edition says of one region, by year. */
  private record Edition(Map<Integer, Double> gdp, Map<Integer, Double> index) {}

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
                    figure.edition(), k -> new Edition(new HashMap<>(), new HashMap<>()));
        (gdp ? edition.gdp() : edition.index()).put(figure.year(), figure.value());
      }
    }
  }

  @Override
  public Optional<Scale> findScale(ObservedFigure figure) {
    TreeMap<String, Edition> ofRegion = editions.getOrDefault(figure.regionCode(), new TreeMap<>());
    for (Map.Entry<String, Edition> edition : ofRegion.descendingMap().entrySet()) {
      Optional<Double> scale = findScale(edition.getValue(), figure.year());
      if (scale.isPresent()) {
        String how =
            "1 / deflator of GDP, %d = 1, by GDP and its index of %s"
                .formatted(baseYear, edition.getKey());
        return Optional.of(new Scale(scale.get(), how));
      }
    }
    return Optional.empty();
  }

  private Optional<Double> findScale(Edition edition, int year) {
    Double base = edition.gdp().get(baseYear);
    Double current = edition.gdp().get(year);
    if (base == null || current == null || current == 0) {
      return Optional.empty();
    }
    double volume = 1;
    for (int y = Math.min(year, baseYear) + 1; y <= Math.max(year, baseYear); y++) {
      Double link = edition.index().get(y);
      if (link == null || !(link > 0)) {
        return Optional.empty();
      }
      volume *= year > baseYear ? link / PERCENT : PERCENT / link;
    }
    return Optional.of(base * volume / current);
  }
}
