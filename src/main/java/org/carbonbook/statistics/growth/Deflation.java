package org.carbonbook.statistics.growth;

import java.util.OptionalDouble;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/** Values in constant prices from values in current prices and an index. */
public final class Deflation {

  private Deflation() {}

  /** By a price index: the current value over the price level of its year, base year = 1. */
  public static Assessment<Double> byPrices(
      TimeSeries current, IndexChain prices, int year, int baseYear) {
    return value(current, year)
        .then(value -> prices.level(year, baseYear).then(p -> Assessment.of(value / p)));
  }

  /**
   * By an index of volume (不变价指数, as provinces print for GDP): the base year's current value times
   * the volume level of the year.
   */
  public static Assessment<Double> byVolume(
      TimeSeries current, IndexChain volume, int year, int baseYear) {
    OptionalDouble base = current.findAt(baseYear);
    if (base.isEmpty()) {
      return Assessment.not(
          NotAssessedReason.BASE_YEAR_MISSING, "no value in the base year " + baseYear);
    }
    return volume.level(year, baseYear).then(v -> Assessment.of(base.getAsDouble() * v));
  }

  /**
   * What a value at current prices of a year is multiplied by to be in prices of the base year: 1
   * over the implicit deflator that a current value and its volume index imply.
   */
  public static Assessment<Double> scaleByVolume(
      TimeSeries current, IndexChain volume, int year, int baseYear) {
    return value(current, year)
        .then(
            value ->
                value == 0
                    ? Assessment.not(
                        NotAssessedReason.ZERO_DENOMINATOR, "the value is 0 in " + year)
                    : byVolume(current, volume, year, baseYear)
                        .then(constant -> Assessment.of(constant / value)));
  }

  private static Assessment<Double> value(TimeSeries current, int year) {
    OptionalDouble value = current.findAt(year);
    return value.isPresent()
        ? Assessment.of(value.getAsDouble())
        : Assessment.not(NotAssessedReason.YEAR_MISSING, "no value in " + year);
  }
}
