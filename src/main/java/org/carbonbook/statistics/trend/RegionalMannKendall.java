package org.carbonbook.statistics.trend;

/** The regional test (Helsel and Frans 2006). */
public record RegionalMannKendall() implements TrendTest.OfSites {

  @Override
  public String id() {
    return "regional";
  }

  @Override
  public TrendResult test(double[][] sites) {
    return GroupedMannKendall.regional(sites);
  }
}
