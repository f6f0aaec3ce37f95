package org.carbonbook.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carbonbook.conf.ConfRow;
import org.carbonbook.conf.ConfTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  private final UnitRegistry units;

  UnitsTest() throws IOException {
    units = UnitRegistry.load(Path.of("conf/units.csv"));
  }

  @Test
  void printingsWithLostSuperscriptsAreKnown() {
    assertThat(units.findUnit("104 tn").orElseThrow().id()).isEqualTo("1e4 t");
    assertThat(units.findUnit("108 cu.m").orElseThrow().id()).isEqualTo("1e8 m3");
    assertThat(units.findUnit("1010 kJ").orElseThrow().id()).isEqualTo("1e10 kJ");
    assertThat(units.findUnit("108 kW•h").orElseThrow().id()).isEqualTo("1e8 kWh");
    assertThat(units.findUnit("（10 000  tce）".replaceAll("[（）]", "")).orElseThrow().id())
        .isEqualTo("1e4 tce");
    assertThat(units.findUnit("万 吨").orElseThrow().id()).isEqualTo("1e4 t");
    assertThat(units.findUnit("10⁴ t").orElseThrow().id()).isEqualTo("1e4 t");
    assertThat(units.findUnit("桶")).isEmpty();
  }

  @Test
  void canonicalFiguresCarryNoBinaryNoise() {
    assertThat(units.getUnit("1e4 t").toCanonical(34.1)).isEqualTo(341000.0);
    assertThat(units.getUnit("%").toCanonical(18.21)).isEqualTo(0.1821);
    assertThat(units.getUnit("1e10 kJ").toCanonical(8040.99)).isEqualTo(8.04099e7);
  }

  @Test
  void aUnitOfCarbonIsOnItsOwnBasisOnly() {
    assertThat(units.getUnit("1e4 tCO2").isOn("tCO2")).isTrue();
    assertThat(units.getUnit("1e4 tCO2").isOn("tC")).isFalse();
    assertThat(units.getUnit("1e4 tce").isOn("calorific")).isTrue();
    assertThat(units.getUnit("1978=100").isOn("prev_year=100")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "kgce/kg, 0.7143, 0.7143, t",
    "kgce/m3, 1.33, 0.00133, m3",
    "kgce/MJ, 0.03412, 0.03412, GJ",
    "kJ/kg, 20908, 20.908, t",
    "GJ/1e4m3, 389.31, 0.038931, m3",
    "TJ/Gg, 43.0, 43.0, t",
    "kgCO2/TJ, 94600, 0.0946, GJ"
  })
  void aRatioKeepsThePrintedDigits(
      String printing, BigDecimal value, BigDecimal canonical, String activityUnit) {
    UnitRatio ratio = units.findRatio(printing).orElseThrow();
    assertThat(ratio.toCanonical(value)).isEqualByComparingTo(canonical);
    assertThat(ratio.toCanonical(value).precision()).isEqualTo(value.precision());
    assertThat(ratio.activityUnit()).isEqualTo(activityUnit);
  }

  @Test
  void aRatioNeedsTwoKnownUnits() {
    assertThat(units.findRatio("kgce/barrel")).isEmpty();
    assertThat(units.findRatio("kgce")).isEmpty();
  }

  /** Meters state which of these units suit a kind of energy; the sizes must not differ. */
  @Test
  void metersCountInTheSameUnits() {
    int compared = 0;
    for (ConfRow row : ConfTable.read(Path.of("conf/meter/units.csv")).rows()) {
      Optional<UnitDefinition> unit =
          units
              .findUnit(row.text("unit"))
              .filter(each -> each.canonicalUnit().equals(row.text("canonical_unit")));
      if (unit.isPresent()) {
        assertThat(unit.get().factor()).as(row.place()).isEqualByComparingTo(row.decimal("factor"));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  @Test
  void aWrongLineNamesItself(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("units.csv");
    String header = "unit,zh,en,dimension,canonical_unit,factor,basis\n";
    Files.writeString(file, header + "t,吨,t,mass,t,1,\nT2,吨,,mass,t,2,\n");
    assertThatThrownBy(() -> UnitRegistry.load(file))
        .hasMessageContaining("units.csv:3")
        .hasMessageContaining("'吨' already means t");
    Files.writeString(file, header + "t,吨,t,mass,t,one,\n");
    assertThatThrownBy(() -> UnitRegistry.load(file)).hasMessageContaining("units.csv:2");
  }
}
