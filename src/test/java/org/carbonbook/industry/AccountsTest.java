package org.carbonbook.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.carbonbook.series.Figures;
import org.carbonbook.series.Observation;
import org.junit.jupiter.api.Test;

/** The accounts of industries, sets and all industry. */
class AccountsTest {

  private static final String OUTPUT = "gross_output/%s//%s";
  private static final String ENERGY = "energy_consumption/%s/energy_total/%s";
  private static final String CO2 = "emission_co2/%s//tCO2";

  private static final IndustryRules RULES = IndustryRules.read(Path.of("conf"), new ArrayList<>());

  private static List<Row> accounts(List<Observation> figures, String code, int year) {
    List<AccountSeries> series = AccountSeries.list(Figures.points(Figures.analyse(figures)));
    return new Accounts(RULES, "421200", series)
        .list().stream()
            .filter(row -> code.equals(row.getAs("industry_code")))
            .filter(row -> row.getAs("year").equals(year))
            .toList();
  }

  private static List<Observation> one(String key, double value) {
    return Figures.series("421200", key, 2013, 2013, y -> value);
  }

  @Test
  void sharesAndIntensitiesOfOneIndustry() {
    List<Observation> figures =
        Figures.all(
            one(OUTPUT.formatted("ferrous_smelting", "current"), 4e8),
            one(OUTPUT.formatted("industry", "current"), 16e8),
            one(ENERGY.formatted("ferrous_smelting", "calorific"), 2e4),
            one(ENERGY.formatted("consumption_total", "calorific"), 10e4),
            one(CO2.formatted("ferrous_smelting"), 5e4),
            one(CO2.formatted(""), 20e4));
    Row row = accounts(figures, "31", 2013).get(0);
    assertThat(row.<Object>getAs("industry")).isEqualTo("黑色金属冶炼及压延加工业");
    assertThat(row.<Object>getAs("classification")).isEqualTo("2011");
    assertThat(row.<Object>getAs("share_of_output")).isEqualTo(0.25);
    assertThat(row.<Object>getAs("share_of_energy")).isEqualTo(0.2);
    assertThat(row.<Object>getAs("share_of_co2")).isEqualTo(0.25);
    assertThat(row.<Double>getAs("energy_intensity")).isCloseTo(0.5, within(1e-15));
    assertThat(row.<Double>getAs("co2_intensity")).isCloseTo(1.25, within(1e-15));
    assertThat(row.<Object>getAs("edition")).isEqualTo(Figures.EDITION);
    assertThat(accounts(figures, "B-D", 2013).get(0).<Object>getAs("output")).isEqualTo(16e8);
  }

  @Test
  void theCodeOfAnIndustryIsThatOfTheNewestVersionInEveryYear() {
    List<Observation> figures =
        new ArrayList<>(
            Figures.series("421200", CO2.formatted("nonmetallic_minerals"), 2011, 2012, y -> 1));
    Row before = accounts(figures, "30", 2011).get(0);
    assertThat(before.<Object>getAs("classification")).isEqualTo("2002");
    assertThat(accounts(figures, "30", 2012).get(0).<Object>getAs("classification"))
        .isEqualTo("2011");
    assertThat(accounts(figures, "31", 2011)).isEmpty();
  }

