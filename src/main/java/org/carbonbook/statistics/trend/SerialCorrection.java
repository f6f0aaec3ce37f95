package org.carbonbook.statistics.trend;

import java.util.Arrays;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Corrections of the variance of S for serial correlation. The trend is removed first with Sen's
 * slope, because it would be taken for correlation.
 */
final class SerialCorrection {

  private SerialCorrection() {}

  /**
   * Hamed and Rao (1998, J. Hydrology 204): n/n* = 1 + 2/(n(n-1)(n-2)) sum (n-i)(n-i-1)(n-i-2)
   * r(i), r the correlation of the ranks, summed over lags whose r is significant, with its sign.
   */
  static double hamedRao(TimeSeries series, int lags, double alpha) {
    int n = series.size();
    double[] r = Autocorrelation.upTo(Ranks.of(withoutTrend(series)), lags);
    double bound = StandardNormal.quantile(1 - alpha / 2) / Math.sqrt(n);
    double sum = 0;
    for (int i = 1; i <= lags; i++) {
      if (Math.abs(r[i - 1]) > bound) {
        sum += (double) (n - i) * (n - i - 1) * (n - i - 2) * r[i - 1];
      }
    }
    return 1 + 2.0 / ((double) n * (n - 1) * (n - 2)) * sum;
  }

  /** Yue and Wang (2004, Water Resources Management 18): n/n* = 1 + 2 sum (1 - i/n) r(i). */
  static double yueWang(TimeSeries series, int lags) {
    int n = series.size();
    double[] r = Autocorrelation.upTo(withoutTrend(series), lags);
    double sum = 0;
    for (int i = 1; i <= lags; i++) {
      sum += (1 - i / (double) n) * r[i - 1];
    }
    return 1 + 2 * sum;
  }

  /** The values less Sen's slope, which is by time, times their place, gaps closed up. */
  static double[] withoutTrend(TimeSeries series) {
    double slope = SenSlope.slopeOf(series);
    double[] residuals = series.values();
    Arrays.setAll(residuals, i -> residuals[i] - (i + 1) * slope);
    return residuals;
  }
}
