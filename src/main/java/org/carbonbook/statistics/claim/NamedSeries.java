package org.carbonbook.statistics.claim;

import java.util.Optional;
import org.carbonbook.statistics.growth.PriceBasis;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * A series that claims may speak of.
 *
 * @param name its name
 * @param region its region, where it has one
 * @param priceBasis in which prices it is
 * @param values its yearly values
 */
public record NamedSeries(
    String name, Optional<String> region, PriceBasis priceBasis, TimeSeries values) {}
