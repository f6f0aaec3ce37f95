package org.carbonbook.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Biomass that is burnt: CH4 and N2O count, CO2 is a memo item outside every total (IPCC 2006 vol.
 * 2 section 2.3.3.4). Calorific values: China Energy Statistical Yearbook 2008, appendix 4; gases:
 * IPCC 2006 vol. 2 table 2.5.
 */
class BiomassTest {

  private static final String TABLE = "mart.carbon_footprint";
  private static final double STRAW_TJ = 1e6 * 14.635e-3;

  @TempDir private Path folder;
  private BalanceLake lake;
  private BalanceLake.BalanceTable balance;

  @BeforeEach
  void open() {
    lake = new BalanceLake(folder);
    balance = lake.balance("420000");
    lake.labels(balance, BalanceLake.NEEDED).column(balance, "electricity");
  }

  @Test
  void strawCountsItsMethaneAndItsCarbonDioxideIsAMemoItem() {
    lake.figure(balance, "residential", "straw", 1e6);
    marts();
    Row straw = lake.only(TABLE, "fuel = 'straw'");
    assertThat(straw.<Double>getAs("co2_t")).isZero();
    assertThat(straw.<Double>getAs("ch4_t")).isCloseTo(STRAW_TJ * 300 / 1000, within(1e-6));
    assertThat(straw.<Double>getAs("n2o_t")).isCloseTo(STRAW_TJ * 4 / 1000, within(1e-6));
    assertThat(straw.<Double>getAs("co2e_t"))
        .isCloseTo(STRAW_TJ * (300 * 28 + 4 * 265) / 1000, within(1e-4));
    assertThat(straw.<Double>getAs("biogenic_co2_t"))
        .isCloseTo(STRAW_TJ * 27.3 * 44 / 12, within(1e-4));
    assertThat(straw.<String>getAs("notation")).isNull();
    assertThat(straw.<Double>getAs("energy_tce")).isCloseTo(500_000, within(1e-6));
  }

  @Test
  void totalsHoldTheGasesAndNeverTheMemoItem() {
    lake.figure(balance, "industry", "raw_coal", 1000);
    lake.figure(balance, "residential", "straw", 1e6);
    lake.figure(balance, "residential", "biogas", 1e8);
    marts();
    double coal = 1000 * 0.020908 * 26.37 * 0.94 * 44 / 12;
    Row total = lake.only("mart.carbon_footprint_total", "true");
    assertThat(total.<Double>getAs("scope1_co2_t")).isCloseTo(coal, within(1e-6));
    assertThat(total.<Double>getAs("scope1_t") - coal)
        .isBetween(STRAW_TJ * 9.46, STRAW_TJ * 9.46 * 1.03);
    assertThat(total.<Double>getAs("biogenic_co2_t"))
        .isCloseTo(STRAW_TJ * 27.3 * 44 / 12 + 1e8 * 20.908e-6 * 14.9 * 44 / 12, within(1e-3));
    assertThat(total.<Double>getAs("coverage")).isEqualTo(1);
  }

  @Test
  void aBalanceWithoutBiomassHasNoFigureInsteadOfZero() {
    lake.figure(balance, "industry", "raw_coal", 1000);
    marts();
    Row total = lake.only("mart.carbon_footprint_total", "true");
    assertThat(total.<Double>getAs("biogenic_co2_t")).isNull();
    assertThat(total.<String>getAs("biogenic_notation")).isEqualTo("NE");
    assertThat(lake.only(TABLE, "fuel = 'raw_coal'").<String>getAs("biogenic_notation"))
        .isEqualTo("NO");
  }

  @Test
  void biomassInStandardCoalAndItsRawMaterialFollowTheSameRule() {
    String tce = "energy_balance_tce";
    lake.figure(balance, tce, "industry", "biomass", 1000.0, "tce", "calorific");
    lake.figure(balance, tce, "non_energy_use", "biomass", 400.0, "tce", "calorific");
    lake.figure(balance, tce, "thermal_power", "firewood", -100.0, "tce", "calorific");
    marts();
    Row industry = lake.only(TABLE, "fuel = 'biomass'");
    assertThat(industry.<Double>getAs("energy_tce")).isCloseTo(600, within(1e-9));
    assertThat(industry.<Double>getAs("ch4_t")).isCloseTo(600 * 0.029271 * 0.03, within(1e-9));
    assertThat(lake.only(TABLE, "fuel = 'firewood'").<Double>getAs("biogenic_co2_t"))
        .isCloseTo(100 * 0.029271 * 30.5 * 44 / 12, within(1e-9));
  }

  private void marts() {
    lake.run();
    lake.marts(
        "carbon_footprint",
        "carbon_footprint_by_factor_set",
        "scope2_range",
        "carbon_footprint_total");
  }
}
