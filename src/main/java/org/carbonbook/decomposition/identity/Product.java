package org.carbonbook.decomposition.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of powers with a number in front, as it is being read.
 *
 * @param coefficient the number
 * @param powers the terms with their exponents, in the order written
 */
record Product(double coefficient, List<Power> powers) {

  static Product number(double value) {
    return new Product(value, List.of());
  }

  static Product of(Power power) {
    return new Product(1, List.of(power));
  }

  Product times(Product other) {
    List<Power> all = new ArrayList<>(powers);
    all.addAll(other.powers);
    return new Product(coefficient * other.coefficient, all);
  }

  Product over(Product other) {
    List<Power> all = new ArrayList<>(powers);
    other.powers.forEach(p -> all.add(new Power(p.term(), -p.exponent(), p.position())));
    return new Product(coefficient / other.coefficient, all);
  }
}