  @Test
  void aYearIsOneRowAndBasesAreNeverMixed() {
    List<Observation> figures =
        Figures.all(
            one(OUTPUT.formatted("chemicals", "current"), 4e8),
            one(OUTPUT.formatted("chemicals", "constant_2010"), 2e8),
            one(OUTPUT.formatted("industry", "current"), 8e8),
            one(ENERGY.formatted("chemicals", "calorific"), 1e4),
            one(ENERGY.formatted("chemicals", "coal_equivalent"), 3e4),
            one(ENERGY.formatted("consumption_total", "coal_equivalent"), 6e4));
    assertThat(accounts(figures, "26", 2013))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<Object>getAs("output")).isEqualTo(4e8);
              assertThat(row.<Object>getAs("output_constant")).isEqualTo(2e8);
              assertThat(row.<Object>getAs("constant_basis")).isEqualTo("constant_2010");
              assertThat(row.<Object>getAs("energy_basis")).isEqualTo("coal_equivalent");
              assertThat(row.<Object>getAs("energy_tce")).isEqualTo(3e4);
              assertThat(row.<Object>getAs("share_of_output")).isEqualTo(0.5);
              assertThat(row.<Object>getAs("share_of_energy")).isEqualTo(0.5);
              assertThat(row.<Double>getAs("energy_intensity")).isCloseTo(0.75, within(1e-15));
              assertThat(row.<Double>getAs("energy_intensity_constant"))
                  .isCloseTo(1.5, within(1e-15));
            });
  }

  /** One source for all years: the one whose edition counts first, not the latest by name. */
  @Test
  void anAccountNeverJoinsTwoSources() {
    List<Observation> figures =
        List.of(
            Figures.figure("421200", CO2.formatted("chemicals"), "A 2020", 2012, 1, "t"),
            Figures.figure("421200", CO2.formatted("chemicals"), "A 2020", 2013, 2, "t"),
            Figures.figure("421200", CO2.formatted("chemicals"), "B 2010", 2013, 9, "t"),
            Figures.figure("421200", CO2.formatted("chemicals"), "B 2010", 2014, 9, "t"));
    assertThat(accounts(figures, "26", 2013).get(0).<Object>getAs("co2_t")).isEqualTo(2.0);
    assertThat(accounts(figures, "26", 2013).get(0).<Object>getAs("co2_source")).isEqualTo("A");
    assertThat(accounts(figures, "26", 2014)).isEmpty();
  }

  @Test
  void aSetWithoutAFigureOfEachMemberSaysWhichLack() {
    List<Observation> figures =
        Figures.all(one(CO2.formatted("chemicals"), 1), one(CO2.formatted("power_heat"), 2));
    Row set = accounts(figures, "six_high_energy", 2013).get(0);
    assertThat(set.<Object>getAs("level")).isEqualTo("set");
    assertThat(set.<Object>getAs("co2_t")).isNull();
    assertThat(set.<Object>getAs("co2_t_notation")).isEqualTo("NE");
    assertThat(set.<String>getAs("missing"))
        .contains("co2_t (no figure of")
        .contains("ferrous_smelting")
        .doesNotContain("power_heat");
  }

  @Test
  void aShareOutsideZeroToOneIsNone() {
    List<Observation> figures =
        Figures.all(one(CO2.formatted("chemicals"), 5), one(CO2.formatted(""), 4));
    Row row = accounts(figures, "26", 2013).get(0);
    assertThat(row.<Object>getAs("share_of_co2")).isNull();
    assertThat(row.<Object>getAs("share_of_co2_notation")).isEqualTo("NE");
    assertThat(row.<String>getAs("missing")).contains("share_of_co2 (1.25 is not a share)");
  }

  @Test
  void salesStandInForGrossOutputWhereAYearHasNone() {
    String sales = "industrial_sales/%s//current";
    List<Observation> figures =
        Figures.all(
            one(sales.formatted("chemicals"), 3e8),
            one(sales.formatted("industry"), 12e8),
            one(sales.formatted("ferrous_smelting"), 5e8),
            one(OUTPUT.formatted("ferrous_smelting", "current"), 6e8),
            one(ENERGY.formatted("chemicals", "calorific"), 6e4));
    Row chemicals = accounts(figures, "26", 2013).get(0);
    assertThat(chemicals.<Object>getAs("output")).isEqualTo(3e8);
    assertThat(chemicals.<Object>getAs("output_indicator")).isEqualTo("industrial_sales");
    assertThat(chemicals.<Object>getAs("share_of_output")).isEqualTo(0.25);
    assertThat(chemicals.<Double>getAs("energy_intensity")).isCloseTo(2, within(1e-15));
    Row steel = accounts(figures, "31", 2013).get(0);
    assertThat(steel.<Object>getAs("output")).isEqualTo(6e8);
    assertThat(steel.<Object>getAs("output_indicator")).isEqualTo("gross_output");
    // Gross output is not a share of sales.
    assertThat(steel.<Object>getAs("share_of_output")).isNull();
  }

  @Test
  void aShareIsOfATotalOfTheSamePublication() {
    List<Observation> figures =
        List.of(
            Figures.figure("421200", CO2.formatted("chemicals"), "A 2014", 2013, 1, "t"),
            Figures.figure("421200", CO2.formatted(""), "B 2014", 2013, 4, "t"));
    assertThat(accounts(figures, "26", 2013).get(0).<Object>getAs("share_of_co2")).isNull();
  }

  @Test
  void aNegativeFigureStaysAndAnOutputOfZeroGivesNoIntensity() {
    List<Observation> figures =
        Figures.all(
            one(ENERGY.formatted("chemicals", "calorific"), -2e4),
            one(OUTPUT.formatted("chemicals", "current"), 4e8),
            one(ENERGY.formatted("power_heat", "calorific"), 2e4),
            one(OUTPUT.formatted("power_heat", "current"), 0));
    Row chemicals = accounts(figures, "26", 2013).get(0);
    assertThat(chemicals.<Double>getAs("energy_intensity")).isCloseTo(-0.5, within(1e-15));
    assertThat(accounts(figures, "44", 2013).get(0).<Object>getAs("energy_intensity")).isNull();
  }

  @Test
  void whatIsMissingIsNullAndNotZero() {
    Row row = accounts(one(ENERGY.formatted("chemicals", "calorific"), 1), "26", 2013).get(0);
    assertThat(row.<Object>getAs("output")).isNull();
    assertThat(row.<Object>getAs("co2_t")).isNull();
    assertThat(row.<Object>getAs("energy_intensity")).isNull();
    assertThat(row.<Object>getAs("output_notation")).isEqualTo("NE");
    assertThat(row.<Object>getAs("energy_tce_notation")).isNull();
    assertThat(row.<Object>getAs("origin")).isEqualTo("computed");
  }
}
