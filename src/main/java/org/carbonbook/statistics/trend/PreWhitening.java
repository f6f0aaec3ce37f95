package org.carbonbook.statistics.trend;

import java.util.Arrays;
import org.carbonbook.statistics.series.TimeSeries;

/** Removal of lag-1 correlation from a series before it is tested. */
final class PreWhitening {

  private PreWhitening() {}

  /** x[i+1] - r(1) x[i] (Kulkarni and von Storch 1995; Storch 1999); one value shorter. */
  static double[] plain(double[] values) {
    return whitened(values, Autocorrelation.findLagOne(values).orElse(0));
  }

  /**
   * Trend-free pre-whitening (Yue, Pilon, Phinney and Cavadias 2002, Hydrological Processes 16):
   * the trend is taken out by Sen's slope, the rest whitened, and the trend put back.
   */
  static double[] trendFree(TimeSeries series) {
    double slope = SenSlope.slopeOf(series);
    double[] whitened = plain(SerialCorrection.withoutTrend(series));
    Arrays.setAll(whitened, i -> whitened[i] + (i + 1) * slope);
    return whitened;
  }

  private static double[] whitened(double[] values, double r) {
    double[] rest = new double[values.length - 1];
    Arrays.setAll(rest, i -> values[i + 1] - values[i] * r);
    return rest;
  }
}
