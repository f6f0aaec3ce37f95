package org.carbonbook.statistics.trend;

/** The seasonal test (Hirsch, Slack and Smith 1982). */
public record SeasonalMannKendall() implements TrendTest.OfSeasons {

  @Override
  public String id() {
    return "seasonal";
  }

  @Override
  public TrendResult test(double[][] seasons) {
    return GroupedMannKendall.seasonal(seasons);
  }
}
