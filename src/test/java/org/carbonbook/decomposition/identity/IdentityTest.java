package org.carbonbook.decomposition.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

  private static final String CITY =
      "co2 = population * (gdp / population) * (output[sector] / gdp)"
          + " * (energy[sector] / output[sector]) * (energy[sector,fuel] / energy[sector])"
          + " * (co2[sector,fuel] / energy[sector,fuel])";

  @Test
  void aClosedIdentityGivesItsLeftSide() {
    Identity identity = Identity.parse(CITY);
    assertThat(identity.factors()).hasSize(6);
    assertThat(identity.listFactorNames())
        .startsWith("population", "gdp / population", "output[sector] / gdp");
    assertThat(identity.findClosedBy())
        .map(t -> Set.copyOf(t.indices()))
        .contains(Set.of("sector", "fuel"));
    assertThat(identity.finestIndices())
        .containsEntry("energy", Set.of("sector", "fuel"))
        .containsEntry("output", Set.of("sector"))
        .containsEntry("gdp", Set.of());
  }

  @Test
  void aProductIsItsLeftSide() {
    Identity identity = Identity.parse("co2 = activity[sector] * ef[sector]");
    assertThat(identity.findClosedBy()).isEmpty();
    assertThat(identity.listVariables()).containsExactly("activity", "ef");
  }

  @Test
  void namesGroupsAndTimeMayBeWrittenIn() {
    Identity identity =
        Identity.parse("碳排放 = 产值 as 规模 * (碳排放[行业] / 产值) as \"强度 效应\" by 地区, 口径 over 年份");
    assertThat(identity.listFactorNames()).containsExactly("规模", "强度 效应");
    assertThat(identity.by()).containsExactly("地区", "口径");
    assertThat(identity.time()).isEqualTo("年份");
  }

  @Test
  void indicesAreSetsWhateverTheirOrder() {
    Identity identity =
        Identity.parse("e = e[a] * (e[b,a] / e[a]) * (x[a,b] / e[a,b]) * (e[b,a] / x[b,a])");
    assertThat(identity.findClosedBy()).isPresent();
  }

  @Test
  void numbersBelongInsideFactors() {
    assertThat(Identity.parse("co2 = kwh * (ef / 1e3)").factors().get(1).coefficient())
        .isEqualTo(1e-3);
    assertThatThrownBy(() -> Identity.parse("co2 = 12 * kwh")).hasMessageContaining("is a number");
    assertThatThrownBy(() -> Identity.parse("co2 = gdp * (2 * co2 / gdp)"))
        .hasMessageContaining("multiply to 2.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          co2 = gdp * (co2 / energy)                 | 19 | division by 'energy' does not cancel
          co2 = gdp * (energy / gdp) * (co2 / gdp)   | 36 | division by 'gdp' does not cancel
          co2 = gdp * (energy[s] / gdp) * (co2[s] / energy) | 42 | division by 'energy' does not cancel
          co2 = gdp * co2                            | 6  | 'gdp' does not cancel
          co2 = (co2 / gdp) * (gdp / co2)            | 0  | does not give 'co2'
          co2[f] = gdp * (co2 / gdp)                 | 4  | index 'f' is on the left side only
          co2 = gdp * gdp                            | 12 | factor 'gdp' occurs twice
          co2[o] = gdp * (co2 / gdp)                 | 4  | index 'o' is on the left side only
          co2[sector,s] = gdp * (co2[sector] / gdp)  | 11 | index 's' is on the left side only
          co2 = x[f] * (co2 / x[f])                  | 8  | index 'f' cancels out
          co2 = a + b                                | 8  | products and ratios only
          co2 = a * (b / c                           | 16 | expected ')'
          co2 = a[                                   | 8  | expected an index
          co2 = a[s                                  | 9  | expected ',' or ']'
          co2 = a[s,s]                               | 10 | index 's' occurs twice
          co2 a                                      | 4  | expected '='
          co2 = a b                                  | 8  | expected '*'
          co2 = a * 2x                               | 10 | cannot begin with a digit
          co2 = a as "x                              | 11 | not closed
          co2 = a ? b                                | 8  | unexpected character
          """)
  void wrongIdentitiesAreRefusedWithTheirPlace(String text, int position, String message) {
    assertThatThrownBy(() -> Identity.parse(text))
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((IdentityException) e).position())
        .isEqualTo(position);
  }

  @Test
  void messagesAreTwoLinesWithTheTextAround() {
    assertThatThrownBy(() -> Identity.parse(CITY.replace("(gdp /", "(gdp ")))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(2))
        .hasMessageContaining(">>> population)");
  }

  @Test
  void unknownColumnsAreNamedWithTheNearest() {
    Identity identity = Identity.parse("co2 = population * (co2 / population)");
    assertThatThrownBy(() -> identity.requireColumns(List.of("Population", "co2", "year")))
        .hasMessageContaining("variable 'population'")
        .hasMessageContaining("nearest: Population");
    Identity byIndex = Identity.parse("co2 = gdp * (co2[gdp, sektor] / gdp)");
    assertThatThrownBy(() -> byIndex.requireColumns(List.of("sector", "co2", "gdp")))
        .hasMessageContaining("index 'sektor' is not a column of the input; nearest: sector")
        .hasMessageContaining(">>> sektor]");
  }

  @Test
  void unitsMustAgreeWhereAllAreDeclared() {
    Identity identity = Identity.parse("co2 = kwh * ef");
    DimensionCheck.check(identity, Map.of("co2", "t", "kwh", "kWh", "ef", "t/kWh"));
    DimensionCheck.check(identity, Map.of("co2", "t", "ef", "kg/kWh"));
    assertThatThrownBy(
            () -> DimensionCheck.check(identity, Map.of("co2", "t", "kwh", "kWh", "ef", "kg/kWh")))
        .hasMessageContaining("left side is in t, the product in kg");
  }

  @Test
  void dimensionsAreProductsOfSymbols() {
    assertThat(Dimension.parse("t_co2/kWh*m^2")).isEqualTo(Dimension.parse("m^2*t_co2*kWh^-1"));
    assertThat(Dimension.parse("1")).isEqualTo(Dimension.NONE);
    assertThatThrownBy(() -> Dimension.parse("m^x")).hasMessageContaining("is not a unit");
  }

  @Test
  void everyNamedIdentityIsSoundAndLabelledInTwoLanguages() {
    IdentityCatalog catalog = new IdentityCatalog(Path.of("conf", "identities"));
    assertThat(catalog.listNames())
        .contains(
            "kaya",
            "city_energy_co2",
            "industry_energy_intensity",
            "electricity_grid_factor",
            "building",
            "transport");
    for (String name : catalog.listNames()) {
      NamedIdentity named = catalog.getIdentity(name);
      assertThat(named.titleZh()).as(name).isNotBlank();
      assertThat(named.source()).as(name).isNotBlank();
      assertThat(named.labelsZh().keySet())
          .as(name)
          .containsExactlyElementsOf(named.identity().listFactorNames());
      assertThat(named.labelsZh()).as(name).isNotEqualTo(named.labelsEn());
    }
  }

  @Test
  void anUnknownNameOffersTheNearest(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> new IdentityCatalog(Path.of("conf", "identities")).getIdentity("kayo"))
        .hasMessageContaining("no identity 'kayo'")
        .hasMessageContaining("nearest: kaya");
    Files.writeString(folder.resolve("bad.yaml"), "identity: a = b * (a / c)");
    assertThatThrownBy(() -> new IdentityCatalog(folder).getIdentity("bad"))
        .hasMessageContaining("bad.yaml")
        .hasMessageContaining("does not cancel");
    Files.writeString(
        folder.resolve("units.yaml"),
        """
        identity: co2 = kwh * ef
        variables: {co2: {unit: t}, kwh: {unit: kWh}, ef: {unit: kg/kWh}}
        """);
    assertThatThrownBy(() -> new IdentityCatalog(folder).getIdentity("units"))
        .hasMessageContaining("units.yaml")
        .hasMessageContaining("left side is in t, the product in kg");
  }
}
