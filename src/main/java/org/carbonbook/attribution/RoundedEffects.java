package org.carbonbook.attribution;

/**
 * Effects that are zero: what the binary rounding of the figures leaves says nothing. An effect
 * below {@value #SHARE} of the larger of the two values that it explains is published as zero, and
 * a ratio as near to one as one.
 */
final class RoundedEffects {

  private static final double SHARE = 1e-13;

  private RoundedEffects() {}

  static double additive(double effect, double valueFrom, double valueTo) {
    return Math.abs(effect) <= SHARE * Math.max(Math.abs(valueFrom), Math.abs(valueTo))
        ? 0
        : effect;
  }

  static double multiplicative(double effect) {
    return Math.abs(effect - 1) <= SHARE ? 1 : effect;
  }
}
