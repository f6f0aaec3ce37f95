package org.carbonbook.decomposition;

import java.util.List;
import org.carbonbook.decomposition.method.NotComputableException;
import org.carbonbook.decomposition.panel.TimePair;

/** The result of one comparison of one group, or of one cell of it. */
public final class PairResult {

  private final TimePair pair;
  private final List<String> tuple;
  private double value0 = Double.NaN;
  private double valueT = Double.NaN;
  private double[] effects = new double[0];
  private double[][] ranges = new double[0][];
  private double[] factorsFrom = new double[0];
  private double[] factorsTo = new double[0];
  private double residual = Double.NaN;
  private double relative = Double.NaN;
  private NotComputableException refused;
  private String inputs;

  /**
   * A result to be filled in.
   *
   * @param tuple values of the index columns that the row is kept apart by
   */
  PairResult(TimePair pair, List<String> tuple) {
    this.pair = pair;
    this.tuple = tuple;
  }

  PairResult values(double before, double after) {
    value0 = before;
    valueT = after;
    return this;
  }

  public PairResult effects(double[] ofFactors) {
    effects = ofFactors;
    return this;
  }

  /** Low, high and the probability of the sign for each effect, {@code [3][factor]}. */
  public PairResult ranges(double[][] ofFactors) {
    ranges = ofFactors;
    return this;
  }

  /** What each factor of the cell was and became. */
  PairResult factors(double[] before, double[] after) {
    factorsFrom = before;
    factorsTo = after;
    return this;
  }

  public PairResult residual(double absolute, double shareOfScale) {
    residual = absolute;
    relative = shareOfScale;
    return this;
  }

  PairResult notComputed(NotComputableException why, String inputText) {
    refused = why;
    inputs = inputText;
    return this;
  }

  public TimePair pair() {
    return pair;
  }

  public List<String> tuple() {
    return tuple;
  }

  public double value0() {
    return value0;
  }

  public double valueT() {
    return valueT;
  }

  /** The effect of each factor; empty if the comparison was not computed. */
  public double[] effects() {
    return effects;
  }

  /** The ranges of the effects; empty if no uncertainty was given. */
  public double[][] ranges() {
    return ranges;
  }

  /** The value of each factor on the first side; empty unless the result is for a cell. */
  public double[] factorsFrom() {
    return factorsFrom;
  }

  public double[] factorsTo() {
    return factorsTo;
  }

  public double residual() {
    return residual;
  }

  /** The residual as a share of the change's scale. */
  public double relative() {
    return relative;
  }

  /** Why there is no result; null when there is one. */
  public NotComputableException refused() {
    return refused;
  }

  /** The inputs of a comparison that is not computed; null when there is a result. */
  public String inputs() {
    return inputs;
  }
}
