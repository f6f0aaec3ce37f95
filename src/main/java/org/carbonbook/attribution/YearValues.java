package org.carbonbook.attribution;

import java.util.SortedMap;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.TimeSeries;

/** Values by year as a series. */
final class YearValues {

  private YearValues() {}

  static Assessment<TimeSeries> series(SortedMap<Integer, Double> byYear) {
    double[] years = byYear.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
    double[] values = byYear.values().stream().mapToDouble(Double::doubleValue).toArray();
    return TimeSeries.of(years, values);
  }
}
