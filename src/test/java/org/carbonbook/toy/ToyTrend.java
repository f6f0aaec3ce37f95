package org.carbonbook.toy;

import org.carbonbook.statistics.series.TimeSeries;
import org.carbonbook.statistics.trend.MannKendall;
import org.carbonbook.statistics.trend.TrendResult;
import org.carbonbook.statistics.trend.TrendTest;

/** A trend test under a name of its own. */
public record ToyTrend() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "toy";
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.original(series);
  }
}
