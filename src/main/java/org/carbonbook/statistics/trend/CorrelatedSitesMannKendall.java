package org.carbonbook.statistics.trend;

/** The regional test for correlated sites or substances. */
public record CorrelatedSitesMannKendall() implements TrendTest.OfSites {

  @Override
  public String id() {
    return "correlated_multivariate";
  }

  @Override
  public TrendResult test(double[][] sites) {
    return GroupedMannKendall.correlatedMultivariate(sites);
  }
}
