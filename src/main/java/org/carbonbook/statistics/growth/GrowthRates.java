package org.carbonbook.statistics.growth;

import java.util.OptionalDouble;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/** Growth of a yearly series between two of its years. */
public final class GrowthRates {

  private GrowthRates() {}

  /** Growth with as many intervals as lie between the years. */
  public static Assessment<Growth> of(
      TimeSeries series, int fromYear, int toYear, GrowthMethod method, PriceBasis basis) {
    return withIntervals(series, fromYear, toYear, toYear - fromYear, method, basis);
  }

  /**
   * Growth computed with a number of intervals that need not be the true one: the reading of an
   * author who counted years instead of steps, or steps instead of years.
   */
  public static Assessment<Growth> withIntervals(
      TimeSeries series,
      int fromYear,
      int toYear,
      int intervals,
      GrowthMethod method,
      PriceBasis basis) {
    if (intervals < 1 || toYear <= fromYear) {
      return Assessment.not(
          NotAssessedReason.TOO_SHORT, "no interval between %d and %d".formatted(fromYear, toYear));
    }
    OptionalDouble first = series.findAt(fromYear);
    OptionalDouble last = series.findAt(toYear);
    if (first.isEmpty() || last.isEmpty()) {
      return Assessment.not(
          NotAssessedReason.YEAR_MISSING, "no value in " + (first.isEmpty() ? fromYear : toYear));
    }
    if (!(first.getAsDouble() > 0)) {
      return notPositive(first.getAsDouble(), fromYear);
    }
    double ratio = last.getAsDouble() / first.getAsDouble();
    Assessment<Double> value =
        switch (method) {
          case TOTAL -> Assessment.of(ratio - 1);
          case SIMPLE -> Assessment.of((ratio - 1) / intervals);
          case COMPOUND ->
              ratio >= 0
                  ? Assessment.of(compound(ratio, intervals))
                  : notPositive(last.getAsDouble(), toYear);
          case MEAN_OF_YEARLY -> meanOfYearly(series, fromYear, toYear);
        };
    return value.then(
        v -> Assessment.of(new Growth(v, fromYear, toYear, intervals, method, basis)));
  }

  private static double compound(double ratio, int intervals) {
    // The strict power is the same on every machine, and the one that SQL has.
    return intervals == 1 ? ratio - 1 : StrictMath.pow(ratio, 1.0 / intervals) - 1;
  }

  private static Assessment<Double> meanOfYearly(TimeSeries series, int fromYear, int toYear) {
    double sum = 0;
    for (int year = fromYear; year < toYear; year++) {
      OptionalDouble before = series.findAt(year);
      OptionalDouble after = series.findAt(year + 1);
      if (before.isEmpty() || after.isEmpty()) {
        return Assessment.not(
            NotAssessedReason.GAP, "no value in " + (before.isEmpty() ? year : year + 1));
      }
      if (!(before.getAsDouble() > 0)) {
        return notPositive(before.getAsDouble(), year);
      }
      sum += after.getAsDouble() / before.getAsDouble() - 1;
    }
    return Assessment.of(sum / (toYear - fromYear));
  }

  private static <T> Assessment<T> notPositive(double value, int year) {
    return Assessment.not(
        NotAssessedReason.NOT_POSITIVE, "%s in %d is not positive".formatted(value, year));
  }
}
