package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.carbonbook.series.AnalysisRows.Kind;
import org.junit.jupiter.api.Test;

/** What is said of the series of one region, and of a panel. */
class RegionAnalysisTest {

  private static final String GDP = "gdp///current";
  private static final String INDEX = "gdp_index///prev_year=100";
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
  void twoObservationsAreNotAssessed() {
    List<Row> rows = Figures.analyse(Figures.series("421200", GDP, 2006, 2007, y -> y));
    assertThat(cells(Figures.of(rows, Kind.TREND), "status"))
        .hasSize(3)
        .allSatisfy(s -> assertThat(s.toString()).startsWith("not assessed: 2 observations"));
    assertThat(cells(Figures.of(rows, Kind.FORECAST), "status"))
        .allSatisfy(s -> assertThat(s.toString()).startsWith("not assessed: 2 observations"));
  }

  @Test
  void aConstantSeriesHasNoTrendAndNoChangePoint() {
    List<Row> rows = Figures.analyse(Figures.series("421200", GDP, 2000, 2010, y -> 5));
    Row original = where(Figures.of(rows, Kind.TREND), "mk_test", "original").get(0);
    assertThat(Figures.cell(original, "p")).isEqualTo(1.0);
    assertThat(Figures.cell(original, "change_point_year")).isNull();
    assertThat(Figures.cell(original, "status")).isEqualTo("assessed: constant series");
  }

  @Test
  void everySeriesHasItsTrendsAndItsGrowth() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", "forest_area///", 2000, 2009, y -> y),
                Figures.series("421200", GDP, 2000, 2009, y -> y),
                Figures.series("421200", INDEX, 2000, 2009, y -> 110)));
    Set<String> points = names(Figures.points(rows));
    assertThat(points).hasSize(4);
    assertThat(names(Figures.of(rows, Kind.TREND))).isEqualTo(points);
    assertThat(names(Figures.of(rows, Kind.GROWTH))).isEqualTo(points);
    assertThat(new HashSet<>(cells(Figures.of(rows, Kind.GROWTH), "price_basis")))
        .containsExactlyInAnyOrder("not money", "current", "constant 2000");
  }

  private static Set<String> names(List<Row> rows) {
    Set<String> names = new HashSet<>();
    rows.forEach(row -> names.add(row.getAs("series")));
    return names;
  }

  @Test
  void aBreakInTheMiddleHasItsOwnEntryEverywhere() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", GDP, 2006, 2016, y -> y),
                Figures.series("421200", FERROUS, 2006, 2016, y -> y < 2012 ? 100 : 500 + y)));
    List<Row> trends = where(Figures.of(rows, Kind.TREND), "mk_test", TrendsAndGrowth.BREAK);
    assertThat(trends).hasSize(1);
    assertThat(Figures.cell(trends.get(0), "change_point_year")).isEqualTo(2011);
    assertThat(Figures.cell(trends.get(0), "status").toString()).contains("-2011: ");
    Row growth = where(Figures.of(rows, Kind.GROWTH), "method", TrendsAndGrowth.BREAK).get(0);
    assertThat(Figures.cell(growth, "value")).isNull();
    assertThat(Figures.cell(growth, "from_year")).isEqualTo(2011);
    List<Row> pairs = Figures.of(rows, Kind.DECOUPLING);
    Row broken = where(pairs, "state", TrendsAndGrowth.BREAK).get(0);
    assertThat(Figures.cell(broken, "elasticity")).isNull();
    for (Row pair : pairs) {
      if (pair != broken) {
        int from = (Integer) Figures.cell(pair, "year_from");
        int to = (Integer) Figures.cell(pair, "year_to");
        assertThat(from < 2012 && to > 2011).as("%d to %d", from, to).isFalse();
      }
    }
    assertThat(cells(Figures.of(rows, Kind.FORECAST), "fitted_from")).contains(2012);
  }

  @Test
  void aPressureThatIsNegativeIsNotAssessed() {
    List<Row> rows =
        Figures.analyse(
            Figures.all(
                Figures.series("421200", GDP, 2006, 2008, y -> y),
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
                Figures.series("421200", GDP, 2000, 2003, y -> y),
                Figures.series("421200", CO2, 2006, 2009, y -> y)));
    assertThat(cells(Figures.of(rows, Kind.DECOUPLING), "status"))
        .singleElement()
        .asString()
        .startsWith("not assessed: no two years with both");
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

  @Test
  void aRegionThatLacksADriverSaysWhich() {
    List<Row> rows = Figures.analyse(Figures.series("421200", CO2, 2000, 2010, y -> y));
    assertThat(cells(Figures.of(rows, Kind.DRIVER_MODEL), "status"))
        .hasSize(3)
        .allSatisfy(s -> assertThat(s.toString()).contains("no series population, gdp.constant_*"));
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
