package org.carbonbook.decomposition;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Relative errors of the inputs and how they hang together, and how they are carried to the
 * effects: to first order, by the analytic Jacobian of LMDI-I or by differences for other methods,
 * or by seeded draws.
 *
 * <p>Each variable has one relative standard deviation. Errors of one value at the two times
 * correlate by {@code timeCorrelation}; errors of two variables at one place and time by their own
 * correlation, which needs both to be used by the same indices. All else is independent.
 */
public final class Uncertainty implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Bounds of the 95 % interval in standard deviations. */
  static final double HALF_WIDTH = 1.959963984540054;

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
    return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
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

  /** Low, high and the probability that the sign is right, {@code [3][factor]}. */
  double[][] ranges(
      Settings settings, PanelSums sums, TimePair pair, int[] cells, double[] effects) {
    return isDrawn()
        ? new DrawnRanges(this, settings, sums, pair, cells).ranges(effects)
        : new FirstOrderRanges(this, settings, sums, pair, cells).ranges(effects);
  }
}
