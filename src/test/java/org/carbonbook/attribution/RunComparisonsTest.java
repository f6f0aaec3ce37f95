package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carbonbook.lake.Origin;
import org.junit.jupiter.api.Test;

/** Which years are compared, and from which publications each pair takes its figures. */
class RunComparisonsTest {

  private static final String FIRST = "City panel, first series";
  private static final String SECOND = "City panel, second series";
  private static final ColumnSplits NO_SPLITS = new ColumnSplits(Map.of());
  private static final BalanceLinks NO_LINKS = new BalanceLinks(List.of());

  private static final DecompositionRun KAYA =
      new DecompositionRun(
          "kaya",
          null,
          "tCO2",
          "set",
          null,
          null,
          null,
          Map.of(
              "co2", emission(VariableSource.Measure.CO2_T),
              "energy", emission(VariableSource.Measure.ENERGY_TCE),
              "gdp",
                  observed(
                      "gdp",
                      null,
                      new VariableSource.Prices(null, new VariableSource.BaseYear(2005), null)),
              "output",
                  observed(
                      "value_added",
                      Map.of("primary_industry", "primary_industry", "tertiary_industry", "rest"),
                      new VariableSource.Prices(null, null, "gdp"))));

  /**
   * Xianning: the second series has value added and no index. Its GDP of 2004 and 2005 is 205.01
   * and 203.83; deflated by the index of the first it fell by 1.7 % where that index prints 112.0.
   */
  @Test
  void realGrowthIsThatOfTheIndexOfTheSamePublication() {
    List<RegionComparison> comparisons = comparisons(xianning(), 2004, 2005, 2018, 2019);
    assertThat(growth(comparisons, 2004, 2005)).isCloseTo(1.12, within(1e-12));
    assertThat(growth(comparisons, 2018, 2019)).isCloseTo(1.081, within(1e-12));
    assertThat(comparisons)
        .allSatisfy(
            c -> {
              assertThat(c.sources()).containsEntry("gdp", FIRST);
              assertThat(c.sources().get("output"))
                  .isEqualTo("shares of " + SECOND + " in the gdp of " + FIRST);
              assertThat(c.origin()).isEqualTo(Origin.ASSUMED);
            });
  }

  @Test
  void sectorsShareTheirTotalOut() {
    RegionComparison pair = comparisons(xianning(), 2004, 2005).get(0);
    assertThat(sum(pair, "output", 2005)).isCloseTo(sum(pair, "gdp", 2005), within(1e-3));
    assertThat(sum(pair, "gdp", 2005)).isEqualTo(204.21e8);
    assertThat(pair.parts())
        .filteredOn(p -> p.variable().equals("output"))
        .allSatisfy(p -> assertThat(p.figureOrigin()).isEqualTo(Origin.ESTIMATED));
  }

  @Test
  void theNextPublicationCountsWhereTheFirstLacksAYear() {
    List<ObservedFigure> figures = xianning();
    figures.removeIf(
        f -> f.indicator().equals("gdp") && f.edition().equals(FIRST) && f.year() == 2004);
    figures.add(figure("gdp_index", null, "prev_year=100", SECOND, 2005, 101));
    assertThat(comparisons(figures, 2004, 2005))
        .singleElement()
        .satisfies(c -> assertThat(c.sources()).containsEntry("gdp", SECOND));
  }

