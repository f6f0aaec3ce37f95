package org.carbonbook.statistics.trend;

/** The seasonal test for correlated seasons (Hirsch and Slack 1984). */
public record CorrelatedSeasonalMannKendall() implements TrendTest.OfSeasons {

  @Override
  public String id() {
    return "correlated_seasonal";
  }

  @Override
  public TrendResult test(double[][] seasons) {
    return GroupedMannKendall.correlatedSeasonal(seasons);
  }
}
