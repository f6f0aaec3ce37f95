package org.carbonbook.statistics.claim;

import java.util.ArrayList;
import java.util.List;
import org.carbonbook.statistics.growth.Growth;
import org.carbonbook.statistics.growth.GrowthMethod;
import org.carbonbook.statistics.growth.GrowthRates;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Every way to read a claimed figure, the plain one first: growth by each method, and with one
 * interval fewer or more, for those who counted years as steps.
 */
final class Interpretations {

  private Interpretations() {}

  static Assessment<List<Interpretation>> of(Claim claim, TimeSeries series, PriceBasis basis) {
    return switch (claim.kind()) {
      case GROWTH -> growth(claim, series, basis, GrowthMethod.TOTAL);
      case YEARLY_GROWTH ->
          growth(claim, series, basis, claim.method().orElse(GrowthMethod.COMPOUND));
      case DIRECTION, DIFFERENCE -> difference(claim, series);
      case LEVEL, SUM -> level(claim, series);
    };
  }

  private static Assessment<List<Interpretation>> growth(
      Claim claim, TimeSeries series, PriceBasis basis, GrowthMethod plain) {
    int from = claim.fromYear();
    int to = claim.toYear();
    return GrowthRates.of(series, from, to, plain, basis)
        .then(
            first -> {
              List<Interpretation> readings = new ArrayList<>();
              readings.add(reading(first));
              for (int intervals = to - from; intervals <= to - from + 1; intervals++) {
                addMethods(readings, series, from, to, intervals, basis);
              }
              addMethods(readings, series, from, to, to - from - 1, basis);
              return Assessment.of(List.copyOf(readings));
            });
  }

  private static void addMethods(
      List<Interpretation> readings,
      TimeSeries series,
      int from,
      int to,
      int intervals,
      PriceBasis basis) {
    for (GrowthMethod method : GrowthMethod.values()) {
      boolean countsIntervals = method == GrowthMethod.SIMPLE || method == GrowthMethod.COMPOUND;
      if (intervals == to - from || countsIntervals) {
        GrowthRates.withIntervals(series, from, to, intervals, method, basis)
            .find()
            .map(Interpretations::reading)
            .filter(reading -> !readings.contains(reading))
            .ifPresent(readings::add);
      }
    }
  }

  private static Interpretation reading(Growth growth) {
    return new Interpretation(growth.reading(), growth.value());
  }

  private static Assessment<List<Interpretation>> difference(Claim claim, TimeSeries series) {
    return value(series, claim.fromYear())
        .then(
            first ->
                value(series, claim.toYear())
                    .then(last -> Assessment.of(List.of(change(claim, first, last)))));
  }

  private static Interpretation change(Claim claim, double first, double last) {
    return claim.isDirectionOfQuotient() && first > 0
        ? new Interpretation(
            "relative change from %d to %d".formatted(claim.fromYear(), claim.toYear()),
            last / first - 1)
        : new Interpretation(
            "change from %d to %d".formatted(claim.fromYear(), claim.toYear()), last - first);
  }

  private static Assessment<List<Interpretation>> level(Claim claim, TimeSeries series) {
    return value(series, claim.fromYear())
        .then(value -> Assessment.of(List.of(new Interpretation("in " + claim.fromYear(), value))));
  }

  private static Assessment<Double> value(TimeSeries series, int year) {
    var value = series.findAt(year);
    return value.isPresent()
        ? Assessment.of(value.getAsDouble())
        : Assessment.not(NotAssessedReason.YEAR_MISSING, "no value in " + year);
  }
}
