package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.identity.Power;
import org.carbonbook.decomposition.identity.Term;

/**
 * The terms of an identity, such as {@code energy[sector]}, under ids that parts and effects share:
 * the value of a term is the sum of the parts that bear its id.
 */
final class IdentityTerms {

  private final NamedIdentity identity;
  private final Map<String, Term> byText = new LinkedHashMap<>();

  IdentityTerms(NamedIdentity identity) {
    this.identity = identity;
    add(identity.identity().left());
    identity.identity().factors().forEach(f -> f.powers().forEach(p -> add(p.term())));
  }

  private void add(Term term) {
    byText.putIfAbsent(text(term), term);
  }

  /** The term with its indices in alphabetical order, so that one term has one text. */
  private static String text(Term term) {
    TreeSet<String> indices = new TreeSet<>(term.indices());
    return indices.isEmpty()
        ? term.variable()
        : term.variable() + "[" + String.join(",", indices) + "]";
  }

  /** Every part under the id of each term that sums it. */
  List<InputRow> listInputs(List<VariablePart> parts) {
    List<InputRow> rows = new ArrayList<>();
    byText.forEach(
        (text, term) ->
            parts.stream()
                .filter(p -> p.variable().equals(term.variable()))
                .map(
                    p ->
                        InputRow.of(
                            id(term, p.regionCode(), p.year(), p.sector(), p.fuel()), text, p))
                .forEach(rows::add));
    return rows;
  }

  /** The id of the left side's variable; null when the left side is the product itself. */
  String findLeftId(String region, int year, String sector, String fuel) {
    return identity
        .identity()
        .findClosedBy()
        .map(term -> id(term, region, year, sector, fuel))
        .orElse(null);
  }

  /**
   * The id of the one term above (1) or below (-1) the bar of a factor; null when there is none or
   * more than one.
   */
  String findId(
      int factorOrder, int exponent, String region, int year, String sector, String fuel) {
    Factor factor = identity.identity().factors().get(factorOrder - 1);
    return findSingle(factor, exponent)
        .map(term -> id(term, region, year, sector, fuel))
        .orElse(null);
  }

  private static Optional<Term> findSingle(Factor factor, int exponent) {
    List<Power> found = factor.powers().stream().filter(p -> p.exponent() == exponent).toList();
    boolean plain =
        factor.coefficient() == 1
            && factor.powers().size() <= 2
            && factor.powers().stream().allMatch(p -> Math.abs(p.exponent()) == 1);
    return plain && found.size() == 1 ? Optional.of(found.get(0).term()) : Optional.empty();
  }

  private String id(Term term, String region, int year, String sector, String fuel) {
    List<String> parts = new ArrayList<>();
    parts.add(identity.name());
    parts.add(region);
    parts.add(String.valueOf(year));
    parts.add(text(term));
    for (String index : new TreeSet<>(term.indices())) {
      String value = index.equals("fuel") ? fuel : sector;
      parts.add(value == null ? "" : value);
    }
    return String.join("|", parts);
  }
}
