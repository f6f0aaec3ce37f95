package org.carbonbook.statistics.claim;

import java.util.Optional;
import java.util.Set;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A series that claims may speak of.
 *
 * @param name its name
 * @param region its region, where it has one
 * @param priceBasis in which prices it is
 * @param values its yearly values
 * @param notIndependentOf the claims whose sentence the values were computed from, or whose figure
 *     was computed from the values; the series cannot test such a claim
 */
public record NamedSeries(
    String name,
    Optional<String> region,
    PriceBasis priceBasis,
    TimeSeries values,
    Set<String> notIndependentOf) {

  public NamedSeries {
    notIndependentOf = Set.copyOf(notIndependentOf);
  }

  /** A series that is independent of every claim. */
  public NamedSeries(
      String name, Optional<String> region, PriceBasis priceBasis, TimeSeries values) {
    this(name, region, priceBasis, values, Set.of());
  }
}
