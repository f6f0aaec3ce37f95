package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.series.AnalysisRules.Model;

/**
 * The series of one region that a driver model is fitted to: pressure, population, affluence
 * (output per person) and technology (the ratio of two series of one publication).
 */
record DriverInputs(
    YearSeries pressure,
    YearSeries population,
    YearSeries output,
    YearSeries numerator,
    YearSeries denominator) {

  /**
   * The series, if the region has them all: of several that fit the one whose edition counts first.
   * Population and output are of one publication, and so are the two sides of the ratio.
   *
   * @param minYears the fewest years that the model needs
   */
  static Optional<DriverInputs> find(Model model, RegionSeries region, int minYears) {
    Optional<YearSeries> pressure = region.findBest(model.pressure(), minYears);
    Optional<YearSeries[]> affluence =
        findPair(model.output(), model.population(), region, minYears);
    Optional<YearSeries[]> technology =
        findPair(
            model.technology().numerator(), model.technology().denominator(), region, minYears);
    if (pressure.isEmpty() || affluence.isEmpty() || technology.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DriverInputs(
            pressure.get(),
            affluence.get()[1],
            affluence.get()[0],
            technology.get()[0],
            technology.get()[1]));
  }

  /** What a region lacks for a model. */
  static List<String> listMissing(Model model, RegionSeries region) {
    List<String> missing = new ArrayList<>();
    if (region.findBest(model.pressure(), 1).isEmpty()) {
      missing.add(model.pressure());
    }
    if (findPair(model.output(), model.population(), region, 1).isEmpty()) {
      missing.add(model.output() + " over " + model.population());
    }
    if (findPair(model.technology().numerator(), model.technology().denominator(), region, 1)
        .isEmpty()) {
      missing.add(model.technology().numerator() + " over " + model.technology().denominator());
    }
    return missing;
  }

  /** Two series of one publication. */
  private static Optional<YearSeries[]> findPair(
      String first, String second, RegionSeries region, int minYears) {
    List<YearSeries[]> pairs = new ArrayList<>();
    for (YearSeries top : region.listSegments(first)) {
      for (YearSeries bottom : region.listSegments(second)) {
        if (top.key().publication().equals(bottom.key().publication())) {
          pairs.add(new YearSeries[] {top, bottom});
        }
      }
    }
    Comparator<YearSeries> priority = RegionSeries.byPriority(minYears);
    return pairs.stream()
        .min(
            Comparator.<YearSeries[], YearSeries>comparing(pair -> pair[0], priority)
                .thenComparing(pair -> pair[1], priority));
  }

  /** All of them. */
  List<YearSeries> all() {
    return List.of(pressure, population, output, numerator, denominator);
  }

  /** Columns year, pressure, population, affluence, technology; NaN where there is none. */
  double[][] columns(YearSeries pressures) {
    double[][] raw = SeriesPairs.aligned(pressures, population, output, numerator, denominator);
    double[] affluence = new double[raw[0].length];
    Arrays.setAll(affluence, i -> raw[3][i] / raw[2][i]);
    double[] technology = new double[raw[0].length];
    Arrays.setAll(technology, i -> raw[4][i] / raw[5][i]);
    return new double[][] {raw[0], raw[1], raw[2], affluence, technology};
  }

  /** The names of the series, for people. */
  String text() {
    return "P = %s; A = %s / P; T = %s / %s"
        .formatted(population.name(), output.name(), numerator.name(), denominator.name());
  }
}
