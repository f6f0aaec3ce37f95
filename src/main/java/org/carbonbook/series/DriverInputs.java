package org.carbonbook.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carbonbook.series.AnalysisRules.Model;
import org.carbonbook.series.AnalysisRules.Ratio;

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

  /** The series, if the region has them all. */
  static Optional<DriverInputs> find(Model model, RegionSeries region) {
    Optional<YearSeries> pressure = region.findLongest(model.pressure());
    Optional<YearSeries> population = region.findLongest(model.population());
    Optional<YearSeries> output = region.findLongest(model.output());
    Optional<YearSeries[]> ratio = findRatio(model.technology(), region);
    if (pressure.isEmpty() || population.isEmpty() || output.isEmpty() || ratio.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DriverInputs(
            pressure.get(), population.get(), output.get(), ratio.get()[0], ratio.get()[1]));
  }

  /** What a region lacks for a model. */
  static List<String> listMissing(Model model, RegionSeries region) {
    List<String> missing = new ArrayList<>();
    for (String pattern : List.of(model.pressure(), model.population(), model.output())) {
      if (region.findLongest(pattern).isEmpty()) {
        missing.add(pattern);
      }
    }
    if (findRatio(model.technology(), region).isEmpty()) {
      missing.add(model.technology().numerator() + " over " + model.technology().denominator());
    }
    return missing;
  }

  private static Optional<YearSeries[]> findRatio(Ratio ratio, RegionSeries region) {
    List<YearSeries[]> pairs = new ArrayList<>();
    for (YearSeries top : region.listSegments(ratio.numerator())) {
      for (YearSeries bottom : region.listSegments(ratio.denominator())) {
        if (top.key().publication().equals(bottom.key().publication())) {
          pairs.add(new YearSeries[] {top, bottom});
        }
      }
    }
    return pairs.stream()
        .max(
            Comparator.<YearSeries[]>comparingInt(pair -> pair[0].figures().size())
                .thenComparing(pair -> pair[0].name(), Comparator.reverseOrder()));
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
