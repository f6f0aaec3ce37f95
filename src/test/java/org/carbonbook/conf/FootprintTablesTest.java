package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that the tables of {@code conf/footprint} must hold, whoever reads them. */
class FootprintTablesTest {
  @ParameterizedTest
  @CsvSource({
    "road, gasoline, uncontrolled, 33, 3.2",
    "road, gasoline, low_mileage_1995, 3.8, 5.7",
    "road, diesel_oil, all, 3.9, 3.9",
    "road, natural_gas, all, 92, 3",
    "road, lpg, all, 62, 0.2",
    "aviation, kerosene, all, 0.5, 2",
    "off_road, diesel_oil, agriculture, 4.15, 28.6"
  })
  void mobileCombustion(
      String mode, String fuel, String technology, BigDecimal ch4, BigDecimal n2o) {
    assertThat(rows("factors/ipcc2006_mobile_ch4_n2o.csv"))
        .filteredOn(r -> r.text("mode").equals(mode) && r.text("fuel").equals(fuel))
        .filteredOn(r -> r.text("technology").equals(technology))
        .singleElement()
        .satisfies(r -> assertThat(r.decimal("ch4_kg_per_tj")).isEqualByComparingTo(ch4))
        .satisfies(r -> assertThat(r.decimal("n2o_kg_per_tj")).isEqualByComparingTo(n2o));
  }

  @Test
  void oneTechnologyStandsForTheFuelOfABalance() {
    Map<String, Long> defaults =
        rows("factors/ipcc2006_mobile_ch4_n2o.csv").stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.text("mode") + " " + r.text("fuel"),
                    Collectors.summingLong(r -> r.text("default").equals("yes") ? 1 : 0)));

    assertThat(defaults).allSatisfy((fuel, count) -> assertThat(count).as(fuel).isEqualTo(1));
  }

  @Test
  void everyTableOfTheFootprintNamesFuelsThatExist() {
    Set<String> fuels = new TreeSet<>(byColumn(rows("fuels.csv"), "fuel").keySet());
    for (String file :
        List.of("factors/ipcc2006_mobile_ch4_n2o.csv", "footprint/carbon_rules.csv")) {
      assertThat(rows(file))
          .allSatisfy(r -> assertThat(fuels).as(r.place()).contains(r.text("fuel")));
    }
  }

  @Test
  void aStoredFractionHasItsSourceOrIsBlank() {
    assertThat(rows("footprint/carbon_rules.csv"))
        .allSatisfy(
            r -> {
              boolean known = r.find("stored_fraction").isPresent();
              assertThat(!known || r.find("source").isPresent()).as(r.place()).isTrue();
              r.findDecimal("stored_fraction")
                  .ifPresent(f -> assertThat(f).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
            })
        .anySatisfy(r -> assertThat(r.find("stored_fraction")).hasValue("0.5"));
  }

  @Test
  void everyFuelThatIsBiomassIsBiogenicAndNoOtherFuelIs() {
    assertThat(rows("footprint/carbon_rules.csv"))
        .filteredOn(r -> r.text("rule").equals("biogenic"))
        .extracting(r -> r.text("fuel"))
        .containsExactlyInAnyOrderElementsOf(
            rows("fuel-groups.csv").stream()
                .filter(r -> r.text("group").equals("biomass"))
                .map(r -> r.text("fuel"))
                .toList());
  }

  @Test
  void coefficientsOfBiomassFollowFromTheirCalorificValues() {
    assertThat(rows("factors/tce_biomass.csv"))
        .allSatisfy(
            r ->
                assertThat(r.decimal("coefficient").doubleValue())
                    .as(r.place())
                    .isCloseTo(r.decimal("ncv").doubleValue() / 29271, within(6e-4)));
  }

  @Test
  void theBalanceOf2007ImpliesItsConversionOfElectricity() {
    BigDecimal implied =
        new BigDecimal("16669.009")
            .divide(new BigDecimal("5963.895"), 8, RoundingMode.HALF_EVEN)
            .multiply(new BigDecimal("0.1229"))
            .setScale(4, RoundingMode.HALF_EVEN);

    assertThat(rows("footprint/electricity_coal_consumption.csv"))
        .filteredOn(r -> r.text("year").equals("2007") && r.text("series").equals("balance"))
        .singleElement()
        .satisfies(r -> assertThat(r.decimal("kgce_per_kwh")).isEqualByComparingTo(implied));
  }

  @Test
  void coalConsumptionOfElectricityIsPlausible() {
    assertThat(rows("footprint/electricity_coal_consumption.csv"))
        .allSatisfy(
            r ->
                assertThat(r.decimal("kgce_per_kwh"))
                    .as(r.place())
                    .isBetween(new BigDecimal("0.28"), new BigDecimal("0.45")))
        .allSatisfy(r -> assertThat(r.filled("source")).isNotBlank())
        .allSatisfy(r -> assertThat(r.text("series")).isIn("gross", "net", "balance"))
        .extracting(r -> r.text("year") + r.text("series"))
        .doesNotHaveDuplicates();
  }

  private static List<ConfRow> rows(String file) {
    return ConfTable.read(Path.of("conf").resolve(file)).rows();
  }

  private static Map<String, ConfRow> byColumn(List<ConfRow> rows, String column) {
    return rows.stream().collect(Collectors.toMap(r -> r.text(column), Function.identity()));
  }
}
