package org.carbonbook.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A total exists only when the balance prints every row that it needs, and says what is missing.
 */
class CompletenessTest {

  private static final String TOTAL = "mart.carbon_footprint_total";

  @TempDir private Path folder;
  private BalanceLake lake;

  @BeforeEach
  void open() {
    lake = new BalanceLake(folder);
  }

  @Test
  void aPrintedRowWithoutAFigureIsComplete() {
    BalanceLake.BalanceTable hubei = lake.balance("420000");
    lake.labels(hubei, BalanceLake.NEEDED).column(hubei, "electricity");
    lake.figure(hubei, "industry", "raw_coal", 1000);
    Row total = total("420000");
    assertThat(total.<Double>getAs("scope1_t")).isCloseTo(1900.3, within(15.0));
    assertThat(total.<Double>getAs("scope2_t")).isZero();
    assertThat(total.<Double>getAs("total_t")).isEqualTo(total.<Double>getAs("scope1_t"));
    assertThat(total.<String>getAs("total_notation")).isNull();
    assertThat(total.<Double>getAs("coverage")).isEqualTo(1);
  }

  /** Gas works emit little, so a total exists without them and says that they are not in it. */
  @Test
  void aTableWithoutTheRowOfGasWorksNamesIt() {
    BalanceLake.BalanceTable hubei = lake.balance("420000");
    lake.labels(hubei, BalanceLake.NEEDED).column(hubei, "electricity");
    lake.figure(hubei, "industry", "raw_coal", 1000);
    BalanceLake.BalanceTable hunan = lake.balance("430000");
    lake.labels(hunan, BalanceLake.NEEDED).labels(hunan, List.of("gas_making"));
    lake.column(hunan, "electricity").figure(hunan, "industry", "raw_coal", 1000);
    Row total = total("420000");
    assertThat(total.<Double>getAs("scope1_t")).isPositive();
    assertThat(total.<String>getAs("not_estimated")).isEqualTo("row gas_making is not printed");
    assertThat(lake.only(TOTAL, "region_code = '430000'").<String>getAs("not_estimated")).isNull();
  }

  /** Hubei 2012 prints consumption, power and heat only. */
  @Test
  void withoutRowsOfTradeThereIsNoScopeTwoAndNoTotal() {
    BalanceLake.BalanceTable hubei = lake.balance("420000");
    lake.labels(hubei, BalanceLake.NEEDED.subList(0, 11)).column(hubei, "electricity");
    lake.figure(hubei, "industry", "raw_coal", 1000);
    Row total = total("420000");
    assertThat(total.<Double>getAs("scope1_t")).isPositive();
    assertThat(total.<Double>getAs("scope2_t")).isNull();
    assertThat(total.<String>getAs("scope2_notation")).isEqualTo("NE");
    assertThat(total.<Double>getAs("total_t")).isNull();
    assertThat(total.<String>getAs("total_notation")).isEqualTo("NE");
    assertThat(total.<String>getAs("missing"))
        .contains("scope 2: rows export, import, moving_in, moving_out are not printed")
        .contains("population", "gdp");
    assertThat(total.<String>getAs("t_per_capita_notation")).isEqualTo("NE");
  }

  /** Whichever row a table lacks, the total that needs it is null and names it. */
  @Test
  void removingAnyRowLeavesNoSilentlySmallerTotal() {
    List<String> cities = new ArrayList<>();
    for (int i = 0; i < BalanceLake.NEEDED.size(); i++) {
      String region = "4201%02d".formatted(i);
      List<String> rows = new ArrayList<>(BalanceLake.NEEDED);
      rows.remove(i);
      BalanceLake.BalanceTable balance = lake.balance(region);
      lake.labels(balance, rows).column(balance, "electricity");
      lake.figure(balance, rows.contains("industry") ? "industry" : "other", "raw_coal", 1000);
      cities.add(region);
    }
    lake.run();
    lake.marts("carbon_footprint_by_factor_set", "scope2_range", "carbon_footprint_total");
    for (int i = 0; i < cities.size(); i++) {
      Row total = lake.only(TOTAL, "region_code = '%s'".formatted(cities.get(i)));
      String removed = BalanceLake.NEEDED.get(i);
      assertThat(total.<Double>getAs("total_t")).as(removed).isNull();
      assertThat(total.<String>getAs("missing")).contains(removed);
      assertThat(total.<Double>getAs(i < 11 ? "scope1_t" : "scope2_t")).as(removed).isNull();
      assertThat(total.<Double>getAs(i < 11 ? "scope2_t" : "scope1_t")).as(removed).isNotNull();
    }
  }

  @Test
  void aNationHasNoProvincesToMoveEnergyInFrom() {
    BalanceLake.BalanceTable nation = lake.balance("100000");
    List<String> rows = new ArrayList<>(BalanceLake.NEEDED);
    rows.removeAll(List.of("moving_in", "moving_out"));
    lake.labels(nation, rows).column(nation, "electricity");
    lake.figure(nation, "industry", "raw_coal", 1000);
    assertThat(total("100000").<Double>getAs("total_t")).isPositive();
  }

  @Test
  void aConfidentialFigureLeavesNoTotal() {
    BalanceLake.BalanceTable hubei = lake.balance("420000");
    lake.labels(hubei, BalanceLake.NEEDED).column(hubei, "electricity");
    lake.figure(hubei, "industry", "raw_coal", 1000);
    lake.sign(hubei, "transport", "diesel_oil", "C");
    lake.sign(hubei, "moving_in", "diesel_oil", "NE");
    Row total = total("420000");
    assertThat(total.<Double>getAs("scope1_t")).isNull();
    assertThat(total.<String>getAs("missing")).contains("transport (C)");
    assertThat(total.<Double>getAs("scope2_t")).as("diesel oil is no part of scope 2").isZero();
  }

  /** The first and the last edition by name do not count: the declared rank decides. */
  @Test
  void ofThreeEditionsTheFirstRankedCountsAndAllCanBeCompared() {
    BalanceLake.BalanceTable first =
        new BalanceLake.BalanceTable("420000", 2007, "Yearbook 2008", 2, "printed");
    BalanceLake.BalanceTable revised =
        new BalanceLake.BalanceTable("420000", 2007, "Yearbook 2009", 1, "assumed");
    BalanceLake.BalanceTable last =
        new BalanceLake.BalanceTable("420000", 2007, "Yearbook 2010", 3, "printed");
    for (BalanceLake.BalanceTable balance : List.of(first, revised, last)) {
      lake.labels(balance, BalanceLake.NEEDED).column(balance, "electricity");
    }
    lake.figure(first, "industry", "raw_coal", 1000);
    lake.figure(revised, "industry", "raw_coal", 1100);
    lake.figure(last, "industry", "raw_coal", 1200);
    Row total = total("420000");
    assertThat(total.<String>getAs("edition")).isEqualTo("Yearbook 2009");
    assertThat(total.<String>getAs("origin")).isEqualTo("assumed");
    assertThat(lake.table("mart.carbon_footprint_by_factor_set").count()).isEqualTo(6);
    lake.marts("carbon_footprint");
    assertThat(lake.table("mart.carbon_footprint").count()).isEqualTo(1);
  }

  private Row total(String region) {
    lake.run();
    lake.marts("carbon_footprint_by_factor_set", "scope2_range", "carbon_footprint_total");
    return lake.only(TOTAL, "region_code = '%s'".formatted(region));
  }
}
