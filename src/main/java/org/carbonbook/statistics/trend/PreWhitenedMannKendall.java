package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/** The test after pre-whitening (Storch 1999). */
public record PreWhitenedMannKendall() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "pre_whitening";
  }

  @Override
  public int minimum() {
    return 5;
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.preWhitened(series);
  }
}
