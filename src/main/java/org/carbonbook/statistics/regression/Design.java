package org.carbonbook.statistics.regression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;

/**
 * The predictors and the response of a regression, centred and scaled: each predictor has mean 0
 * and mean square 1, the response mean 0. Where observations belong to several units (cities of a
 * panel), the means of each unit are taken out instead, which absorbs one constant to a unit (the
 * within transformation).
 *
 * <p>Centring before the decomposition is what keeps the digits: Longley's predictors have a
 * condition number of 5e9 as printed and of 1e2 centred and scaled.
 */
public final class Design {

  /** Below this part of its size a predictor that varies is rounding, not data. */
  private static final double NO_VARIATION = 1e-13;

  private final List<String> names;
  private final double[][] x;
  private final double[] y;
  private final double[] meanX;
  private final double meanY;
  private final double[] scale;
  private final int units;

  private Design(
      List<String> names,
      double[][] x,
      double[] y,
      double[] meanX,
      double meanY,
      double[] scale,
      int units) {
    this.names = names;
    this.x = x;
    this.y = y;
    this.meanX = meanX;
    this.meanY = meanY;
    this.scale = scale;
    this.units = units;
  }

  /** A design with one constant. */
  public static Assessment<Design> of(
      List<String> names, double[][] predictors, double[] response) {
    return ofUnits(names, predictors, response, new int[response.length]);
  }

  /**
   * A design with one constant to each unit.
   *
   * @param names the predictors' names
   * @param predictors one array to a predictor
   * @param response the response, as long as each predictor
   * @param unit the number of the unit of each observation, from 0, every number used
   */
  public static Assessment<Design> ofUnits(
      List<String> names, double[][] predictors, double[] response, int[] unit) {
    int n = response.length;
    int units = Arrays.stream(unit).max().orElse(-1) + 1;
    if (n <= predictors.length + units) {
      return Assessment.not(
          NotAssessedReason.TOO_SHORT,
          "%d observations, %d predictors and %d constant(s) need more"
              .formatted(n, predictors.length, units));
    }
    double[][] x = new double[predictors.length][];
    double[] scale = new double[predictors.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = centred(predictors[k], unit, units);
      scale[k] = rootMeanSquare(x[k]);
      if (!(scale[k] > NO_VARIATION * rootMeanSquare(predictors[k]))) {
        return Assessment.not(NotAssessedReason.CONSTANT, names.get(k) + " does not vary");
      }
      double divisor = scale[k];
      x[k] = Arrays.stream(x[k]).map(value -> value / divisor).toArray();
    }
    double[] meanX = Arrays.stream(predictors).mapToDouble(Design::mean).toArray();
    return Assessment.of(
        new Design(
            List.copyOf(names),
            x,
            centred(response, unit, units),
            meanX,
            mean(response),
            scale,
            units));
  }

  private static double[] centred(double[] values, int[] unit, int units) {
    double[] result = values.clone();
    // The mean of rounded deviations is not quite zero; a second pass takes out what is left.
    for (int pass = 0; pass < 2; pass++) {
      double[] sum = new double[units];
      int[] count = new int[units];
      for (int i = 0; i < result.length; i++) {
        sum[unit[i]] += result[i];
        count[unit[i]]++;
      }
      for (int i = 0; i < result.length; i++) {
        result[i] -= sum[unit[i]] / count[unit[i]];
      }
    }
    return result;
  }

  private static double mean(double[] values) {
    double first = Arrays.stream(values).sum() / values.length;
    return first + Arrays.stream(values).map(value -> value - first).sum() / values.length;
  }

  private static double rootMeanSquare(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum() / values.length);
  }

  List<String> names() {
    return names;
  }

  int observations() {
    return y.length;
  }

  int predictors() {
    return x.length;
  }

  /** Observations less predictors less constants. */
  int degreesOfFreedom() {
    return y.length - x.length - units;
  }

  double[][] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  double scale(int k) {
    return scale[k];
  }

  double meanX(int k) {
    return meanX[k];
  }

  /** Coefficients in the printed units, the constant first. */
  double[] unscaled(double[] standardised) {
    double[] coefficients = new double[standardised.length + 1];
    double constant = meanY;
    for (int k = 0; k < standardised.length; k++) {
      coefficients[k + 1] = standardised[k] / scale[k];
      constant -= coefficients[k + 1] * meanX[k];
    }
    coefficients[0] = constant;
    return coefficients;
  }

  /** What standardised coefficients leave unexplained. */
  double[] residuals(double[] standardised) {
    return IntStream.range(0, y.length)
        .mapToDouble(i -> CompensatedSums.residual(y[i], x, standardised, i))
        .toArray();
  }
}
