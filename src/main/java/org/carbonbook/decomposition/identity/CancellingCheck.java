package org.carbonbook.decomposition.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Multiplies the factors out and checks what remains. Either only the left side's variable remains
 * (the identity is closed), or only terms in numerators remain and the left side is their product.
 * Anything else is rejected with the term that does not cancel.
 */
final class CancellingCheck {

  private final Identity identity;
  private final Map<Term, Power> remaining = new LinkedHashMap<>();

  CancellingCheck(Identity identity) {
    this.identity = identity;
  }

  Identity checked() {
    refuseDuplicateFactors();
    multiplyOut();
    refuseRemainingDivisors();
    refuseLeftOnlyIndices();
    Term closedBy = closedBy();
    refuseIndexThatCancelsOut();
    return new Identity(
        identity.text(),
        identity.left(),
        identity.factors(),
        closedBy,
        identity.by(),
        identity.time());
  }

  private void refuseDuplicateFactors() {
    Set<String> names = new HashSet<>();
    Set<Map<Term, Integer>> contents = new HashSet<>();
    for (Factor factor : identity.factors()) {
      if (!names.add(factor.name()) || !contents.add(content(factor))) {
        throw error(factor.position(), "factor '" + factor.name() + "' occurs twice");
      }
    }
  }

  private static Map<Term, Integer> content(Factor factor) {
    Map<Term, Integer> content = new HashMap<>();
    factor.powers().forEach(p -> content.merge(p.term().sorted(), p.exponent(), Integer::sum));
    return content;
  }

  private void multiplyOut() {
    for (Factor factor : identity.factors()) {
      for (Power power : factor.powers()) {
        remaining.merge(power.term().sorted(), power, CancellingCheck::joined);
      }
    }
    remaining.values().removeIf(p -> p.exponent() == 0);
  }

  private static Power joined(Power a, Power b) {
    boolean sameSign = a.exponent() * b.exponent() > 0;
    Power kept = sameSign || Math.abs(a.exponent()) >= Math.abs(b.exponent()) ? a : b;
    return new Power(kept.term(), a.exponent() + b.exponent(), kept.position());
  }

  private void refuseRemainingDivisors() {
    for (Power power : remaining.values()) {
      if (power.exponent() < 0) {
        throw error(
            power.position(),
            "division by '" + power.term() + "' does not cancel; what remains is " + shown());
      }
    }
  }

  private void refuseLeftOnlyIndices() {
    List<String> right = identity.listIndices();
    for (String index : identity.left().indices()) {
      if (!right.contains(index)) {
        throw error(
            KnownNames.indexPosition(identity.text(), index, 0),
            "index '" + index + "' is on the left side only; use it on the right or drop it");
      }
    }
  }

  /** The remaining term of the left side's variable; null when the left side is a product. */
  private Term closedBy() {
    String left = identity.left().variable();
    List<Power> ofLeft =
        remaining.values().stream().filter(p -> p.term().variable().equals(left)).toList();
    boolean usesLeft = identity.listVariables().contains(left);
    if (ofLeft.isEmpty() && !usesLeft) {
      return null;
    }
    if (ofLeft.isEmpty()) {
      throw error(
          0, "the product does not give '" + identity.left() + "'; what remains is " + shown());
    }
    for (Power power : remaining.values()) {
      if (!power.term().variable().equals(left) || power.exponent() != 1 || ofLeft.size() > 1) {
        throw error(
            power.position(), "'" + power.term() + "' does not cancel; the product is " + shown());
      }
    }
    Term term = ofLeft.get(0).term();
    if (!term.indices().containsAll(identity.left().indices())) {
      throw error(0, "the left side has more indices than " + term + " on the right");
    }
    double coefficient =
        identity.factors().stream().mapToDouble(Factor::coefficient).reduce(1, (a, b) -> a * b);
    if (Math.abs(coefficient - 1) > 1e-15) {
      throw error(0, "the numbers on the right multiply to " + coefficient + ", not 1");
    }
    return term;
  }

  /** A factor varying along an index that the product no longer has would be counted repeatedly. */
  private void refuseIndexThatCancelsOut() {
    Set<String> kept = new HashSet<>();
    remaining.keySet().forEach(t -> kept.addAll(t.indices()));
    for (Factor factor : identity.factors()) {
      for (Power power : factor.powers()) {
        for (String index : power.term().indices()) {
          if (!kept.contains(index)) {
            throw error(
                KnownNames.indexPosition(identity.text(), index, power.position()),
                "index '" + index + "' cancels out of the product, which is " + shown());
          }
        }
      }
    }
  }

  private String shown() {
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    for (Power power : remaining.values()) {
      StringBuilder side = power.exponent() > 0 ? above : below;
      side.append(side.length() == 0 ? "" : " * ").append(power.term());
      if (Math.abs(power.exponent()) > 1) {
        side.append("^").append(Math.abs(power.exponent()));
      }
    }
    String top = above.length() == 0 ? "1" : above.toString();
    return below.length() == 0 ? top : top + " / (" + below + ")";
  }

  private IdentityException error(int position, String message) {
    return new IdentityException(identity.text(), Math.max(0, position), message);
  }
}
