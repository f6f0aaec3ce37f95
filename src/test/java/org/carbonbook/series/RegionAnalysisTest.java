package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRows.Output;
import org.junit.jupiter.api.Test;

/** What is said of the series of one region, and of a panel. */
class RegionAnalysisTest {

  private static final String GDP = "gdp///current";
  private static final String INDEX = "gdp_index///prev_year=100";
  private static final String REAL_GDP = "gdp///constant_2000";
  private static final String ENERGY =
      "energy_consumption/consumption_total/energy_total/coal_equivalent";
  private static final String VALUE_ADDED = "value_added/ferrous_smelting//constant_2005";
  private static final String POPULATION = "population///";
  private static final String CO2 = "emission_co2///tCO2";
  private static final String SECONDARY = "value_added/secondary_industry//current";
  private static final String FERROUS =
      "energy_consumption/ferrous_smelting/energy_total/calorific";

  private static List<Object> cells(List<Row> rows, String name) {
    List<Object> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(Figures.cell(row, name)));
    return cells;
  }

  private static List<Row> where(List<Row> rows, String name, Object value) {
    return rows.stream().filter(row -> value.equals(Figures.cell(row, name))).toList();
  }

  @Test
  void twoObservationsHaveNoTrendAndTheSummarySaysWhy() {
    List<Row> rows = Figures.analyse(Figures.series("421200", CO2, 2006, 2007, y -> y));
    assertThat(Figures.of(rows, Kind.TREND)).isEmpty();
    assertThat(Figures.of(rows, Kind.FORECAST)).isEmpty();
    Row summary = Figures.summary(rows, "emission_co2.tCO2 @ Test Yearbook");
    assertThat(summary.<String>getAs("trend_status"))
        .isEqualTo("not assessed: 2 years, a trend test needs 8");
    assertThat(summary.<String>getAs("growth_status")).isEqualTo("assessed");
    assertThat(summary.<String>getAs("forecast_status"))
        .isEqualTo("not assessed: 2 unbroken years, the limit is 10");
    assertThat(summary.<String>getAs("decoupling_status"))
        .isEqualTo("not assessed: the region has no series gdp.constant_* at constant prices");
    assertThat(summary.<String>getAs("elasticity_status")).contains("no rule of conf/industry");
    assertThat(summary.<String>getAs("region_name")).isEqualTo("咸宁");
    assertThat(summary.<String>getAs("indicator_zh")).isEqualTo("二氧化碳排放量");
  }

  @Test
  void aConstantSeriesHasNoTrendAndNoChangePoint() {
    List<Row> rows = Figures.analyse(Figures.series("421200", GDP, 2000, 2010, y -> 5));
    Row original = where(Figures.of(rows, Kind.TREND), "mk_test", "original").get(0);
    assertThat(Figures.cell(original, "p")).isEqualTo(1.0);
    assertThat(Figures.cell(original, "change_point_year")).isNull();
    assertThat(Figures.cell(original, "status")).isEqualTo("assessed");
  }

  @Test
  void areasAndIndicesHaveNeitherTrendNorGrowth() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", "area///", 2000, 2009, y -> y),
                Figures.series("421200", GDP, 2000, 2009, y -> y),
                Figures.series("421200", INDEX, 2000, 2009, y -> 110)));
    assertThat(names(Figures.points(rows))).hasSize(4);
    Set<String> money = Set.of("gdp.current @ Test Yearbook", "gdp.constant_2000 @ Test Yearbook");
    assertThat(names(Figures.of(rows, Kind.TREND))).isEqualTo(money);
    assertThat(names(Figures.of(rows, Kind.GROWTH))).isEqualTo(money);
    assertThat(Figures.summary(rows, "area @ Test Yearbook").<String>getAs("growth_status"))
        .isEqualTo("not assessed: growth and trend of this dimension mean nothing: area");
    assertThat(
            Figures.summary(rows, "gdp_index.prev_year=100 @ Test Yearbook")
                .<String>getAs("trend_status"))
        .endsWith("mean nothing: index");
  }

  @Test
  void whatIsAssumedThroughoutHasNoGrowth() {
    List<Row> rows =
        Figures.analyse(
            Figures.of(Origin.ASSUMED, Figures.series("421200", CO2, 2000, 2009, y -> y)));
    assertThat(Figures.of(rows, Kind.GROWTH)).isEmpty();
    assertThat(
            Figures.summary(rows, "emission_co2.tCO2 @ Test Yearbook")
                .<String>getAs("growth_status"))
        .isEqualTo("not assessed: every figure is assumed");
  }

  private static Set<String> names(List<Row> rows) {
    Set<String> names = new HashSet<>();
    rows.forEach(row -> names.add(row.getAs("series")));
    return names;
  }

  @Test
  void nothingIsStatedAcrossABreakAndTheBreakIsARow() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", VALUE_ADDED, 2006, 2016, y -> y),
                Figures.series("421200", FERROUS, 2002, 2024, y -> y < 2012 ? 100 : 500 + y)));
    assertThat(Figures.of(rows, Output.BREAK))
        .filteredOn(row -> row.<String>getAs("series").startsWith("energy"))
        .extracting(row -> row.<Integer>getAs("last_year"))
        .containsExactly(2002, 2011, 2017);
    for (Kind kind : List.of(Kind.GROWTH, Kind.DECOUPLING)) {
      assertThat(Figures.of(rows, kind)).isNotEmpty();
      for (Row row : Figures.of(rows, kind)) {
        boolean growth = kind == Kind.GROWTH;
        int from = (Integer) Figures.cell(row, growth ? "from_year" : "year_from");
        int to = (Integer) Figures.cell(row, growth ? "to_year" : "year_to");
        assertThat(from < 2012 && to > 2011).as("%s %d to %d", kind, from, to).isFalse();
      }
    }
    assertThat(cells(Figures.of(rows, Kind.TREND), "first_year")).doesNotContain(2002);
  }

  @Test
  void aDriverInCurrentPricesIsNeverAssessed() {
    List<Row> nominal =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", GDP, 2000, 2010, y -> y),
                Figures.series("421200", ENERGY, 2000, 2010, y -> y),
                Figures.series("421200", CO2, 2000, 2010, y -> y)));
    assertThat(Figures.of(nominal, Kind.DECOUPLING))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("against")).isEmpty();
              assertThat(Figures.cell(row, "answer")).isEqualTo(true);
              assertThat(Figures.cell(row, "status").toString())
                  .contains("no series gdp.constant_* at constant prices");
            });
    assertThat(cells(Figures.of(nominal, Kind.ELASTICITY), "elasticity")).containsOnlyNulls();
    assertThat(
            Figures.summary(nominal, "gdp.current @ Test Yearbook")
                .<String>getAs("decoupling_status"))
        .isEqualTo(
            "not assessed: current prices; the source has no index by which it could be deflated");
  }

  /**
   * China Statistical Yearbook 2014 (index of volume) and the national data site (energy, 10^4
   * tce): 8.7 % over 14.2 %, and 2.9 % over 9.6 %. At current prices 2007 would be 0.377.
   */
  @Test
  void theNationsElasticityIsOfRealGrowth() {
    double[] gdp = {217656.59, 268019.35, 316751.75};
    double[] index = {112.7, 114.2, 109.6};
    double[] energy = {286467, 311442, 320611};
    List<Observation> figures = new ArrayList<>();
    figures.addAll(Figures.series("421200", GDP, 2006, 2008, y -> gdp[y - 2006]));
    figures.addAll(Figures.series("421200", INDEX, 2001, 2005, y -> 110));
    figures.addAll(Figures.series("421200", INDEX, 2006, 2008, y -> index[y - 2006]));
    figures.addAll(Figures.series("421200", GDP, 2000, 2005, y -> 99776.25));
    figures.addAll(Figures.series("421200", ENERGY, 2006, 2008, y -> energy[y - 2006]));
    List<Row> rows = Figures.of(Figures.analyse(figures), Kind.ELASTICITY);
    assertThat((Double) Figures.cell(where(rows, "year_to", 2007).get(0), "elasticity"))
        .isCloseTo(0.614, within(0.0005));
    assertThat(
            rows.stream()
                .filter(row -> Figures.cell(row, "year_from").equals(2007))
                .map(row -> (Double) Figures.cell(row, "elasticity")))
        .singleElement()
        .satisfies(value -> assertThat(value).isCloseTo(0.307, within(0.0005)));
  }

  @Test
  void aQuestionHasOneAnswerOfTheSourceThatCountsFirst() {
    List<Observation> figures =
        new ArrayList<>(
            Figures.all(
                Figures.series("421200", GDP, 2000, 2010, y -> y - 1990),
                Figures.series("421200", INDEX, 2000, 2010, y -> 105)));
    for (int year = 2000; year <= 2010; year++) {
      Observation revised = Figures.figure("421200", ENERGY, "Site 2015", year, 3114 + year, "t");
      Observation first = Figures.figure("421200", ENERGY, "Book 2008", year, 2656 + year, "t");
      figures.add(Figures.with(revised, 1, Origin.PRINTED));
      figures.add(Figures.with(first, 2, Origin.PRINTED));
    }
    for (Kind kind : List.of(Kind.DECOUPLING, Kind.ELASTICITY)) {
      List<Row> rows = Figures.of(Figures.analyse(figures), kind);
      assertThat(where(rows, "answer", true))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.<String>getAs("series")).endsWith("@ Site");
                assertThat(Figures.cell(row, "span")).isEqualTo("run");
                assertThat(Figures.cell(row, "choice")).isEqualTo("declared");
              });
      assertThat(where(rows, "choice", "alternative"))
          .allSatisfy(row -> assertThat(row.<String>getAs("series")).endsWith("@ Book"));
    }
  }

  @Test
  void aPressureThatIsNegativeIsNotAssessed() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", REAL_GDP, 2006, 2008, y -> y),
                Figures.series("421200", CO2, 2006, 2008, y -> y == 2007 ? -1 : 10)));
    List<Row> pairs = Figures.of(rows, Kind.DECOUPLING);
    assertThat(cells(pairs, "status"))
        .anySatisfy(s -> assertThat(s.toString()).contains("-1.0 in 2007, which is not positive"));
    assertThat(where(pairs, "year_from", 2006))
        .anySatisfy(r -> assertThat(Figures.cell(r, "state")).isNotNull());
  }

  @Test
  void aPairWithoutCommonYearsSaysSo() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", REAL_GDP, 2000, 2003, y -> y),
                Figures.series("421200", CO2, 2006, 2009, y -> y)));
    assertThat(cells(Figures.of(rows, Kind.DECOUPLING), "status"))
        .singleElement()
        .asString()
        .isEqualTo("not assessed: 0 years with both, two are needed");
  }

  @Test
  void noForecastWithoutItsBackTest() {
    List<Row> forecasts = Figures.of(Figures.analyse(city("421200", 1)), Kind.FORECAST);
    List<Row> assessed = where(forecasts, "status", "assessed");
    assertThat(cells(assessed, "model"))
        .contains("damped_trend", "stirpat_ridge_gcv (baseline)", "stirpat_ridge_gcv (slow)");
    assertThat(assessed)
        .allSatisfy(
            row -> {
              assertThat(Figures.cell(row, "backtest_rmse")).isNotNull();
              assertThat((Double) Figures.cell(row, "low"))
                  .isLessThanOrEqualTo((Double) Figures.cell(row, "value"));
              assertThat((Integer) Figures.cell(row, "backtest_to"))
                  .isLessThan((Integer) Figures.cell(row, "year"));
            });
    assertThat(where(forecasts, "backtest_rmse", Double.NaN)).isEmpty();
  }

  /** The inventory steps by half in 2013: what is fitted across the step is not published. */
  @Test
  void nothingIsForecastAcrossALevelStep() {
    List<Observation> figures = new ArrayList<>();
    for (Observation each : city("421200", 1)) {
      boolean after = each.year() >= 2013 && each.key().indicator().equals("emission_co2");
      figures.add(
          Figures.figure(
              "421200",
              key(each),
              Figures.EDITION,
              each.year(),
              each.value() * (after ? 1.6 : 1),
              each.unit()));
    }
    List<Row> rows = Figures.analyse(figures);
    List<Row> co2 =
        Figures.of(rows, Kind.FORECAST).stream()
            .filter(row -> row.<String>getAs("series").startsWith("emission"))
            .toList();
    assertThat(co2)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(Figures.cell(row, "value")).isNull();
              assertThat(Figures.cell(row, "status").toString())
                  .startsWith("not assessed: 7 unbroken years after level step 2012-2013: +");
            });
    assertThat(Figures.of(rows, Kind.DRIVER_MODEL))
        .allSatisfy(row -> assertThat(Figures.cell(row, "coefficient")).isNull());
  }

  private static String key(Observation each) {
    SeriesKey key = each.key();
    return Stream.of(key.indicator(), key.sector(), key.item(), key.basis())
        .map(part -> part == null ? "" : part)
        .collect(Collectors.joining("/"));
  }

  @Test
  void aModelWithAWrongSignOrTwinPredictorsNamesTheGate() {
    List<Observation> wrong = new ArrayList<>();
    List<Observation> twins = new ArrayList<>();
    for (Observation each : city("421200", 1)) {
      String indicator = each.key().indicator();
      boolean share = "secondary_industry".equals(each.key().sector());
      double gdp = 100 * Math.pow(1.08, each.year() - 2000);
      wrong.add(with(each, indicator.equals("emission_co2") ? 1e4 / each.value() : each.value()));
      twins.add(
          with(
              each,
              indicator.equals("population")
                  ? 50 * Math.pow(1.01, each.year() - 2000)
                  : indicator.equals("gdp_index")
                      ? 108 + 0.001 * (each.year() % 3)
                      : share
                          ? (0.4 + 0.05 * Math.sin(each.year() * 0.9)) * gdp
                          : indicator.equals("gdp") ? gdp : each.value()));
    }
    assertThat(statuses(wrong)).allMatch(s -> s.contains("its sign must be positive"));
    assertThat(statuses(twins)).allMatch(s -> s.contains("the variance inflation of ln_p is"));
  }

  private static Observation with(Observation each, double value) {
    return Figures.figure("421200", key(each), Figures.EDITION, each.year(), value, each.unit());
  }

  private static List<String> statuses(List<Observation> figures) {
    List<String> statuses =
        Figures.of(Figures.analyse(figures), Kind.DRIVER_MODEL).stream()
            .filter(row -> row.getAs("against").equals("co2_by_industry_share"))
            .map(row -> String.valueOf(Figures.cell(row, "status")))
            .toList();
    assertThat(statuses).isNotEmpty().allMatch(s -> s.startsWith("not assessed: "));
    return statuses;
  }

  @Test
  void aForecastGoesNoFurtherThanItsYearsReachAndSaysSoForTheTargets() {
    List<Row> forecasts =
        Figures.of(
            Figures.analyse(
                Figures.series("421200", CO2, 2000, 2019, y -> 100 * Math.pow(1.03, y - 2000))),
            Kind.FORECAST);
    List<Row> damped = where(forecasts, "model", "damped_trend");
    assertThat(cells(where(damped, "status", "assessed"), "year"))
        .containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029);
    assertThat(damped.stream().filter(row -> Figures.cell(row, "value") == null))
        .extracting(row -> Figures.cell(row, "status"))
        .containsExactly(
            "not assessed: 2030 is 11 years after the last figure, the limit is 10 (0.5 for each of 20 unbroken years)",
            "not assessed: 2035 is 16 years after the last figure, the limit is 10 (0.5 for each of 20 unbroken years)");
  }

  @Test
  void aRegionThatLacksADriverSaysWhich() {
    List<Row> rows = Figures.analyse(Figures.series("421200", CO2, 2000, 2010, y -> y));
    assertThat(cells(Figures.of(rows, Kind.DRIVER_MODEL), "status"))
        .hasSize(3)
        .allSatisfy(
            s -> assertThat(s.toString()).contains("no series gdp.constant_* over population"));
  }

  @Test
  void aPanelOfManyCitiesIsOneModelWithAConstantToEach() {
    List<Observation> figures = new ArrayList<>();
    for (int unit = 0; unit < 30; unit++) {
      figures.addAll(city("4201%02d".formatted(unit), unit + 1));
    }
    List<Row> rows = new RegionAnalysis(Figures.RULES).ofPanel("420000", "city", figures);
    List<Row> affluence =
        where(where(Figures.of(rows, Kind.DRIVER_MODEL), "rule", "ols"), "term", "ln_a").stream()
            .filter(row -> row.getAs("against").equals("co2_by_industry_share"))
            .toList();
    assertThat(affluence).hasSize(1);
    assertThat((Double) Figures.cell(affluence.get(0), "coefficient")).isCloseTo(0.7, within(1e-6));
    assertThat(Figures.cell(affluence.get(0), "units")).isEqualTo(30);
    assertThat(Figures.cell(affluence.get(0), "n")).isEqualTo(30 * 20);
  }

  @Test
  void oneRegionIsNoPanel() {
    assertThat(new RegionAnalysis(Figures.RULES).ofPanel("420000", "city", city("421200", 1)))
        .isEmpty();
  }

  /** A city whose emission follows the model exactly: 0.7 ln A + 1.1 ln P + 0.3 ln T. */
  private static List<Observation> city(String region, int size) {
    List<Observation> figures = new ArrayList<>();
    double gdp = 100 * size;
    double constant = gdp;
    for (int year = 2000; year <= 2019; year++) {
      double growth = 1.05 + 0.03 * Math.sin(year * (1.3 + 0.1 * size));
      constant *= year == 2000 ? 1 : growth;
      double current = constant * Math.pow(1.02, year - 2000);
      double people = 50 * size * (1 + 0.01 * Math.cos(year * (0.7 + 0.05 * size)));
      double share = 0.4 + 0.05 * Math.sin(year * 0.9 + size);
      double co2 =
          size * Math.pow(constant / people, 0.7) * Math.pow(people, 1.1) * Math.pow(share, 0.3);
      figures.add(Figures.figure(region, GDP, Figures.EDITION, year, current, "yuan"));
      figures.add(Figures.figure(region, INDEX, Figures.EDITION, year, 100 * growth, "index"));
      figures.add(Figures.figure(region, POPULATION, Figures.EDITION, year, people, "person"));
      figures.add(
          Figures.figure(region, SECONDARY, Figures.EDITION, year, share * current, "yuan"));
      figures.add(Figures.figure(region, CO2, Figures.EDITION, year, co2, "t"));
    }
    return figures;
  }
}
