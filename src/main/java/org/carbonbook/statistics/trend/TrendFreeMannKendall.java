package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/** The test after trend-free pre-whitening (Yue et al. 2002). */
public record TrendFreeMannKendall() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "trend_free_pre_whitening";
  }

  @Override
  public int minimum() {
    return 5;
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.trendFreePreWhitened(series);
  }
}
