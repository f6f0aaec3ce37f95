package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Origin;
import org.carbonbook.series.AnalysisRows.Kind;
import org.carbonbook.series.AnalysisRows.Output;

/** What holds of every region, whatever is printed of it. */
class SeriesLawsTest {

  private static final List<String> KEYS =
      List.of(
          "gdp///current",
          "gdp///constant_2005",
          "gdp_index///prev_year=100",
          "population///",
          "area///",
          "value_added/secondary_industry//current",
          "value_added/industry//constant_2005",
          "energy_consumption/industry/energy_total/coal_equivalent",
          "energy_consumption/consumption_total/energy_total/coal_equivalent",
          "energy_consumption/consumption_total/energy_total/calorific",
          "emission_co2///tCO2",
          "emission_co2/chemicals//tCO2");

  private static final List<String> EDITIONS =
      List.of("Yearbook 2012", "Yearbook 2015", "Site, vintage 2014", "A study");

  /** A random lake of one region: gaps, jumps, several editions, figures of all origins. */
  private static List<Observation> figures(long seed) {
    Random random = new Random(seed);
    List<Observation> figures = new ArrayList<>();
    for (String key : KEYS) {
      for (int e = 0; e < EDITIONS.size(); e++) {
        Origin origin = List.of(Origin.values()).get(random.nextInt(Origin.values().length));
        double level = 100 * Math.exp(random.nextGaussian());
        int first = 1995 + random.nextInt(15);
        int last = first + 1 + random.nextInt(30);
        for (int year = first; year < last; year++) {
          level *= Math.exp(0.05 + 0.05 * random.nextGaussian());
          level *= random.nextInt(25) == 0 ? 1.8 : 1;
          double value = key.startsWith("gdp_index") ? 105 + random.nextGaussian() : level;
          if (random.nextInt(12) > 0) {
            Observation figure =
                Figures.figure("421200", key, EDITIONS.get(e), year, value, "unit");
            figures.add(Figures.with(figure, e + 1, origin));
          }
        }
      }
    }
    return figures;
  }

  @Property(tries = 40)
  void everySeriesIsListedOnceWithItsYears(@ForAll long seed) {
    List<Row> rows = Figures.analyse(figures(seed));
    Map<String, Set<Integer>> years = new HashMap<>();
    for (Row point : Figures.points(rows)) {
      assertThat(
              years
                  .computeIfAbsent(point.getAs("series"), name -> new HashSet<>())
                  .add(point.getAs("year")))
          .isTrue();
    }
    List<Row> summaries = Figures.of(rows, Output.SUMMARY);
    assertThat(summaries)
        .extracting(row -> row.<String>getAs("series"))
        .containsExactlyInAnyOrderElementsOf(years.keySet());
    for (Row summary : summaries) {
      Set<Integer> own = years.get(summary.<String>getAs("series"));
      assertThat(summary.<Integer>getAs("n")).isEqualTo(own.size());
      assertThat(summary.<Integer>getAs("first_year")).isEqualTo(Collections.min(own));
      assertThat(summary.<Integer>getAs("last_year") - summary.<Integer>getAs("first_year"))
          .isEqualTo(own.size() - 1 + summary.<Integer>getAs("gaps"));
      for (Kind kind : Kind.values()) {
        assertThat(summary.<String>getAs(kind.statusColumn())).matches("assessed|not assessed: .+");
      }
    }
  }

  @Property(tries = 40)
  void aSeriesHasOneSourceOnePriceBasisAndOneUnit(@ForAll long seed) {
    Map<String, Set<List<Object>>> bases = new HashMap<>();
    for (Row point : Figures.points(Figures.analyse(figures(seed)))) {
      bases
          .computeIfAbsent(point.getAs("series"), name -> new HashSet<>())
          .add(
              List.of(point.getAs("publication"), point.getAs("price_basis"), point.getAs("unit")));
      if (point.getAs("derivation").equals("deflated")) {
        String publication = point.getAs("publication");
        assertThat(point.<String>getAs("source_series")).contains(publication);
        assertThat(point.<String>getAs("index_series")).contains(publication);
      }
    }
    assertThat(bases.values()).allSatisfy(own -> assertThat(own).hasSize(1));
  }

