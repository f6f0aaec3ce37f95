package org.carbonbook.statistics.forecast;

import java.util.Arrays;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * The grey model GM(1,1) (Deng 1982, Systems and Control Letters 1; 1989, Journal of Grey System
 * 1): x(k) + a z(k) = b, z(k) the mean of neighbouring cumulated values, a and b by least squares;
 * the cumulated forecast is (x(1) - b/a) e^(-a k) + b/a.
 *
 * <p>It is admitted where every class ratio x(k-1)/x(k) lies strictly between e^(-2/(n+1)) and
 * e^(2/(n+1)).
 */
public final class Gm11 {

  private final double a;
  private final double b;
  private final double[] x;

  private Gm11(double a, double b, double[] x) {
    this.a = a;
    this.b = b;
    this.x = x;
  }

  /** The model as one to forecast with. */
  public static ForecastModel model() {
    return new Model();
  }

  /** Fits a series; not assessed where it is short, broken, not positive or not admissible. */
  public static Assessment<Gm11> fit(TimeSeries series) {
    int n = series.size();
    if (n < 4) {
      return Assessment.not(NotAssessedReason.TOO_SHORT, n + " observations, GM(1,1) needs 4");
    }
    if (series.findFirstMissingTime().isPresent()) {
      double gap = series.findFirstMissingTime().getAsDouble();
      return Assessment.not(NotAssessedReason.GAP, "no value in " + TimeSeries.timeText(gap));
    }
    int bad = series.firstNotPositive();
    if (bad >= 0) {
      return Assessment.not(
          NotAssessedReason.NOT_POSITIVE,
          "%s in %s is not positive"
              .formatted(series.value(bad), TimeSeries.timeText(series.time(bad))));
    }
    return admitted(series).then(Gm11::fitted);
  }

  private static Assessment<TimeSeries> admitted(TimeSeries series) {
    double reach = 2.0 / (series.size() + 1);
    double low = Math.exp(-reach);
    double high = Math.exp(reach);
    for (int k = 1; k < series.size(); k++) {
      double ratio = series.value(k - 1) / series.value(k);
      if (!(ratio > low && ratio < high)) {
        return Assessment.not(
            NotAssessedReason.INADMISSIBLE,
            "the class ratio %.4f in %s is outside %.4f to %.4f"
                .formatted(ratio, TimeSeries.timeText(series.time(k)), low, high));
      }
    }
    return Assessment.of(series);
  }

  private static Assessment<Gm11> fitted(TimeSeries series) {
    double[] x = series.values();
    int m = x.length - 1;
    double[] z = new double[m];
    double cumulated = x[0];
    for (int k = 0; k < m; k++) {
      z[k] = cumulated + x[k + 1] / 2;
      cumulated += x[k + 1];
    }
    double meanZ = Arrays.stream(z).sum() / m;
    double meanX = Arrays.stream(x, 1, x.length).sum() / m;
    double zx = 0;
    double zz = 0;
    for (int k = 0; k < m; k++) {
      zx += (z[k] - meanZ) * (x[k + 1] - meanX);
      zz += (z[k] - meanZ) * (z[k] - meanZ);
    }
    double a = -zx / zz;
    return Assessment.of(new Gm11(a, meanX + a * meanZ, x));
  }

  /** The development coefficient a; negative where the series grows. */
  public double a() {
    return a;
  }

  /** The grey input b. */
  public double b() {
    return b;
  }

  /** The value at place k, from 1: fitted up to the number of observations, forecast beyond. */
  public double at(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("places count from 1, not " + k);
    }
    if (k == 1) {
      return x[0];
    }
    // (x1 - b/a)(1 - e^a) written so that it stays exact as a goes to zero.
    double step = Math.expm1(a);
    double ratio = a == 0 ? 1 : step / a;
    return (b * ratio - x[0] * step) * Math.exp(-a * (k - 1));
  }

  /**
   * The posterior error ratio C: the standard deviation of the residuals over that of the data,
   * both with divisor n. Up to 0.35 is called good, up to 0.5 qualified, up to 0.65 barely so.
   */
  public double posteriorRatio() {
    double[] residuals = new double[x.length];
    Arrays.setAll(residuals, i -> x[i] - at(i + 1));
    return standardDeviation(residuals) / standardDeviation(x);
  }

  private static double standardDeviation(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
  }

  /** GM(1,1) as a model to forecast with. */
  public static final class Model implements ForecastModel {

    @Override
    public String id() {
      return "gm11";
    }

    @Override
    public int minimum() {
      return 4;
    }

    @Override
    public Assessment<double[]> path(TimeSeries known, int steps) {
      return fit(known)
          .then(
              model -> {
                double[] path = new double[steps];
                Arrays.setAll(path, h -> model.at(known.size() + h + 1));
                return Assessment.of(path);
              });
    }
  }
}
