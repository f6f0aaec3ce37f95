package org.carbonbook.decomposition.uncertainty;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.carbonbook.decomposition.identity.Identity;

/**
 * Relative errors of the inputs, their correlations, and how they propagate to the effects: to
 * first order, by the analytic Jacobian of LMDI-I or by differences for other methods, or by seeded
 * draws.
 *
 * <p>Each variable has one relative standard deviation. Errors of one value at the two times
 * correlate by {@code timeCorrelation}; errors of two variables at one place and time by their own
 * correlation, which needs both to be used by the same indices. All else is independent.
 */
public final class Uncertainty implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Bounds of the 95 % interval in standard deviations. */
  static final double HALF_WIDTH = 1.959963984540054;

  /** Between the two names of a pair. */
  private static final String SEPARATOR = "\n";

  private final LinkedHashMap<String, Double> sigmas;
  private final LinkedHashMap<String, Double> correlations;
  private final double timeCorrelation;
  private final int draws;
  private final long seed;

  private Uncertainty(
      Map<String, Double> sigmas,
      Map<String, Double> correlations,
      double timeCorrelation,
      int draws,
      long seed) {
    this.sigmas = new LinkedHashMap<>(sigmas);
    this.correlations = new LinkedHashMap<>(correlations);
    this.timeCorrelation = timeCorrelation;
    this.draws = draws;
    this.seed = seed;
  }

  /**
   * First-order propagation of relative standard deviations, e.g. 0.05 for 5 %.
   *
   * @param sigmas the deviation of each variable that has one
   */
  public static Uncertainty firstOrder(Map<String, Double> sigmas) {
    sigmas.forEach(
        (variable, sigma) -> {
          if (!(sigma >= 0) || sigma > 10) {
            throw new IllegalArgumentException(
                "relative standard deviation of "
                    + variable
                    + " is "
                    + sigma
                    + ": write 0.05 for 5 %");
          }
        });
    return new Uncertainty(sigmas, Map.of(), 0, 0, 0);
  }

  /**
   * The same errors, carried by draws instead: log-normal factors with mean one.
   *
   * @param number how many draws, at least 2
   * @param newSeed the same seed gives the same result for a group, wherever it is computed
   */
  public Uncertainty withDraws(int number, long newSeed) {
    if (number < 2) {
      throw new IllegalArgumentException(number + " draws: at least 2");
    }
    return new Uncertainty(sigmas, correlations, timeCorrelation, number, newSeed);
  }

  /** The same errors, with a value's errors at two times correlated. */
  public Uncertainty withTimeCorrelation(double correlation) {
    requireCorrelation(correlation);
    return new Uncertainty(sigmas, correlations, correlation, draws, seed);
  }

  /** The same errors, with those of two variables correlated. */
  public Uncertainty withCorrelation(String variable, String other, double correlation) {
    requireCorrelation(correlation);
    Map<String, Double> more = new LinkedHashMap<>(correlations);
    more.put(key(variable, other), correlation);
    return new Uncertainty(sigmas, more, timeCorrelation, draws, seed);
  }

  private static void requireCorrelation(double correlation) {
    if (!(Math.abs(correlation) <= 1)) {
      throw new IllegalArgumentException("correlation " + correlation + ": between -1 and 1");
    }
  }

  private static String key(String a, String b) {
    return a.compareTo(b) < 0 ? a + SEPARATOR + b : b + SEPARATOR + a;
  }

  /** The relative standard deviations by variable. */
  public Map<String, Double> sigmas() {
    return Map.copyOf(sigmas);
  }

  /** Whether the errors are carried by draws. */
  public boolean isDrawn() {
    return draws > 0;
  }

  int draws() {
    return draws;
  }

  long seed() {
    return seed;
  }

  double timeCorrelation() {
    return timeCorrelation;
  }

  double sigma(String variable) {
    return sigmas.getOrDefault(variable, 0.0);
  }

  double correlation(String a, String b) {
    return a.equals(b) ? 1 : correlations.getOrDefault(key(a, b), 0.0);
  }

  /**
   * The lower triangle that turns independent errors of variables into correlated ones; null for no
   * variables.
   *
   * @throws IllegalArgumentException when no errors can correlate like this
   */
  RealMatrix mixing(List<String> variables) {
    int n = variables.size();
    if (n == 0) {
      return null;
    }
    RealMatrix matrix = MatrixUtils.createRealMatrix(n, n);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double c = correlation(variables.get(a), variables.get(b));
        // Correlations of exactly one leave no variance of their own; the rest keeps it positive.
        matrix.setEntry(a, b, a == b ? 1 : Math.copySign(Math.min(Math.abs(c), 1 - 1e-12), c));
      }
    }
    try {
      return new CholeskyDecomposition(matrix, 1e-9, 0).getL();
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new IllegalArgumentException(
          "the correlations of " + variables + " contradict each other", e);
    }
  }

  /**
   * Rejects correlations that no errors can have, and those that would have no effect because the
   * two variables are used by different indices.
   */
  public void requireFits(Identity identity) {
    Map<String, Set<String>> indices = identity.finestIndices();
    for (Map.Entry<String, Double> correlated : correlations.entrySet()) {
      String[] pair = correlated.getKey().split(SEPARATOR);
      boolean counts = correlated.getValue() != 0 && sigma(pair[0]) * sigma(pair[1]) > 0;
      Set<String> first = indices.get(pair[0]);
      Set<String> second = indices.get(pair[1]);
      if (counts && first != null && second != null && !first.equals(second)) {
        throw new IllegalArgumentException(
            "errors of %s and %s cannot correlate: they are used by the indices %s and %s"
                .formatted(pair[0], pair[1], first, second));
      }
    }
    mixing(identity.listVariables().stream().filter(v -> sigma(v) > 0).toList());
  }

  /** Low, high and the probability that the sign is right, {@code [3][factor]}. */
  public double[][] ranges(UncertainEffects uncertain, int[] cells, double[] effects) {
    return isDrawn()
        ? new MonteCarloRanges(this, uncertain, cells).ranges(effects)
        : new FirstOrderRanges(this, uncertain, cells).ranges(effects);
  }
}
