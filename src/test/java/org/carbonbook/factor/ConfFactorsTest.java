package org.carbonbook.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.carbonbook.conf.ConfTable;
import org.carbonbook.factor.grid.GridFactor;
import org.carbonbook.factor.grid.GridFactorResult;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.value.CoefficientBasis;
import org.carbonbook.factor.value.EmissionFactor;
import org.carbonbook.factor.value.EnergyCoefficient;
import org.carbonbook.factor.value.Fuel;
import org.carbonbook.factor.value.SectorGroup;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factor data this project ships. */
class ConfFactorsTest {
  private static final FactorLibrary LIBRARY = FactorLibrary.load(Path.of("conf"));
  private static final FactorLookup LOOKUP = new FactorLookup(LIBRARY);

  @Test
  void hasNothingWorseThanAnInfo() {
    assertThat(LIBRARY.listNotices())
        .filteredOn(n -> n.severity() != Severity.INFO)
        .as("notices of conf/factors")
        .isEmpty();
    assertThat(LIBRARY.listNotices()).extracting(Notice::severity).doesNotContain(Severity.ERROR);
  }

  @Test
  void everySetCoversEveryFuelThatCanBeBurnt() {
    List<String> fuels = LIBRARY.listFuels().stream().filter(Fuel::isFuel).map(Fuel::fuel).toList();
    for (FactorSet set : LIBRARY.listFactorSets()) {
      assertThat(LIBRARY.listEmissionFactors(set.name()))
          .as(set.name())
          .filteredOn(f -> f.gas().equals("CO2") && f.scope() == 1)
          .extracting(EmissionFactor::fuel)
          .containsExactlyInAnyOrderElementsOf(fuels);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "raw_coal, 1.9003, t",
    "cleaned_coal, 2.4545, t",
    "other_washed_coal, 0.7792, t",
    "briquettes, 1.9360, t",
    "coke, 2.8527, t",
    "crude_oil, 3.0172, t",
    "gasoline, 2.9251, t",
    "kerosene, 3.0334, t",
    "diesel_oil, 3.0959, t",
    "fuel_oil, 3.1705, t",
    "lpg, 3.1013, t",
    "refinery_gas, 3.0427, t",
    "other_petroleum_products, 2.8883, t",
    "other_coking_products, 2.6446, t",
    "natural_gas, 0.0021650, m3",
    "coke_oven_gas, 0.0008864, m3",
    "other_gas, 0.0002315, m3",
    "blast_furnace_gas, 0.00096865, m3"
  })
  void provincialGuidelineFactors(String fuel, double expected, String unit) {
    EmissionFactor factor = co2("provincial_guideline", fuel);

    assertThat(factor.efValue()).isCloseTo(expected, within(expected * 1e-4));
    assertThat(factor.activityUnit()).isEqualTo(unit);
    assertThat(factor.efUnit()).isEqualTo("tCO2/" + unit);
  }

  @Test
  void termsRebuildEveryFactorToTheLastBit() {
    for (EmissionFactor f : LIBRARY.listEmissionFactors()) {
      if (f.scope() == 2) {
        continue;
      }
      double rebuilt =
          f.gas().equals("CO2")
              ? f.ncvTjPerUnit() * f.carbonContentTcPerTj() * f.oxidation() * 44 / 12
              : f.ncvTjPerUnit() * f.kgPerTj() / 1000;
      assertThat(f.efValue()).as(f.toString()).isEqualTo(rebuilt).isPositive();
    }
  }

  @Test
  void factorPerTceAgreesWithFactorPerTonneOverTheCoefficient() {
    EmissionFactor coal = co2("provincial_guideline", "raw_coal");
    EnergyCoefficient tce =
        LOOKUP
            .coefficient("provincial_guideline", "raw_coal", CoefficientBasis.EQUIVALENT)
            .orElseThrow();

    assertThat(tce.tcePerUnit()).isEqualTo(0.7143);
    assertThat(coal.efTPerTce()).isCloseTo(coal.efValue() / tce.tcePerUnit(), within(1e-3));
  }

  @Test
  void aBorrowedFactorSaysFromWhereAndWhy() {
    EmissionFactor factor = co2("provincial_guideline", "blast_furnace_gas");

    assertThat(factor.carbonContentTcPerTj()).isEqualTo(70.8);
    assertThat(factor.takenFrom()).contains("enterprise");
    assertThat(factor.reason()).contains("12.2");
    assertThat(LIBRARY.listPublishedFactors())
        .filteredOn(f -> f.table().equals("provincial_guideline") && f.row().equals("高炉煤气"))
        .singleElement()
        .satisfies(f -> assertThat(f.flag()).isEqualTo("carbon_content_of_another_gas"));
  }

