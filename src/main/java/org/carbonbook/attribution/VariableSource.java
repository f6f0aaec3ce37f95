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
 * @param basis basis that figures must have, or null for any
 * @param edition edition that figures must be of; null for the last by name that has a figure
 * @param sectors sector of the figures: sector of the identity; null for the run's
 * @param prices how figures come to constant prices, or null
 * @param linked variable that it is, carried over changes of the industrial classification; or null
 */
record VariableSource(
    Measure emission,
    String indicator,
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

  boolean isLinked() {
    return linked != null;
  }

  /** What is taken of an emission. */
  enum Measure {
    @JsonProperty("co2_t")
    CO2_T("emission_t", "t CO2"),
    @JsonProperty("energy_tce")
    ENERGY_TCE("energy_tce", "tce");

    private final String column;
    private final String unit;

    Measure(String column, String unit) {
      this.column = column;
      this.unit = unit;
    }

    String unit() {
      return unit;
    }

    String column() {
      return column;
    }
  }

  /**
   * How figures come to constant prices: exactly one of the two.
   *
   * @param linked series at constant prices of several base years become one
   * @param deflated current prices are deflated by the region's GDP and its index
   */
  record Prices(BaseYear linked, BaseYear deflated) {

    Prices {
      if ((linked == null) == (deflated == null)) {
        throw new IllegalArgumentException("prices are either linked or deflated");
      }
    }
  }

  /**
   * The year whose prices count.
   *
   * @param year the year
   */
  record BaseYear(@JsonProperty("base_year") int year) {}
}
