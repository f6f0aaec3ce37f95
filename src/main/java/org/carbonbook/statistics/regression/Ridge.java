package org.carbonbook.statistics.regression;

import java.util.Arrays;
import org.carbonbook.statistics.series.Assessment;
import org.carbonbook.statistics.series.NotAssessedReason;

/**
 * Least squares and ridge regression (Hoerl and Kennard 1970, Technometrics 12) from one singular
 * value decomposition of the centred and scaled design: b(lambda) = V diag(d / (d^2 + lambda)) U'y.
 * Lambda = 0 is least squares. Lambda is in the units of R's MASS::lm.ridge: predictors have mean
 * square 1.
 */
public final class Ridge {

  /** A smallest singular value below this part of the largest leaves effects that are noise. */
  private static final double DEPENDENT = 1e-12;

  private final Design design;
  private final SingularValues svd;
  private final double[] projected;
  private final double[] leastSquares;
  private final double residualVariance;

  private Ridge(Design design, SingularValues svd) {
    this.design = design;
    this.svd = svd;
    this.projected =
        Arrays.stream(svd.u())
            .mapToDouble(column -> CompensatedSums.dot(column, design.y()))
            .toArray();
    this.leastSquares = refined(combined(projected, 0));
    double[] residuals = design.residuals(leastSquares);
    this.residualVariance = CompensatedSums.dot(residuals, residuals) / design.degreesOfFreedom();
  }

  /** Prepares a design; not assessed where the predictors are linearly dependent. */
  public static Assessment<Ridge> of(Design design) {
    SingularValues svd = SingularValues.of(design.x());
    double[] d = svd.d();
    if (!(d[d.length - 1] > DEPENDENT * d[0])) {
      return Assessment.not(
          NotAssessedReason.RANK_DEFICIENT,
          "%s are linearly dependent".formatted(String.join(", ", design.names())));
    }
    return Assessment.of(new Ridge(design, svd));
  }

  /** One step of iterative refinement with residuals in twice the precision. */
  private double[] refined(double[] b) {
    double[] residuals = design.residuals(b);
    double[] rest =
        Arrays.stream(svd.u())
            .mapToDouble(column -> CompensatedSums.dot(column, residuals))
            .toArray();
    double[] correction = combined(rest, 0);
    double[] better = b.clone();
    Arrays.setAll(better, k -> b[k] + correction[k]);
    return better;
  }

  private double[] combined(double[] rhs, double lambda) {
    double[] b = new double[design.predictors()];
    for (int j = 0; j < rhs.length; j++) {
      double d = svd.d()[j];
      double weight = d / (d * d + lambda) * rhs[j];
      for (int k = 0; k < b.length; k++) {
        b[k] += weight * svd.v()[j][k];
      }
    }
    return b;
  }

  private double[] standardised(double lambda) {
    return lambda == 0 ? leastSquares : combined(projected, lambda);
  }

  /** The fit at a ridge parameter; zero for least squares. */
  public LinearFit fit(double lambda) {
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("a ridge parameter is not negative: " + lambda);
    }
    double[] b = standardised(lambda);
    double[] residuals = design.residuals(b);
    double[] y = design.y();
    double r2 = 1 - CompensatedSums.dot(residuals, residuals) / CompensatedSums.dot(y, y);
    return new LinearFit(
        design.names(),
        lambda,
        design.unscaled(b),
        standardErrors(lambda),
        design.observations(),
        design.degreesOfFreedom(),
        r2,
        Math.sqrt(residualVariance));
  }

  /**
   * Standard errors from var b = s^2 V diag(d^2 / (d^2 + lambda)^2) V', s^2 of least squares; the
   * constant's adds s^2 / n.
   */
  private double[] standardErrors(double lambda) {
    int p = design.predictors();
    double[] errors = new double[p + 1];
    double constant = 1.0 / design.observations();
    for (int j = 0; j < p; j++) {
      double d = svd.d()[j];
      double root = d / (d * d + lambda);
      double weighted = 0;
      for (int k = 0; k < p; k++) {
        double part = root * svd.v()[j][k] / design.scale(k);
        errors[k + 1] += part * part;
        weighted += part * design.meanX(k);
      }
      constant += weighted * weighted;
    }
    errors[0] = constant;
    return Arrays.stream(errors).map(v -> Math.sqrt(v * residualVariance)).toArray();
  }

  /** Hoerl, Kennard and Baldwin (1975): (p - 2) s^2 / sum of b^2; never negative. */
  public double hkb() {
    return shrinkers() * residualVariance / CompensatedSums.dot(leastSquares, leastSquares);
  }

  /** Lawless and Wang (1976): (p - 2) s^2 n / sum of fitted^2; never negative. */
  public double lawlessWang() {
    double[] residuals = design.residuals(leastSquares);
    double fitted = 0;
    for (int i = 0; i < residuals.length; i++) {
      double value = design.y()[i] - residuals[i];
      fitted += value * value;
    }
    return shrinkers() * residualVariance * design.observations() / fitted;
  }

  private int shrinkers() {
    return Math.max(0, design.predictors() - 2);
  }

  /**
   * Generalised cross-validation (Golub, Heath and Wahba 1979): residual sum of squares over (n -
   * sum of d^2 / (d^2 + lambda))^2.
   */
  public double gcv(double lambda) {
    double[] residuals = design.residuals(standardised(lambda));
    double free = design.observations();
    for (double d : svd.d()) {
      free -= d * d / (d * d + lambda);
    }
    return CompensatedSums.dot(residuals, residuals) / (free * free);
  }

  /**
   * The parameter of a list at which generalised cross-validation is least, the first of equals.
   */
  public double leastGcv(double[] candidates) {
    double best = candidates[0];
    double least = Double.POSITIVE_INFINITY;
    for (double lambda : candidates) {
      double gcv = gcv(lambda);
      if (gcv < least) {
        least = gcv;
        best = lambda;
      }
    }
    return best;
  }

  /** Zero, then 0.0001 to 1000 in steps of a fiftieth of a decade. */
  static double[] candidates() {
    double[] candidates = new double[352];
    Arrays.setAll(candidates, i -> i == 0 ? 0 : Math.pow(10, -4 + (i - 1) / 50.0));
    return candidates;
  }

  /**
   * Variance inflation factors, n times the diagonal of (X'X)^-1 of the scaled predictors: how much
   * each coefficient's variance exceeds that without the others (Marquardt 1970).
   */
  public double[] varianceInflation() {
    double[] factors = new double[design.predictors()];
    for (int j = 0; j < factors.length; j++) {
      double d = svd.d()[j];
      for (int k = 0; k < factors.length; k++) {
        double part = svd.v()[j][k] / d;
        factors[k] += part * part * design.observations();
      }
    }
    return factors;
  }

  /** The largest singular value of the scaled predictors over the smallest. */
  public double conditionNumber() {
    return svd.d()[0] / svd.d()[svd.d().length - 1];
  }
}
