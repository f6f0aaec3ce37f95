package org.carbonbook.statistics.growth;

import java.util.Locale;
import java.util.Objects;

/**
 * A growth figure that can be read one way only.
 *
 * @param value the growth as a ratio: 0.9187 is 91.87 %; per year unless the method is total
 * @param fromYear the year of the first value
 * @param toYear the year of the last value
 * @param intervals the number of yearly steps computed with
 * @param method how it is computed
 * @param priceBasis in which prices the values are
 */
public record Growth(
    double value,
    int fromYear,
    int toYear,
    int intervals,
    GrowthMethod method,
    PriceBasis priceBasis) {

  public Growth {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(priceBasis, "priceBasis");
    if (intervals < 1) {
      throw new IllegalArgumentException("growth needs at least one interval, not " + intervals);
    }
  }

  /** How the figure is read, e.g. "compound over 4 intervals". */
  public String reading() {
    String unit = intervals == 1 ? "interval" : "intervals";
    return "%s over %d %s".formatted(method.words(), intervals, unit);
  }

  /** The value in percent with one decimal and its reading. */
  public String text() {
    return String.format(Locale.ROOT, "%.1f %% %s", value * 100, reading());
  }
}
