package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/** The modified test of Hamed and Rao (1998). */
public record HamedRaoMannKendall() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "hamed_rao";
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.hamedRao(series);
  }
}
