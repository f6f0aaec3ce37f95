package org.carbonbook.attribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.statistics.growth.BaseYearSplice;
import org.carbonbook.statistics.series.TimeSeries;

/** Scales figures at constant prices of several base years to one base year. */
final class BaseYearLinks implements PriceScale {

  private static final String CONSTANT = "constant_";

  private final int baseYear;
  private final Map<String, NavigableMap<Integer, TimeSeries>> series = new HashMap<>();

  /**
   * Links of the series of each region, sector and publication.
   *
   * @param figures figures at constant prices; others are ignored
   */
  BaseYearLinks(List<ObservedFigure> figures, int baseYear) {
    this.baseYear = baseYear;
    Map<String, TreeMap<Integer, TreeMap<Integer, Double>>> values = new HashMap<>();
    figures.stream()
        .filter(f -> findBaseYear(f).isPresent())
        .sorted(
            Comparator.comparing(ObservedFigure::editionRank)
                .reversed()
                .thenComparing(ObservedFigure::observationId))
        .forEach(
            f ->
                values
                    .computeIfAbsent(key(f), k -> new TreeMap<>())
                    .computeIfAbsent(findBaseYear(f).orElseThrow(), k -> new TreeMap<>())
                    .put(f.year(), f.value()));
    values.forEach(
        (key, byBase) -> {
          NavigableMap<Integer, TimeSeries> ofKey = new TreeMap<>();
          byBase.forEach((base, byYear) -> ofKey.put(base, YearValues.series(byYear).get()));
          series.put(key, ofKey);
        });
  }

  private static String key(ObservedFigure figure) {
    return String.join(
        "\t", figure.regionCode(), String.valueOf(figure.sector()), figure.publication());
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
    NavigableMap<Integer, TimeSeries> byBase = series.get(key(figure));
    Optional<Integer> own = findBaseYear(figure);
    if (byBase == null || own.isEmpty()) {
      return Optional.empty();
    }
    return BaseYearSplice.between(byBase, own.get(), baseYear)
        .find()
        .map(splice -> new Scale(splice.factor(), shown(own.get(), splice)));
  }

  private static String shown(int own, BaseYearSplice splice) {
    StringBuilder how = new StringBuilder("prices of " + own);
    for (BaseYearSplice.Link link : splice.links()) {
      how.append(" linked to those of ").append(link.toBase()).append(" in ").append(link.year());
    }
    return how.toString();
  }
}