  @Test
  void methaneAndNitrousOxideDifferBySectorGroup() {
    EmissionFactor industry =
        LOOKUP
            .emission("provincial_guideline", "raw_coal", "CH4", SectorGroup.MANUFACTURING, 2007)
            .orElseThrow();
    EmissionFactor homes =
        LOOKUP
            .emission(
                "provincial_guideline",
                "raw_coal",
                "CH4",
                SectorGroup.RESIDENTIAL_AGRICULTURE,
                2007)
            .orElseThrow();

    assertThat(industry.kgPerTj()).isEqualTo(10);
    assertThat(homes.kgPerTj()).isEqualTo(300);
    assertThat(homes.efValue()).isCloseTo(0.020908 * 300 / 1000, within(1e-15));
    assertThat(LOOKUP.gwp("provincial_guideline", "CH4")).isEqualTo(28);
    assertThat(LOOKUP.gwp("ipcc2006", "N2O")).isEqualTo(265);
  }

  @Test
  void electricityHasBothBasesAndHeatOne() {
    assertThat(tce("electricity", CoefficientBasis.EQUIVALENT)).isEqualTo(0.0001229);
    assertThat(tce("electricity", CoefficientBasis.COAL_CONSUMPTION)).isEqualTo(0.000404);
    assertThat(tce("heat", CoefficientBasis.EQUIVALENT)).isEqualTo(0.03412);
    assertThat(
            LOOKUP.coefficient("provincial_guideline", "heat", CoefficientBasis.COAL_CONSUMPTION))
        .isEmpty();
    assertThat(tce("natural_gas", CoefficientBasis.EQUIVALENT)).isEqualTo(0.00133);
    assertThat(tce("other_energy", CoefficientBasis.EQUIVALENT)).isEqualTo(1);
    assertThat(tce("other_gas", CoefficientBasis.EQUIVALENT)).isEqualTo(0.000357);
    assertThat(tce("other_coking_products", CoefficientBasis.EQUIVALENT)).isEqualTo(1.3);
    assertThat(tce("briquettes", CoefficientBasis.EQUIVALENT)).isEqualTo(0.6);
  }

  /** In force from 2021, beside the standard of 2008; no set takes its coefficients by year yet. */
  @Test
  void theStandardOf2020HasLiquefiedNaturalGas() {
    ConfTable table = ConfTable.read(Path.of("conf/factors/tce_gbt2589_2020.csv"));

    assertThat(table.comments()).containsEntry("valid", "2021..");
    assertThat(table.rows())
        .filteredOn(r -> r.text("row").equals("液化天然气"))
        .singleElement()
        .satisfies(r -> assertThat(r.decimal("coefficient")).isEqualByComparingTo("1.7572"));
  }

  @Test
  void purchasedHeatIsScopeTwo() {
    assertThat(co2("provincial_guideline", "heat"))
        .satisfies(f -> assertThat(f.scope()).isEqualTo(2))
        .satisfies(f -> assertThat(f.efValue()).isEqualTo(0.11))
        .satisfies(f -> assertThat(f.efUnit()).isEqualTo("tCO2/GJ"));
  }

  @ParameterizedTest
  @CsvSource({
    "420000, 2021, exact, 湖北, 2021, 0.3672",
    "310000, 2010, exact, 上海, 2010, 0.7934",
    "420000, 2010, exact, 湖北, 2010, 0.3717",
    "420000, 2007, fallback, 湖北, 2010, 0.3717",
    "420000, 2012, fallback, 湖北, 2010, 0.3717",
    "420000, 2023, exact, 湖北, 2023, 0.4044",
    "421200, 2010, fallback, 湖北, 2010, 0.3717",
    "421200, 2022, fallback, 湖北, 2022, 0.4364",
    "430000, 2007, fallback, 华中, 2012, 0.5257",
    "500000, 2023, exact, 重庆, 2023, 0.5581",
    "540000, 2023, fallback, 西南, 2023, 0.2472",
    "100000, 2021, exact, 全国, 2021, 0.5568",
    "100000, 2022, exact, 全国, 2022, 0.5366"
  })
  void gridFactorOfARegionAndYear(
      String region, int year, String match, String area, int used, double value) {
    GridFactorResult result = LOOKUP.grid("provincial_guideline", region, year);

    assertThat(result.match()).isEqualTo(match);
    assertThat(result.findFactor())
        .hasValueSatisfying(
            f -> {
              assertThat(f.areaZh()).isEqualTo(area);
              assertThat(f.year()).isEqualTo(used);
              assertThat(f.kgCo2PerKwh()).isEqualTo(value);
            });
    assertThat(result.findNotice().isPresent()).isEqualTo(match.equals("fallback"));
  }

