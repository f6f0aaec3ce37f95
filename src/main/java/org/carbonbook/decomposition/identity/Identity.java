package org.carbonbook.decomposition.identity;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An identity that cancels: {@code co2 = gdp * (energy[sector] / gdp) * (co2[sector] /
 * energy[sector])}. The left side is either a variable of the right side, all else cancelling
 * ("closed"), or the product of the right side.
 *
 * @param text the identity as written
 * @param left the left side; its indices are kept apart in the result
 * @param factors the factors in the order written
 * @param closedBy the term of the right side that remains after cancelling and gives the left side;
 *     null when the left side is the product
 * @param by the group columns named in the text by {@code by}, empty when there are none
 * @param time the time column named in the text by {@code over}, null when there is none
 */
public record Identity(
    String text, Term left, List<Factor> factors, Term closedBy, List<String> by, String time)
    implements Serializable {

  public Identity {
    factors = List.copyOf(factors);
    by = List.copyOf(by);
  }

  /**
   * Reads and checks an identity.
   *
   * @throws IdentityException with the position, when the text is not an identity or does not
   *     cancel
   */
  public static Identity parse(String text) {
    return new CancellingCheck(new IdentityParser(text).parse()).checked();
  }

  /** The term that gives the left side, when the identity is closed. */
  public Optional<Term> findClosedBy() {
    return Optional.ofNullable(closedBy);
  }

  /** The index columns of the right side, in the order of their first use. */
  public List<String> listIndices() {
    Set<String> indices = new LinkedHashSet<>();
    factors.forEach(f -> f.powers().forEach(p -> indices.addAll(p.term().indices())));
    return List.copyOf(indices);
  }

  /** The variables of the right side, in the order of their first use. */
  public List<String> listVariables() {
    Set<String> variables = new LinkedHashSet<>();
    factors.forEach(f -> f.powers().forEach(p -> variables.add(p.term().variable())));
    return List.copyOf(variables);
  }

  /**
   * The finest indices that each variable of the right side is used by: the union of its uses,
   * including the left side's. A use with fewer of them is a sum over the missing ones.
   */
  public Map<String, Set<String>> finestIndices() {
    Map<String, Set<String>> finest = new LinkedHashMap<>();
    for (Factor factor : factors) {
      for (Power power : factor.powers()) {
        finest
            .computeIfAbsent(power.term().variable(), v -> new LinkedHashSet<>())
            .addAll(power.term().indices());
      }
    }
    Set<String> leftUse = finest.get(left.variable());
    if (leftUse != null) {
      leftUse.addAll(left.indices());
    }
    return finest;
  }

  /** The factors' names, in order. */
  public List<String> listFactorNames() {
    return factors.stream().map(Factor::name).toList();
  }

  /**
   * The same identity with other names for its factors.
   *
   * @param names one name per factor, in order
   * @throws IdentityException when their number differs or a name occurs twice
   */
  public Identity withFactorNames(List<String> names) {
    if (names.size() != factors.size()) {
      throw new IdentityException(
          names.size()
              + " names for "
              + factors.size()
              + " factors: give one name for each factor");
    }
    if (new LinkedHashSet<>(names).size() != names.size()) {
      throw new IdentityException("factor names must differ: " + names);
    }
    List<Factor> renamed =
        java.util.stream.IntStream.range(0, names.size())
            .mapToObj(k -> factors.get(k).named(names.get(k)))
            .toList();
    return new Identity(text, left, renamed, closedBy, by, time);
  }

  /**
   * Checks that every name in the identity is a column of the input.
   *
   * @param columns the columns of the inputs
   * @throws IdentityException naming the unknown name, its place and the nearest columns
   */
  public void requireColumns(Collection<String> columns) {
    for (Factor factor : factors) {
      for (Power power : factor.powers()) {
        KnownNames.require(columns, power.term().variable(), text, power.position(), "variable");
        for (String index : power.term().indices()) {
          int position = KnownNames.indexPosition(text, index, power.position());
          KnownNames.require(columns, index, text, position, "index");
        }
      }
    }
  }
}
