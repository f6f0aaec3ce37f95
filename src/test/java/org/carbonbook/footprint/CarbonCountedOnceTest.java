package org.carbonbook.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carbon of coke, furnace gases and products counts once, or not at all where it is stored. */
class CarbonCountedOnceTest {

  @TempDir private Path folder;
  private BalanceLake lake;
  private BalanceLake.BalanceTable hubei;

  @BeforeEach
  void open() {
    lake = new BalanceLake(folder);
    hubei = lake.balance("420000");
  }

  @Test
  void furnaceGasIsIncludedInCokeWhereverItIsBurnt() {
    lake.figure(hubei, "industry", "coke", 1000);
    lake.figure(hubei, "industry", "blast_furnace_gas", 1_000_000);
    lake.figure(hubei, "thermal_power", "blast_furnace_gas", -500_000);
    lake.figure(hubei, "heat_supply", "converter_gas", -100_000);
    lake.run();
    assertThat(
            lake.table(EMISSION)
                .where(DEFAULT + "AND gas = 'CO2' AND fuel <> 'coke'")
                .collectAsList())
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("notation")).isEqualTo("IE");
              assertThat(row.<String>getAs("included_in")).isEqualTo("coke");
              assertThat(row.<Double>getAs("emission_t")).isZero();
              assertThat(row.<Double>getAs("energy_tce")).isZero();
            });
    // Burning the gas emits its own CH4 and N2O.
    assertThat(co2("industry", "coke")).isCloseTo(1000 * 2.8524, within(1.0));
    assertThat(
            lake.table(EMISSION)
                .where(
                    DEFAULT + "AND gas = 'CH4' AND fuel = 'blast_furnace_gas' AND emission_t > 0")
                .count())
        .isEqualTo(2);
  }

  @Test
  void furnaceGasCountsItselfWhereTheCokeIsTakenOffAsRawMaterial() {
    lake.figure(hubei, "industry", "coke", 1000);
    lake.figure(hubei, "non_energy_use", "coke", 950);
    lake.figure(hubei, "industry", "blast_furnace_gas", 3_000_000);
    StepResult result = lake.run();
    // 0.9686 kg/m3 of the enterprise guideline
    assertThat(co2("industry", "blast_furnace_gas")).isCloseTo(3000 * 0.9686, within(20.0));
    assertThat(result.notices()).extracting(Notice::code).contains("DERIVED_GAS_WITHOUT_PARENT");
  }

  /** Hubei 2007: 11.77 of 21.85 units are recovered, 10.08 come from the coke ovens. */
  @Test
  void ofOtherGasOnlyTheRecoveredShareIsIncludedInCoke() {
    lake.figure(hubei, "industry", "coke", 8_200_000);
    lake.figure(hubei, "recovery", "other_gas", 1_177_000_000);
    lake.figure(hubei, "coking", "other_gas", 1_008_000_000);
    lake.figure(hubei, "industry", "other_gas", 1_156_000_000);
    lake.figure(hubei, "heat_supply", "other_gas", -1_029_000_000);
    lake.run();
    Row industry = co2Row("industry", "other_gas");
    assertThat(industry.<Double>getAs("counted_share")).isCloseTo(10.08 / 21.85, within(1e-12));
    assertThat(industry.<String>getAs("included_in")).isEqualTo("coke");
    assertThat(industry.<String>getAs("notation")).isNull();
  }

  /** Beijing 2007 makes gas from coke that is put in again: that coke is not in industry. */
  @Test
  void gasMadeFromCokeThatIsPutInAgainCountsWhereItIsBurnt() {
    lake.figure(hubei, "industry", "coke", 2_392_600);
    lake.figure(hubei, "gas_making", "other_gas", 10_138_000_000d);
    lake.figure(hubei, "industry", "other_gas", 7_228_000_000d);
    lake.run();
    assertThat(co2Row("industry", "other_gas").<Double>getAs("counted_share")).isEqualTo(1);
  }

  /**
   * Carbon put in is carbon in the gas, which counts where it is burnt, and CO2 of the works; what
   * a factor of the gas would say more or less cancels out (2019 Refinement, category 1.B.1.c.iv).
   */
  @Test
  void gasWorksEmitWhatTheirProductsDoNotHold() {
    lake.figure(hubei, "gas_making", "raw_coal", -1000);
    lake.figure(hubei, "gas_making", "other_gas", 1_000_000);
    lake.figure(hubei, "residential", "other_gas", 1_000_000);
    lake.run();
    // 20.908 GJ/t x 26.37 t C/TJ and 5.227 TJ/10^6 m3 x 12.2 t C/TJ, before oxidation
    double coal = 1000 * 0.020908 * 26.37;
    double gas = 5.227 * 12.2;
    Row works = co2Row("gas_making", "raw_coal");
    assertThat(works.<Double>getAs("counted_share")).isCloseTo(1 - gas / coal, within(1e-9));
    assertThat(works.<Double>getAs("emission_t"))
        .isCloseTo((coal - gas) * 0.94 * 44 / 12, within(0.1));
    assertThat(works.<String>getAs("treatment")).isEqualTo("gasified");
    assertThat(co2Row("residential", "other_gas").<Double>getAs("counted_share")).isEqualTo(1);
    // Nothing is burnt in the works: no CH4 and no N2O.
    assertThat(lake.table(EMISSION).where(DEFAULT + "AND row = 'gas_making'").count()).isEqualTo(1);
  }

  /** The nation of 2007 prints coke that is put in again without its minus sign. */
  @Test
  void cokeThatIsPutInAgainIsAnInputWithEitherSign() {
    lake.figure(hubei, "gas_making", "coke", 322);
    lake.figure(hubei, "coke_reinput", "coke", 260);
    lake.figure(hubei, "gas_making", "raw_coal", -1000);
    lake.run();
    double coke = 0.028435 * 29.42;
    double coal = 0.020908 * 26.37;
    double share = 1 - 322 * coke / (260 * coke + 1000 * coal);
    assertThat(co2Row("coke_reinput", "coke").<Double>getAs("activity")).isEqualTo(260);
    assertThat(co2Row("coke_reinput", "coke").<String>getAs("sector")).isEqualTo("gas_making");
    assertThat(co2Row("coke_reinput", "coke").<Double>getAs("counted_share"))
        .isCloseTo(share, within(1e-9));
    assertThat(co2Row("gas_making", "raw_coal").<Double>getAs("counted_share"))
        .isCloseTo(share, within(1e-9));
  }

  @Test
  void worksWithMoreCarbonOutThanInEmitNothingAndAFuelWithoutFactorMakesThemNotEstimated() {
    lake.figure(hubei, "gas_making", "raw_coal", -10);
    lake.figure(hubei, "gas_making", "coke", 1000);
    BalanceLake.BalanceTable other = lake.balance("430000");
    lake.figure(other, "gas_making", "raw_coal", -10);
    lake.figure(other, "gas_making", "other_energy", 5);
    lake.run();
    assertThat(works("420000").<Double>getAs("emission_t")).isZero();
    assertThat(works("430000").<Double>getAs("emission_t")).isNull();
    assertThat(works("430000").<String>getAs("notation")).isEqualTo("NE");
  }

  @Test
  void worksWithoutAPrintedProductEmitAllThatIsPutInAndANoticeSaysSo() {
    lake.figure(hubei, "gas_making", "raw_coal", -1000);
    StepResult result = lake.run();
    assertThat(co2("gas_making", "raw_coal")).isCloseTo(1000 * 1.9003, within(0.1));
    assertThat(result.notices())
        .extracting(Notice::code)
        .contains("TRANSFORMATION_WITHOUT_PRODUCT");
  }

  private Row works(String region) {
    return lake.only(EMISSION, DEFAULT + "AND gas = 'CO2' AND region_code = '" + region + "'");
  }

  @Test
  void bitumenKeepsItsCarbonAndLubricantsHalfOfIt() {
    lake.figure(hubei, "construction", "bitumen", 1000);
    lake.figure(hubei, "transport", "lubricants", 1000);
    lake.run();
    assertThat(co2("construction", "bitumen")).isZero();
    // 42.3 GJ/t, 20 t C/TJ, 98 %: 3.04 t/t, of which half is oxidised.
    assertThat(co2("transport", "lubricants"))
        .isCloseTo(1000 * 0.0423 * 20 * 0.98 * 44 / 12 / 2, within(1e-6));
    assertThat(lake.table(EMISSION).where(DEFAULT + "AND gas <> 'CO2'").count()).isZero();
  }

  @Test
  void aProductWithoutAFractionIsNotEstimated() {
    lake.figure(hubei, "construction", "other_petroleum_products", 1000);
    StepResult result = lake.run();
    Row row = co2Row("construction", "other_petroleum_products");
    assertThat(row.<String>getAs("notation")).isEqualTo("NE");
    assertThat(row.<Double>getAs("emission_t")).isNull();
    assertThat(row.<Double>getAs("energy_tce")).isCloseTo(1373, within(0.1));
    assertThat(result.notices()).extracting(Notice::code).contains("NOT_ESTIMATED");
  }

  @Test
  void whatPowerStationsBurnIsBurnt() {
    lake.figure(hubei, "thermal_power", "other_petroleum_products", -1000);
    lake.run();
    assertThat(co2("thermal_power", "other_petroleum_products"))
        .isCloseTo(1000 * 2.8883, within(0.1));
  }

  /** Beijing 2007 prints 244.13 of 306.99 as raw material: the rest is fuel. */
  @Test
  void industryBurnsWhatTheRowOfRawMaterialsLeaves() {
    lake.figure(hubei, "industry", "other_petroleum_products", 306.99);
    lake.figure(hubei, "non_energy_use", "other_petroleum_products", 244.13);
    lake.figure(hubei, "industry", "lubricants", 8);
    lake.figure(hubei, "non_energy_use", "lubricants", 5);
    lake.run();
    assertThat(sum("other_petroleum_products")).isCloseTo(62.86 * 2.8883, within(0.01));
    // 3 t are burnt, and of the other 5 t half is oxidised.
    assertThat(sum("lubricants")).isCloseTo(5.5 * 0.0423 * 20 * 0.98 * 44 / 12, within(1e-6));
  }

  @Test
  void feedstockOfAFuelIsTakenOffInFull() {
    lake.figure(hubei, "industry", "raw_coal", 1000);
    lake.figure(hubei, "non_energy_use", "raw_coal", 300);
    lake.run();
    assertThat(sum("raw_coal")).isCloseTo(700 * 1.9003, within(0.1));
  }

  private static final String EMISSION = "core.emission";
  private static final String DEFAULT = "factor_set = 'provincial_guideline' ";

  private Row co2Row(String row, String fuel) {
    return lake.only(
        EMISSION, DEFAULT + "AND gas = 'CO2' AND row = '%s' AND fuel = '%s'".formatted(row, fuel));
  }

  private double co2(String row, String fuel) {
    return co2Row(row, fuel).<Double>getAs("emission_t");
  }

  private double sum(String fuel) {
    return lake
        .table(EMISSION)
        .where(DEFAULT + "AND gas = 'CO2' AND fuel = '%s'".formatted(fuel))
        .collectAsList()
        .stream()
        .mapToDouble(row -> row.<Double>getAs("emission_t"))
        .sum();
  }
}
