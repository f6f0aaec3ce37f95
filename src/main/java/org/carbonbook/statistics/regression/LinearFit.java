package org.carbonbook.statistics.regression;

import java.util.Arrays;
import java.util.List;

/** A fitted linear regression in the units of its data. */
public final class LinearFit {

  private final List<String> names;
  private final double lambda;
  private final double[] coefficients;
  private final double[] standardErrors;
  private final int observations;
  private final int degreesOfFreedom;
  private final double r2;
  private final double residualSd;

  LinearFit(
      List<String> names,
      double lambda,
      double[] coefficients,
      double[] standardErrors,
      int observations,
      int degreesOfFreedom,
      double r2,
      double residualSd) {
    this.names = names;
    this.lambda = lambda;
    this.coefficients = coefficients;
    this.standardErrors = standardErrors;
    this.observations = observations;
    this.degreesOfFreedom = degreesOfFreedom;
    this.r2 = r2;
    this.residualSd = residualSd;
  }

  /** The ridge parameter; zero for least squares. */
  public double lambda() {
    return lambda;
  }

  /** The constant; the mean of the units' constants in a panel. */
  public double constant() {
    return coefficients[0];
  }

  /** The coefficient of the k-th predictor, from 0. */
  public double coefficient(int k) {
    return coefficients[k + 1];
  }

  /** The constant's standard error. */
  public double constantError() {
    return standardErrors[0];
  }

  /** The standard error of the k-th predictor's coefficient, from 0. */
  public double error(int k) {
    return standardErrors[k + 1];
  }

  /** The number of observations. */
  public int observations() {
    return observations;
  }

  /** The share of the response's variation that is explained, within units in a panel. */
  public double r2() {
    return r2;
  }

  /** The residual standard deviation of least squares. */
  public double residualSd() {
    return residualSd;
  }

  /** The F statistic of all predictors together. */
  public double f() {
    return r2 / names.size() / ((1 - r2) / degreesOfFreedom);
  }

  /** The response that the predictors' values imply. */
  public double predict(double... predictors) {
    if (predictors.length != names.size()) {
      throw new IllegalArgumentException(
          "%d values for the predictors %s".formatted(predictors.length, names));
    }
    double value = coefficients[0];
    for (int k = 0; k < predictors.length; k++) {
      value += coefficients[k + 1] * predictors[k];
    }
    return value;
  }

  @Override
  public String toString() {
    return "Fit[" + names + ", lambda=" + lambda + ", " + Arrays.toString(coefficients) + "]";
  }
}
