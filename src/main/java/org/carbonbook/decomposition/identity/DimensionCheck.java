package org.carbonbook.decomposition.identity;

import java.util.Map;

/** Compares the units of an identity's two sides, where all are declared. */
final class DimensionCheck {

  private DimensionCheck() {}

  /**
   * @param units unit of each variable; the check is made when none of the variables is excluded
   * @throws IdentityException when the product's unit is not the left side's
   */
  static void check(Identity identity, Map<String, String> units) {
    if (!units.containsKey(identity.left().variable())
        || !units.keySet().containsAll(identity.listVariables())) {
      return;
    }
    Dimension product = Dimension.NONE;
    StringBuilder steps = new StringBuilder();
    for (Factor factor : identity.factors()) {
      Dimension ofFactor = Dimension.NONE;
      for (Power power : factor.powers()) {
        Dimension unit = Dimension.parse(units.get(power.term().variable()));
        ofFactor = ofFactor.times(unit, power.exponent());
      }
      product = product.times(ofFactor, 1);
      steps
          .append(steps.length() == 0 ? "" : ", ")
          .append(factor.text())
          .append(": ")
          .append(ofFactor);
    }
    Dimension left = Dimension.parse(units.get(identity.left().variable()));
    if (!left.equals(product)) {
      throw new IdentityException(
          "identity '"
              + identity.text()
              + "': the left side is in "
              + left
              + ", the product in "
              + product
              + "\n  units of the factors: "
              + steps);
    }
  }
}