  @Test
  void aFallbackIsAWarningThatNamesTheFactorUsed() {
    GridFactorResult result = LOOKUP.grid("provincial_guideline", "420000", 2007);

    Notice notice = result.findNotice().orElseThrow();
    assertThat(notice.severity()).isEqualTo(Severity.WARNING);
    assertThat(notice.message()).contains("湖北 2007", "湖北 2010", "0.3717", "3 years");
    assertThat(result.findReason()).hasValue(notice.message());
  }

  @ParameterizedTest
  @CsvSource({"100000, 2007", "540000, 2007", "810000, 2022"})
  void noFactorIsSaidAndNotGuessed(String region, int year) {
    GridFactorResult result = LOOKUP.grid("provincial_guideline", region, year);

    assertThat(result).isInstanceOf(GridFactorResult.None.class);
    assertThat(result.findFactor()).isEmpty();
    assertThat(result.findNotice()).map(Notice::severity).hasValue(Severity.WARNING);
  }

  @Test
  void anUnknownRegionIsAnErrorNotice() {
    GridFactorResult result = LOOKUP.grid("provincial_guideline", "999999", 2012);

    assertThat(result.findNotice()).map(Notice::code).hasValue("REGION_UNKNOWN");
  }

  @Test
  void rejectedGridFactorsAreListedAndNeverUsed() {
    assertThat(LIBRARY.listGridFactors())
        .filteredOn(f -> f.status().equals("rejected"))
        .hasSize(8)
        .allSatisfy(f -> assertThat(f.note()).contains("contradicts"));
    assertThat(LOOKUP.grid("provincial_guideline", "430000", 2022).findFactor())
        .map(GridFactor::kgCo2PerKwh)
        .hasValue(0.49);
  }

  @ParameterizedTest
  @CsvSource({
    "全国, 2021, average, 0.5568",
    "全国, 2021, residual, 0.5942",
    "全国, 2022, residual, 0.5856",
    "全国, 2023, residual, 0.6096",
    "全国, 2021, fossil, 0.8426",
    "全国, 2022, fossil, 0.8325",
    "全国, 2023, fossil, 0.8273",
    "全国, 2015, enterprise, 0.6101",
    "全国, 2021, enterprise, 0.5810",
    "南方, 2023, average, 0.4042",
    "西南, 2023, average, 0.2472",
    "华中, 2005, guideline_2005, 0.801"
  })
  void publishedFactorsOfElectricity(String area, int year, String series, double value) {
    assertThat(LIBRARY.listGridFactors())
        .filteredOn(f -> f.areaZh().equals(area) && f.year() == year && f.series().equals(series))
        .singleElement()
        .satisfies(f -> assertThat(f.kgCo2PerKwh()).isEqualTo(value))
        .satisfies(f -> assertThat(f.status()).isNotEqualTo("rejected"));
  }

  /** The notices of 2021 to 2023 list 30 provinces: all of the mainland but Tibet. */
  @ParameterizedTest
  @ValueSource(ints = {2021, 2022, 2023})
  void everyProvinceHasItsFactor(int year) {
    assertThat(LIBRARY.listGridFactors())
        .filteredOn(f -> f.year() == year && f.level().equals("province"))
        .hasSize(30)
        .extracting(GridFactor::regionCode)
        .doesNotContain("540000")
        .doesNotHaveDuplicates();
    assertThat(LIBRARY.listGridFactors())
        .filteredOn(f -> f.year() == year && f.level().equals("grid"))
        .filteredOn(f -> f.series().equals("average"))
        .hasSize(7);
  }

  @Test
  void anUnknownSetNamesTheNearest() {
    assertThatThrownBy(() -> LIBRARY.getFactorSet("provincial_guidelines"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("provincial_guideline,");
  }

  @Test
  void anActivityOutsideTheValidityHasNoFactor() {
    Optional<EmissionFactor> factor =
        LOOKUP.emission("provincial_guideline", "coke", "CO2", SectorGroup.ALL, 1985);

    assertThat(factor).isEmpty();
  }

  private static EmissionFactor co2(String set, String fuel) {
    return LOOKUP.emission(set, fuel, "CO2", SectorGroup.MANUFACTURING, 2007).orElseThrow();
  }

  private static double tce(String fuel, CoefficientBasis basis) {
    return LOOKUP.coefficient("provincial_guideline", fuel, basis).orElseThrow().tcePerUnit();
  }
}