  @Test
  void twoPublicationsAreNoSeries() {
    List<ObservedFigure> figures = xianning();
    figures.removeIf(
        f -> f.indicator().equals("gdp") && f.edition().equals(FIRST) && f.year() == 2018);
    figures.removeIf(
        f -> f.indicator().equals("gdp") && f.edition().equals(SECOND) && f.year() == 2019);
    for (int year = 2005; year <= 2018; year++) {
      figures.add(figure("gdp_index", null, "prev_year=100", SECOND, year, 110));
    }
    assertThat(comparisons(figures, 2018, 2019))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.notAssessed())
                    .contains("no publication has gdp of both 2018 and 2019"));
  }

  @Test
  void balancesOfTwoPublicationsNeedALink() {
    List<Balance> balances =
        List.of(balance(2007, "Yearbook 2008"), balance(2012, "Converted 2012"));
    DecompositionRun run =
        new DecompositionRun(
            "energy",
            null,
            "tCO2",
            "set",
            null,
            null,
            null,
            Map.of("co2", emission(VariableSource.Measure.CO2_T)));
    assertThat(list(run, List.of(), balances, NO_LINKS))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.isAssessed()).isFalse();
              assertThat(c.notAssessed().orElseThrow())
                  .contains("2007 is of \"Yearbook\"", "2012 of \"Converted\"", "balance_links");
            });
    BalanceLinks links =
        new BalanceLinks(List.of(new BalanceLinks.Link(List.of("Year*", "Conv*"), "same form")));
    assertThat(list(run, List.of(), balances, links))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.isAssessed()).isTrue();
              assertThat(c.bases()).containsExactly("chained", "2007");
              assertThat(c.source()).isEqualTo("co2: Yearbook 2008 and Converted 2012");
            });
  }

  @Test
  void whatIsMissingIsNamed() {
    List<ObservedFigure> figures = xianning();
    figures.removeIf(f -> f.indicator().equals("value_added"));
    assertThat(comparisons(figures, 2004, 2005))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.notAssessed().orElseThrow())
                    .isEqualTo("no figure of output in 2004, 2005"));
  }

  @Property(tries = 50)
  void theOrderOfFiguresChangesNothing(@ForAll long seed) {
    List<ObservedFigure> figures = xianning();
    List<ObservedFigure> shuffled = new ArrayList<>(figures);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(comparisons(shuffled, 2004, 2005, 2018, 2019))
        .isEqualTo(comparisons(figures, 2004, 2005, 2018, 2019));
  }

  private static double growth(List<RegionComparison> comparisons, int from, int to) {
    RegionComparison pair =
        comparisons.stream()
            .filter(c -> c.from() == from && c.to() == to)
            .findFirst()
            .orElseThrow();
    return sum(pair, "gdp", to) / sum(pair, "gdp", from);
  }

  private static double sum(RegionComparison comparison, String variable, int year) {
    return comparison.parts().stream()
        .filter(p -> p.variable().equals(variable) && p.year() == year)
        .mapToDouble(VariablePart::value)
        .sum();
  }

  private static List<RegionComparison> comparisons(List<ObservedFigure> figures, int... years) {
    List<Balance> balances = new ArrayList<>();
    for (int year : years) {
      balances.add(balance(year, "Assumed breakdown " + year));
    }
    return list(KAYA, figures, balances, NO_LINKS);
  }

  private static List<RegionComparison> list(
      DecompositionRun run,
      List<ObservedFigure> figures,
      List<Balance> balances,
      BalanceLinks links) {
    ObservedParts observed = new ObservedParts(run, "421200", figures, Map.of(), new ArrayList<>());
    return new RunComparisons(run, "421200", balances, observed, links, NO_SPLITS).list();
  }

  /**
   * GDP, index and value added of Xianning as both series of the sample print them, in 10^8 yuan.
   */
  private static List<ObservedFigure> xianning() {
    List<ObservedFigure> figures = new ArrayList<>();
    double[][] first = {
      {2004, 180.22, 111.5}, {2005, 204.21, 112}, {2018, 1454.21, 108.55}, {2019, 1594.98, 108.1}
    };
    for (double[] year : first) {
      figures.add(figure("gdp", null, "current", FIRST, (int) year[0], year[1] * 1e8));
      figures.add(figure("gdp_index", null, "prev_year=100", FIRST, (int) year[0], year[2]));
    }
    for (int year = 2006; year <= 2017; year++) {
      figures.add(figure("gdp_index", null, "prev_year=100", FIRST, year, 110));
    }
    double[][] second = {
      {2004, 205.01, 45.34}, {2005, 203.83, 53.61}, {2018, 1362.42, 186.88}, {2019, 1594.98, 200}
    };
    for (double[] year : second) {
      int at = (int) year[0];
      figures.add(figure("gdp", null, "current", SECOND, at, year[1] * 1e8));
      figures.add(figure("value_added", "primary_industry", "current", SECOND, at, year[2] * 1e8));
      figures.add(
          figure(
              "value_added",
              "tertiary_industry",
              "current",
              SECOND,
              at,
              (year[1] - year[2]) * 1e8));
    }
    return figures;
  }

  private static ObservedFigure figure(
      String indicator, String sector, String basis, String edition, int year, double value) {
    return new ObservedFigure(
        String.join("|", indicator, sector, basis, edition, String.valueOf(year)),
        "421200",
        year,
        indicator,
        sector,
        null,
        basis,
        edition,
        edition.equals(FIRST) ? 5 : 6,
        Origin.PRINTED,
        value,
        "yuan");
  }

  private static VariableSource emission(VariableSource.Measure measure) {
    return new VariableSource(measure, null, null, null, null, null, null, null);
  }

  private static VariableSource observed(
      String indicator, Map<String, String> sectors, VariableSource.Prices prices) {
    return new VariableSource(null, indicator, null, "current", null, sectors, prices, null);
  }

  private static Balance balance(int year, String edition) {
    return new Balance(
        "421200",
        year,
        edition,
        9,
        "set",
        Set.of("raw_coal"),
        Set.of("industry"),
        List.of(
            new EmissionFigure(
                1, "industry", "raw_coal", 100.0, 40.0, null, Origin.ASSUMED, null)));
  }
}
