package org.carbonbook.statistics.regression;

import java.util.Arrays;
import java.util.Optional;

/** How the ridge parameter is chosen. */
public enum LambdaRule {
  /** None: least squares. */
  LEAST_SQUARES("ols"),
  /** Hoerl, Kennard and Baldwin (1975). */
  HKB("ridge_hkb"),
  /** Lawless and Wang (1976). */
  LAWLESS_WANG("ridge_lw"),
  /** The least generalised cross-validation on a grid from 0 to 1000. */
  GCV("ridge_gcv");

  private final String id;

  LambdaRule(String id) {
    this.id = id;
  }

  /** The name in tables. */
  public String id() {
    return id;
  }

  /** The parameter this rule gives. */
  public double lambda(Ridge ridge) {
    return switch (this) {
      case LEAST_SQUARES -> 0;
      case HKB -> ridge.hkb();
      case LAWLESS_WANG -> ridge.lawlessWang();
      case GCV -> ridge.leastGcv(Ridge.candidates());
    };
  }

  /** The rule of that name. */
  public static Optional<LambdaRule> findById(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id.trim())).findFirst();
  }
}
