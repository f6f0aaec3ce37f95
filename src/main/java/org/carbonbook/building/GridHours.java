package org.carbonbook.building;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Carbon of the grid's electricity by region and hour, kg CO2 per kWh. A region without hours of
 * its own has those of the nearest region that it belongs to.
 */
final class GridHours implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int HOUR_S = 3600;

  /** Share of a year's hours that must have a factor for their mean to be used for the year. */
  private static final double WHOLE_YEAR = 0.99;

  private final Map<String, HourSeries> byRegion = new HashMap<>();
  private final RegionPaths regions;

  /** Values by hour from a first one on, NaN where there is none. */
  private static final class HourSeries implements Serializable {
    private static final long serialVersionUID = 1L;

    final long firstHour;
    final double[] values;

    HourSeries(long firstHour, int size) {
      this.firstHour = firstHour;
      this.values = new double[size];
      java.util.Arrays.fill(values, Double.NaN);
    }

    double at(long hour) {
      long place = hour - firstHour;
      return place < 0 || place >= values.length ? Double.NaN : values[(int) place];
    }
  }

  /** Of rows of region, hour and factor. */
  GridHours(List<Row> rows, RegionPaths regions) {
    this.regions = regions;
    Map<String, long[]> spans = new HashMap<>();
    rows.forEach(
        row ->
            spans.merge(
                row.getString(0),
                new long[] {hour(row), hour(row)},
                (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])}));
    spans.forEach(
        (region, span) ->
            byRegion.put(region, new HourSeries(span[0], Math.toIntExact(span[1] - span[0] + 1))));
    for (Row row : rows) {
      HourSeries series = byRegion.get(row.getString(0));
      series.values[(int) (hour(row) - series.firstHour)] = row.getDouble(2);
    }
  }

  private static long hour(Row row) {
    Timestamp at = row.getAs(1);
    return Math.floorDiv(at.getTime() / 1000, (long) HOUR_S);
  }

  private HourSeries series(String region) {
    for (String at : regions.of(region)) {
      HourSeries series = byRegion.get(at);
      if (series != null) {
        return series;
      }
    }
    return null;
  }

  boolean has(String region) {
    return series(region) != null;
  }

  /** The factor of the hour that holds an instant, NaN when there is none. */
  double at(String region, long second) {
    HourSeries series = series(region);
    return series == null ? Double.NaN : series.at(Math.floorDiv(second, (long) HOUR_S));
  }

  /** The mean of the hours of a year (UTC), NaN unless nearly all of them have a factor. */
  double meanOfYear(String region, int year) {
    HourSeries series = series(region);
    if (series == null) {
      return Double.NaN;
    }
    long from = LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) / HOUR_S;
    long to = LocalDate.of(year + 1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) / HOUR_S;
    double sum = 0;
    int count = 0;
    for (long hour = from; hour < to; hour++) {
      double value = series.at(hour);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count < WHOLE_YEAR * (to - from) ? Double.NaN : sum / count;
  }
}