  @Property(tries = 40)
  void noDriverIsInCurrentPricesAndEachQuestionHasOneAnswer(@ForAll long seed) {
    List<Row> rows = Figures.analyse(figures(seed));
    for (Kind kind : List.of(Kind.DECOUPLING, Kind.ELASTICITY)) {
      Map<Object, Integer> answers = new HashMap<>();
      for (Row row : Figures.of(rows, kind)) {
        assertThat(row.<String>getAs("against")).doesNotContain(".current");
        boolean bySector = Figures.cell(row, "question").toString().startsWith("sector");
        boolean answer = (Boolean) Figures.cell(row, "answer");
        if (!bySector) {
          answers.merge(Figures.cell(row, "question"), answer ? 1 : 0, Integer::sum);
        }
        assertThat(answer && !"declared".equals(Figures.cell(row, "choice"))).isFalse();
      }
      assertThat(answers).isNotEmpty().allSatisfy((question, n) -> assertThat(n).isEqualTo(1));
    }
  }

  @Property(tries = 40)
  void forecastsOfQuantitiesStayAboveZeroAndWidenAndFailuresHaveNoFigures(@ForAll long seed) {
    Map<String, Double> widths = new HashMap<>();
    for (Row row : Figures.of(Figures.analyse(figures(seed)), Kind.FORECAST)) {
      Double value = (Double) Figures.cell(row, "value");
      boolean assessed = Figures.cell(row, "status").equals("assessed");
      assertThat(value != null).isEqualTo(assessed);
      if (assessed) {
        double low = (Double) Figures.cell(row, "low");
        double high = (Double) Figures.cell(row, "high");
        assertThat(low).isPositive().isLessThanOrEqualTo(value);
        String series = row.getAs("series") + "|" + Figures.cell(row, "model");
        assertThat(high / low).isGreaterThanOrEqualTo(widths.getOrDefault(series, 1.0));
        widths.put(series, high / low);
        assertThat((Double) Figures.cell(row, "backtest_mape"))
            .isLessThanOrEqualTo(Figures.RULES.analysis().forecasts().maxMape());
        assertThat(row.<String>getAs("origin")).isIn("estimated", "assumed");
      }
    }
  }

  @Property(tries = 40)
  void noStatementReachesAcrossALevelStepOrIsStrongerThanItsInputs(@ForAll long seed) {
    List<Row> rows = Figures.analyse(figures(seed));
    Map<String, String> origins = new HashMap<>();
    Figures.of(rows, Output.SUMMARY)
        .forEach(row -> origins.put(row.getAs("series"), row.getAs("origin")));
    for (Row row : Figures.of(rows, Kind.GROWTH)) {
      int from = (Integer) Figures.cell(row, "from_year");
      int to = (Integer) Figures.cell(row, "to_year");
      for (Row step : Figures.of(rows, Output.BREAK)) {
        boolean same = step.getAs("series").equals(row.getAs("series"));
        assertThat(
                same
                    && from <= step.<Integer>getAs("last_year")
                    && to >= step.<Integer>getAs("next_year"))
            .isFalse();
      }
      assertThat(Origin.of(row.getAs("origin"))).isGreaterThanOrEqualTo(Origin.COMPUTED);
    }
    assertThat(origins.values()).allSatisfy(origin -> Origin.of(origin));
  }

  @Property(tries = 40)
  void theOrderOfTheFiguresChangesNothing(@ForAll long seed) {
    List<Observation> figures = figures(seed);
    List<Row> once = Figures.analyse(figures);
    Collections.shuffle(figures, new Random(seed + 1));
    assertThat(Figures.analyse(figures)).isEqualTo(once);
  }
}
