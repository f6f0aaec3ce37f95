package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The factors of buildings agree with the standard of the whole project. */
class EnergyFactorsTableTest {

  /** kgce per kg, m3, kWh and MJ are tce per 10^3 of them; a GJ is 10^3 MJ, a t is 10^3 kg. */
  @ParameterizedTest
  @CsvSource({
    "electricity, kWh, 电力(当量值), 0.001",
    "gas, m3, 油田天然气, 0.001",
    "cooling, GJ, 冷量, 1",
    "steam, t, 蒸汽(低压), 1",
    "coal, t, 原煤, 1",
    "diesel, t, 柴油, 1"
  })
  void standardCoal(String kind, String unit, String row, BigDecimal tcePerUnitOfTheStandard) {
    BigDecimal standard =
        rows("factors/tce_gbt2589.csv").stream()
            .filter(r -> r.text("row").equals(row))
            .map(r -> r.decimal("coefficient"))
            .findFirst()
            .orElseThrow();

    assertThat(rows("building/energy_factors.csv"))
        .filteredOn(r -> r.text("energy_kind").equals(kind) && r.text("unit").equals(unit))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.decimal("tce_per_unit"))
                    .isEqualByComparingTo(standard.multiply(tcePerUnitOfTheStandard)));
  }

  private static List<ConfRow> rows(String file) {
    return ConfTable.read(Path.of("conf").resolve(file)).rows();
  }
}
