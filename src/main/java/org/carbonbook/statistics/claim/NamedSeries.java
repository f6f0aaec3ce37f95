package org.carbonbook.statistics.claim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A series that claims can refer to.
 *
 * @param name its name
 * @param region its region, where it has one
 * @param priceBasis in which prices it is
 * @param values its yearly values
 * @param notIndependentOf the claims whose sentence the values were computed from, or whose figure
 *     was computed from the values; the series cannot test such a claim
 * @param provenance unit and source, for those who read an answer
 */
public record NamedSeries(
    String name,
    Optional<String> region,
    PriceBasis priceBasis,
    TimeSeries values,
    Set<String> notIndependentOf,
    Provenance provenance) {

  /**
   * Where a series comes from.
   *
   * @param unit unit of the values; empty where it is not stated
   * @param source who publishes them; empty where it is not stated
   * @param origin how they came to be: printed, computed, estimated, assumed
   * @param lookup where a lake has the series, by key; empty where the file alone has it
   */
  public record Provenance(String unit, String source, String origin, Map<String, String> lookup) {

    static final Provenance UNKNOWN = new Provenance("", "", "printed", Map.of());

    public Provenance {
      lookup = Map.copyOf(lookup);
    }
  }

  public NamedSeries {
    notIndependentOf = Set.copyOf(notIndependentOf);
  }

  /** The same series with values of another source. */
  public NamedSeries with(TimeSeries other, String source, String origin) {
    return new NamedSeries(
        name,
        region,
        priceBasis,
        other,
        notIndependentOf,
        new Provenance(provenance.unit(), source, origin, provenance.lookup()));
  }

  /** A series that is independent of every claim. */
  public NamedSeries(
      String name, Optional<String> region, PriceBasis priceBasis, TimeSeries values) {
    this(name, region, priceBasis, values, Set.of(), Provenance.UNKNOWN);
  }
}
