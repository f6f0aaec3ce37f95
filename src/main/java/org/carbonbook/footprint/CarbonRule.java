package org.carbonbook.footprint;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;

/**
 * What happens to the carbon of a fuel that is not simply burnt: a line of {@code
 * conf/footprint/carbon_rules.csv}.
 *
 * @param fuel product or gas
 * @param rule {@link #NON_ENERGY}, {@link #DERIVED} or {@link #BIOGENIC}
 * @param storedFraction share of the carbon that a product keeps; null where none is known
 * @param part which part of a gas is derived: {@code all} or {@code recovered}; null for a product
 * @param includedIn the fuel whose carbon a gas carries; null for a product
 * @param status of the figure, or null
 * @param source of the figure, or null
 * @param note for readers, or null
 */
record CarbonRule(
    String fuel,
    String rule,
    Double storedFraction,
    String part,
    String includedIn,
    String status,
    String source,
    String note) {

  static final String FILE = "footprint/carbon_rules.csv";
  static final String NON_ENERGY = "non_energy";
  static final String DERIVED = "derived";
  static final String BIOGENIC = "biogenic";

  /**
   * Reads all rules.
   *
   * @param configuration the folder {@code conf}
   * @throws IllegalArgumentException with file and line of the first fault
   */
  static List<CarbonRule> read(Path configuration) {
    return ConfTable.read(configuration.resolve(FILE))
        .requireColumns("fuel", "rule", "stored_fraction", "part", "included_in", "source")
        .rows()
        .stream()
        .map(CarbonRule::of)
        .toList();
  }

  private static CarbonRule of(ConfRow row) {
    CarbonRule rule =
        new CarbonRule(
            row.filled("fuel"),
            row.filled("rule"),
            row.findDecimal("stored_fraction").map(BigDecimal::doubleValue).orElse(null),
            row.find("part").orElse(null),
            row.find("included_in").orElse(null),
            row.find("status").orElse(null),
            row.find("source").orElse(null),
            row.find("note").orElse(null));
    rule.check(row.place());
    return rule;
  }

  private void check(String place) {
    boolean product = rule.equals(NON_ENERGY);
    if (!List.of(NON_ENERGY, DERIVED, BIOGENIC).contains(rule)) {
      throw new IllegalArgumentException(
          "%s: rule is '%s'; write %s, %s or %s"
              .formatted(place, rule, NON_ENERGY, DERIVED, BIOGENIC));
    }
    if (product && storedFraction != null && (storedFraction < 0 || storedFraction > 1)) {
      throw new IllegalArgumentException(
          "%s: stored_fraction is %s; a share is between 0 and 1".formatted(place, storedFraction));
    }
    if (product && storedFraction != null && source == null) {
      throw new IllegalArgumentException(
          "%s: %s has a fraction without a source; name it".formatted(place, fuel));
    }
    if (rule.equals(DERIVED) && (part == null || includedIn == null)) {
      throw new IllegalArgumentException(
          "%s: a derived gas needs part and included_in".formatted(place));
    }
  }
}
