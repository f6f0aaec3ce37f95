package org.carbonbook.statistics.forecast;

import java.util.Arrays;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;
import org.carbonbook.statistics.series.TimeSeries;

/**
 * Holt's linear smoothing with a damped trend (Gardner and McKenzie 1985, Management Science 31):
 * level l = alpha y + (1-alpha)(l' + phi b'), trend b = beta (l - l') + (1-beta) phi b', forecast l
 * + (phi + … + phi^h) b. The start is the first value and the mean of the first four steps; the
 * parameters have the least sum of squared one-step errors, alpha and beta within 0 to 1, phi
 * within 0.8 to 0.98 (Hyndman and Athanasopoulos 2021, section 8.2), found on a grid and then by
 * halving steps, so that the same series always gives the same ones.
 */
public final class DampedTrend {

  private static final int MINIMUM = 5;
  private static final double[] LOWEST = {0, 0, 0.80};
  private static final double[] HIGHEST = {1, 1, 0.98};
  private static final double FINEST = 1e-4;

  private final double[] parameters;
  private final double level;
  private final double trend;

  private DampedTrend(double[] parameters, double level, double trend) {
    this.parameters = parameters;
    this.level = level;
    this.trend = trend;
  }

  /** The model as one to forecast with. */
  public static ForecastModel model() {
    return new Model();
  }

  /** Fits a series of at least five years without a gap. */
  public static Assessment<DampedTrend> fit(TimeSeries series) {
    if (series.size() < MINIMUM) {
      return Assessment.not(
          NotAssessedReason.TOO_SHORT,
          "%d observations, a damped trend needs %d".formatted(series.size(), MINIMUM));
    }
    if (series.findFirstMissingTime().isPresent()) {
      double gap = series.findFirstMissingTime().getAsDouble();
      return Assessment.not(NotAssessedReason.GAP, "no value in " + TimeSeries.timeText(gap));
    }
    double[] y = series.values();
    double[] parameters = leastSquares(y);
    double[] state = {0, 0};
    squaredErrors(y, parameters, state);
    return Assessment.of(new DampedTrend(parameters, state[0], state[1]));
  }

  private static double[] leastSquares(double[] y) {
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    double[] state = new double[2];
    for (int i = 0; i <= 10; i++) {
      for (int j = 0; j <= 10; j++) {
        for (int k = 0; k <= 6; k++) {
          double[] candidate = {i / 10.0, j / 10.0, 0.80 + 0.03 * k};
          double sum = squaredErrors(y, candidate, state);
          if (sum < least) {
            least = sum;
            best = candidate;
          }
        }
      }
    }
    return refined(y, best, least);
  }

  private static double[] refined(double[] y, double[] start, double startSum) {
    double[] best = start.clone();
    double least = startSum;
    double[] state = new double[2];
    for (double step = 0.05; step > FINEST; ) {
      boolean better = false;
      for (int p = 0; p < best.length; p++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] candidate = best.clone();
          candidate[p] = Math.min(HIGHEST[p], Math.max(LOWEST[p], best[p] + sign * step));
          double sum = squaredErrors(y, candidate, state);
          if (sum < least) {
            least = sum;
            best = candidate;
            better = true;
          }
        }
      }
      step = better ? step : step / 2;
    }
    return best;
  }

  /** Runs through the series; leaves the last level and trend in the state. */
  private static double squaredErrors(double[] y, double[] parameters, double[] state) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double phi = parameters[2];
    int first = Math.min(4, y.length - 1);
    double level = y[0];
    double trend = (y[first] - y[0]) / first;
    double sum = 0;
    for (int t = 1; t < y.length; t++) {
      double expected = level + phi * trend;
      double error = y[t] - expected;
      sum += error * error;
      double next = expected + alpha * error;
      trend = beta * (next - level) + (1 - beta) * phi * trend;
      level = next;
    }
    state[0] = level;
    state[1] = trend;
    return sum;
  }

  /** The smoothing of the level. */
  public double alpha() {
    return parameters[0];
  }

  /** The smoothing of the trend. */
  public double beta() {
    return parameters[1];
  }

  /** The damping. */
  public double phi() {
    return parameters[2];
  }

  /** The forecast for a number of years after the last observation. */
  public double ahead(int years) {
    double reach = 0;
    double power = 1;
    for (int h = 0; h < years; h++) {
      power *= phi();
      reach += power;
    }
    return level + reach * trend;
  }

  /**
   * The damped trend of the logarithm as a model to forecast with: growth fades, and the forecast
   * of a quantity stays above zero.
   */
  public static final class Model implements ForecastModel {

    @Override
    public String id() {
      return "damped_trend";
    }

    @Override
    public int minimum() {
      return MINIMUM;
    }

    @Override
    public Assessment<double[]> path(TimeSeries known, int steps) {
      double[] times = new double[known.size()];
      double[] logarithms = new double[known.size()];
      for (int i = 0; i < times.length; i++) {
        if (!(known.value(i) > 0)) {
          return Assessment.not(
              NotAssessedReason.NOT_POSITIVE,
              "%s in %s is not positive"
                  .formatted(known.value(i), TimeSeries.timeText(known.time(i))));
        }
        times[i] = known.time(i);
        logarithms[i] = Math.log(known.value(i));
      }
      return TimeSeries.of(times, logarithms)
          .then(DampedTrend::fit)
          .then(
              model -> {
                double[] path = new double[steps];
                Arrays.setAll(path, h -> Math.exp(model.ahead(h + 1)));
                return Assessment.of(path);
              });
    }
  }
}
