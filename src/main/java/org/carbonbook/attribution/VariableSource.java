package org.carbonbook.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a variable of an identity comes from.
 *
 * @param emission column of {@code core.emission}, or null for an observation
 * @param indicator indicator of {@code core.observation}
 * @param item item that figures must have; null for figures without an item
 * @param basis basis that figures must have, or null for any
 * @param edition edition that figures must be of; null for the publication of the highest priority
 *     that has the figures
 * @param sectors sector of the figures: sector of the identity; null for the run's
 * @param prices how figures come to constant prices, or null
 * @param linked variable that it is, carried over changes of the industrial classification; or null
 */
record VariableSource(
    Measure emission,
    String indicator,
    String item,
    String basis,
    String edition,
    Map<String, String> sectors,
    Prices prices,
    String linked) {

  VariableSource {
    if (Stream.of(emission, indicator, linked).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException(
          "a variable comes from an emission, an indicator or a variable that it links");
    }
    sectors = sectors == null ? null : Map.copyOf(sectors);
  }

  boolean isEmission() {
    return emission != null;
  }

  boolean isShares() {
    return prices != null && prices.sharesOf() != null;
  }

  boolean isLinked() {
    return linked != null;
  }

  /** What is taken of an emission. */
  enum Measure {
    @JsonProperty("co2_t")
    CO2_T("tCO2"),
    @JsonProperty("energy_tce")
    ENERGY_TCE("tce");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }
  }

  /**
   * How figures come to constant prices: exactly one of the three.
   *
   * @param linked series at constant prices of several base years become one
   * @param deflated current prices are deflated by GDP and its index of the same publication
   * @param sharesOf another variable, which is at constant prices and is distributed over the
   *     sectors by the shares of the figures at current prices; these may be another publication's
   */
  record Prices(BaseYear linked, BaseYear deflated, @JsonProperty("shares_of") String sharesOf) {

    Prices {
      if (Stream.of(linked, deflated, sharesOf).filter(Objects::nonNull).count() != 1) {
        throw new IllegalArgumentException("prices are linked, deflated or shares_of a variable");
      }
    }

    /** The year whose prices count; null for shares, which take those of their variable. */
    BaseYear baseYear() {
      return linked != null ? linked : deflated;
    }
  }

  /**
   * The year whose prices count.
   *
   * @param year the year
   */
  record BaseYear(@JsonProperty("base_year") int year) {}
}
