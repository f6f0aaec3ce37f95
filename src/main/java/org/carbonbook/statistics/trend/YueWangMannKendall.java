package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/** The modified test of Yue and Wang (2004). */
public record YueWangMannKendall() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "yue_wang";
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.yueWang(series);
  }
}
