package org.carbonbook.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.identity.Factor;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.decomposition.identity.Power;
import org.carbonbook.decomposition.identity.Term;
import org.carbonbook.lake.TableRows;

/**
 * The terms of an identity, such as {@code energy[sector]}, under ids that parts and effects share:
 * the value of a term is the sum of the parts that have its id.
 */
final class IdentityTerms {

  private static final TableRows INPUTS = TableRows.of("core.decomposition_input");

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

  /** Every figure of a comparison under the id of each term that sums it. */
  List<Row> listInputs(RegionComparison comparison) {
    List<Row> rows = new ArrayList<>();
    byText.forEach(
        (text, term) ->
            comparison.parts().stream()
                .filter(p -> p.variable().equals(term.variable()))
                .forEach(p -> rows.add(input(p, text, id(term, place(comparison, p.year(), p))))));
    for (BreakCell each : comparison.breaks()) {
      Stream.concat(each.from().stream(), each.to().stream())
          .forEach(
              p ->
                  rows.add(
                      input(
                          p,
                          BreakCell.FACTOR,
                          breakId(new Place(comparison, p.year(), each.sector(), each.fuel())))));
    }
    return rows;
  }

  private static Row input(VariablePart part, String term, String id) {
    return INPUTS
        .rowOf(part)
        .set("sector", orAll(part.sector()))
        .set("fuel", orAll(part.fuel()))
        .set("source_sector", orAll(part.sourceSector()))
        .set("origin", part.figureOrigin().text())
        .set("term_id", id)
        .set("term", term)
        .build();
  }

  private static String orAll(String code) {
    return code == null ? CodeLabels.ALL : code;
  }

  private static Place place(RegionComparison comparison, int year, VariablePart part) {
    return new Place(comparison, year, part.sector(), part.fuel());
  }

  /**
   * Where a term is taken: a year of a comparison, a sector and a fuel.
   *
   * @param sector sector, or null
   * @param fuel fuel, or null
   */
  record Place(RegionComparison comparison, int year, String sector, String fuel) {}

  /** The id of a break. */
  String breakId(Place place) {
    return id(BreakCell.FACTOR, place, List.of(place.sector(), place.fuel()));
  }

  /** The id of the left side's variable; null when the left side is the product itself. */
  String findLeftId(Place place) {
    return identity.identity().findClosedBy().map(term -> id(term, place)).orElse(null);
  }

  /** The left side's variable; empty when the left side is the product itself. */
  Optional<String> findLeftVariable() {
    return identity.identity().findClosedBy().map(Term::variable);
  }

  /**
   * The one term above (1) or below (-1) the bar of a factor; empty when there is none or more than
   * one.
   */
  Optional<Term> findTerm(int factorOrder, int exponent) {
    return findSingle(identity.identity().factors().get(factorOrder - 1), exponent);
  }

  /** The id of {@link #findTerm}; null when there is none. */
  String findId(int factorOrder, int exponent, Place place) {
    return findTerm(factorOrder, exponent).map(term -> id(term, place)).orElse(null);
  }

  private static Optional<Term> findSingle(Factor factor, int exponent) {
    List<Power> found = factor.powers().stream().filter(p -> p.exponent() == exponent).toList();
    boolean plain =
        factor.coefficient() == 1
            && factor.powers().size() <= 2
            && factor.powers().stream().allMatch(p -> Math.abs(p.exponent()) == 1);
    return plain && found.size() == 1 ? Optional.of(found.get(0).term()) : Optional.empty();
  }

  private String id(Term term, Place place) {
    List<String> indices = new ArrayList<>();
    for (String index : new TreeSet<>(term.indices())) {
      String value = index.equals("fuel") ? place.fuel() : place.sector();
      indices.add(value == null ? "" : value);
    }
    return id(text(term), place, indices);
  }

  private String id(String term, Place place, List<String> indices) {
    List<String> parts = new ArrayList<>();
    parts.add(identity.name());
    parts.add(place.comparison().regionCode());
    parts.add(place.comparison().years());
    parts.add(String.valueOf(place.year()));
    parts.add(term);
    parts.addAll(indices);
    return String.join("|", parts);
  }
}
