package org.carbonbook.statistics.trend;

import org.carbonbook.statistics.series.TimeSeries;

/** The Mann-Kendall test (Mann 1945, Kendall 1955). */
public record OriginalMannKendall() implements TrendTest.OfSeries {

  @Override
  public String id() {
    return "original";
  }

  @Override
  public boolean assumesEqualSteps() {
    return false;
  }

  @Override
  public TrendResult test(TimeSeries series) {
    return MannKendall.original(series);
  }
}
