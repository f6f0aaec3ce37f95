package org.carbonbook.attribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Links series at constant prices of several base years into one: neighbouring series by their
 * ratio in the last year that both have (splicing by overlap, as national accounts do when the base
 * year moves on).
 */
final class BaseYearLinks implements PriceScale {

  private static final String CONSTANT = "constant_";

  private final int baseYear;
  private final Map<String, TreeMap<Integer, TreeMap<Integer, Double>>> series = new HashMap<>();

  /**
   * @param figures figures at constant prices; others are passed over
   */
  BaseYearLinks(List<ObservedFigure> figures, int baseYear) {
    this.baseYear = baseYear;
    figures.stream()
        .filter(f -> findBaseYear(f).isPresent())
        .sorted(
            Comparator.comparing(ObservedFigure::edition)
                .thenComparing(ObservedFigure::observationId))
        .forEach(
            f ->
                series
                    .computeIfAbsent(key(f), k -> new TreeMap<>())
                    .computeIfAbsent(findBaseYear(f).orElseThrow(), k -> new TreeMap<>())
                    .put(f.year(), f.value()));
  }

  private static String key(ObservedFigure figure) {
    return figure.regionCode() + " " + figure.sector();
  }

  /** The year whose prices a figure is in. */
  static Optional<Integer> findBaseYear(ObservedFigure figure) {
    String basis = figure.basis();
    return basis != null && basis.matches(CONSTANT + "[0-9]{4}")
        ? Optional.of(Integer.valueOf(basis.substring(CONSTANT.length())))
        : Optional.empty();
  }

  @Override
  public Optional<Scale> findScale(ObservedFigure figure) {
    TreeMap<Integer, TreeMap<Integer, Double>> bases = series.get(key(figure));
    Optional<Integer> own = findBaseYear(figure);
    if (bases == null || own.isEmpty() || !bases.containsKey(baseYear)) {
      return Optional.empty();
    }
    double scale = 1;
    int at = own.get();
    StringBuilder how = new StringBuilder("prices of " + at);
    while (at != baseYear) {
      Integer next = at < baseYear ? bases.higherKey(at) : bases.lowerKey(at);
      TreeSet<Integer> common = new TreeSet<>(bases.get(at).keySet());
      common.retainAll(Objects.requireNonNull(bases.get(next)).keySet());
      if (common.isEmpty()) {
        return Optional.empty();
      }
      int year = common.last();
      scale *= bases.get(next).get(year) / bases.get(at).get(year);
      how.append(" linked to those of ").append(next).append(" in ").append(year);
      at = next;
    }
    return Optional.of(new Scale(scale, how.toString()));
  }
}
