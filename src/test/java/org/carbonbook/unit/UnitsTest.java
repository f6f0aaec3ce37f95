package org.carbonbook.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void everyFactorAgreesWithTheAlgebra() {
    for (UnitDefinition unit : units.listUnits()) {
      Quantity one = Quantity.of(1, unit, unit.basis(), "test");
      UnitDefinition canonical = units.findUnit(unit.canonicalUnit()).orElse(unit);
      assertThat(one.convertTo(canonical, canonical.basis()).value())
          .as(unit.id())
          .isCloseTo(
              unit.toCanonical(1) / canonical.toCanonical(1), within(1e-12 * unit.toCanonical(1)));
    }
  }

  @Test
  void bothEnergyUnitsConvert() {
    Quantity electricity = Quantity.of(1, units.getUnit("1e4 kWh"), "", "meter");
    assertThat(electricity.convertTo(units.getUnit("GJ"), "").value()).isCloseTo(36, within(1e-9));
  }

  @Test
  void basesDoNotMix() {
    Quantity carbon = Quantity.of(10, units.getUnit("tC"), "", "sinks.csv!F3");
    Quantity dioxide = Quantity.of(10, units.getUnit("tCO2"), "", "sinks.csv!F4");
    assertThatThrownBy(() -> carbon.plus(dioxide))
        .isInstanceOf(MixedBasisException.class)
        .hasMessageContaining("sinks.csv!F3")
        .hasMessageContaining("sinks.csv!F4");
    Quantity calorific = Quantity.of(1, units.getUnit("1e4 tce"), "calorific", "4-1!D11");
    Quantity equivalent = Quantity.of(1, units.getUnit("1e4 tce"), "coal_equivalent", "4-1!C11");
    assertThatThrownBy(() -> calorific.minus(equivalent)).isInstanceOf(MixedBasisException.class);
    assertThatThrownBy(() -> Quantity.of(1, units.getUnit("t"), "", "a").plus(calorific))
        .isInstanceOf(MixedBasisException.class);
  }

  @Test
  void aBasisCancelsInAQuotient() {
    Quantity emission = Quantity.of(2, units.getUnit("tCO2"), "", "a");
    Quantity factor = emission.dividedBy(Quantity.of(4, units.getUnit("GJ"), "", "b"));
    Quantity back = factor.times(Quantity.of(4, units.getUnit("GJ"), "", "c"));
    assertThat(back.convertTo(units.getUnit("tCO2"), "").value()).isEqualTo(2);
    assertThat(back.source()).isEqualTo("a + b + c");
  }

  @Test
  void sameBasisAdds() {
    Quantity a = Quantity.of(1, units.getUnit("1e4 tce"), "calorific", "a");
    Quantity b = Quantity.of(10000, units.getUnit("tce"), "calorific", "b");
    assertThat(a.plus(b).value()).isCloseTo(2, within(1e-12));
    assertThat(a.minus(b).unit()).isEqualTo("1e4 tce (calorific)");
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
