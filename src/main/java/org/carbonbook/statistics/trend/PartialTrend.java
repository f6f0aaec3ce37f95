package org.carbonbook.statistics.trend;

/** The partial test (Libiseller and Grimvall 2002). */
public record PartialTrend() implements TrendTest.OfPairs {

  @Override
  public String id() {
    return "partial";
  }

  @Override
  public TrendResult test(double[] response, double[] covariate) {
    return PartialMannKendall.test(response, covariate);
  }
}
