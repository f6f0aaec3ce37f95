package org.carbonbook.decomposition.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.decomposition.TimePairs;
import org.carbonbook.decomposition.Variant;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.method.Form;
import org.carbonbook.decomposition.method.Method;
import org.carbonbook.decomposition.uncertainty.Uncertainty;
import org.carbonbook.fixtures.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

  private static final Identity PRODUCT =
      Identity.parse("v = f1[category] * f2[category] * f3[category] over year");
  private static final Map<String, Double> FIVE_PERCENT =
      Map.of("f1", 0.05, "f2", 0.05, "f3", 0.05);

  /** The 1971-1972 step of LMDIR's example; reference v17. */
  private static Dataset<Row> input() {
    return LocalSpark.table(
        "year,category,f1,f2,f3", "1971,a,1,10,2", "1971,b,4,5,3", "1972,a,4,5,3", "1972,b,5,6,4");
  }

  private static List<Row> effects(Uncertainty uncertainty, Form form, Dataset<Row> input) {
    return Decomposition.of(PRODUCT)
        .input(input)
        .form(form)
        .uncertainty(uncertainty)
        .run()
        .effects()
        .orderBy("factor_order")
        .collectAsList();
  }

  @Test
  @Tag("reference")
  void firstOrderIntervalsOfTheReference() {
    List<Row> effects = effects(Uncertainty.firstOrder(FIVE_PERCENT), Form.ADDITIVE, input());
    List<Map<String, String>> expected = rows("statistics/v17_lmdi_first_order_sigma_5pct.csv");
    for (int k = 0; k < 3; k++) {
      double sigma =
          number(expected.get(k), "sigma_dV_when_every_input_has_5pct_independent_1sigma");
      double effect = number(expected.get(k), "dV");
      Row row = effects.get(k);
      assertThat(row.<Double>getAs("effect")).isCloseTo(effect, within(1e-9 * Math.abs(effect)));
      double half = (row.<Double>getAs("high") - row.<Double>getAs("low")) / 2;
      assertThat(half / 1.959963984540054).isCloseTo(sigma, within(1e-9 * sigma));
    }
  }

  @Test
  void drawsAgreeWithFirstOrderForSmallErrors() {
    Map<String, Double> small = Map.of("f1", 0.01, "f2", 0.01, "f3", 0.01);
    for (Form form : Form.values()) {
      Uncertainty errors =
          Uncertainty.firstOrder(small).withTimeCorrelation(0.6).withCorrelation("f1", "f2", -0.5);
      List<Row> first = effects(errors, form, input());
      List<Row> drawn = effects(errors.withDraws(20_000, 42), form, input());
      for (int k = 0; k < 3; k++) {
        double half = (first.get(k).<Double>getAs("high") - first.get(k).<Double>getAs("low")) / 2;
        double halfDrawn =
            (drawn.get(k).<Double>getAs("high") - drawn.get(k).<Double>getAs("low")) / 2;
        assertThat(halfDrawn).isCloseTo(half, within(0.04 * half));
        assertThat(drawn.get(k).<Double>getAs("sign_probability"))
            .isCloseTo(first.get(k).<Double>getAs("sign_probability"), within(0.02));
      }
    }
  }

  @Test
  void drawsDependOnTheSeedAndNotOnPartitions() {
    Uncertainty errors = Uncertainty.firstOrder(FIVE_PERCENT).withDraws(200, 7);
    List<Row> once = effects(errors, Form.ADDITIVE, input().repartition(1));
    assertThat(effects(errors, Form.ADDITIVE, input().repartition(3))).isEqualTo(once);
    List<Row> other =
        effects(Uncertainty.firstOrder(FIVE_PERCENT).withDraws(200, 8), Form.ADDITIVE, input());
    assertThat(other.get(0).<Double>getAs("low")).isNotEqualTo(once.get(0).<Double>getAs("low"));
  }

  @Test
  void errorsOfVariablesReachEveryFactorThatUsesThem() {
    // energy stands in two factors: an error of the first year's energy moves both effects
    // against each other and leaves their sum alone.
    Identity identity = Identity.parse("co2 = gdp * (energy / gdp) * (co2 / energy) over year");
    Row row =
        Decomposition.of(identity)
            .input(LocalSpark.table("year,gdp,energy,co2", "2010,10,5,7", "2011,12,6,8"))
            .uncertainty(Uncertainty.firstOrder(Map.of("energy", 0.1)))
            .run()
            .wide()
            .first();
    assertThat(row.<Double>getAs("low_1")).isCloseTo(row.<Double>getAs("effect_1"), within(1e-12));
    double up = row.<Double>getAs("high_2") - row.<Double>getAs("effect_2");
    double down = row.<Double>getAs("effect_3") - row.<Double>getAs("low_3");
    assertThat(up).isGreaterThan(0.1).isCloseTo(down, within(1e-12));
  }

  /** Cells are independent of each other, so their variances add up to the whole's. */
  @Test
  void effectsByCellHaveRangesOfTheirOwn() {
    Decomposition decomposition =
        Decomposition.of(PRODUCT).input(input()).uncertainty(Uncertainty.firstOrder(FIVE_PERCENT));
    List<Row> whole = decomposition.run().effects().orderBy("factor_order").collectAsList();
    List<Row> cells = decomposition.runDetail().effects().orderBy("factor_order").collectAsList();
    assertThat(cells).hasSize(6);
    for (int k = 0; k < 3; k++) {
      double squares = Math.hypot(width(cells.get(2 * k)), width(cells.get(2 * k + 1)));
      assertThat(squares).isCloseTo(width(whole.get(k)), within(1e-12 * squares));
    }
    assertThatThrownBy(() -> decomposition.form(Form.MULTIPLICATIVE).runDetail())
        .hasMessageContaining("additive form only");
    assertThatThrownBy(() -> decomposition.form(Form.ADDITIVE).method(Method.LMDI2).runDetail())
        .hasMessageContaining("not by lmdi2");
  }

  private static double width(Row row) {
    return row.<Double>getAs("high") - row.<Double>getAs("low");
  }

  @Test
  void wrongErrorsAreRefused() {
    assertThatThrownBy(() -> Uncertainty.firstOrder(Map.of("a", -0.1)))
        .hasMessageContaining("0.05 for 5 %");
    assertThatThrownBy(() -> Uncertainty.firstOrder(FIVE_PERCENT).withTimeCorrelation(2))
        .hasMessageContaining("between -1 and 1");
    Uncertainty contradicting =
        Uncertainty.firstOrder(FIVE_PERCENT)
            .withCorrelation("f1", "f2", 0.9)
            .withCorrelation("f1", "f3", 0.9)
            .withCorrelation("f2", "f3", -0.9);
    for (Uncertainty each : List.of(contradicting, contradicting.withDraws(10, 1))) {
      assertThatThrownBy(() -> effects(each, Form.ADDITIVE, input()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("contradict each other");
    }
    Decomposition byIndex =
        Decomposition.of(Identity.parse("v = f1 * (v[category] / f1) over year"))
            .input(LocalSpark.table("year,category,f1,v", "1971,a,1,10", "1972,a,4,5"))
            .uncertainty(
                Uncertainty.firstOrder(Map.of("f1", 0.1, "v", 0.1))
                    .withCorrelation("f1", "v", 0.5));
    assertThatThrownBy(byIndex::run)
        .hasMessageContaining("f1 and v cannot correlate")
        .hasMessageContaining("[category]");
  }

  /** Every method has ranges to first order; draws of small errors give the same. */
  @Test
  void everyMethodHasFirstOrderRanges() {
    Map<String, Double> small = Map.of("f1", 0.01, "f2", 0.02, "f3", 0.01);
    Uncertainty errors = Uncertainty.firstOrder(small).withTimeCorrelation(0.5);
    for (Form form : Form.values()) {
      List<Variant> variants =
          Arrays.stream(Method.values())
              .map(m -> new Variant(TimePairs.chained(), m, form))
              .toList();
      List<Row> first = ranges(errors, variants);
      List<Row> drawn = ranges(errors.withDraws(4000, 3), variants);
      assertThat(first).hasSize(3 * Method.values().length);
      for (int j = 0; j < first.size(); j++) {
        double half = first.get(j).<Double>getAs("high") - first.get(j).<Double>getAs("low");
        double halfDrawn = drawn.get(j).<Double>getAs("high") - drawn.get(j).<Double>getAs("low");
        assertThat(half).as(first.get(j).toString()).isCloseTo(halfDrawn, within(0.07 * halfDrawn));
      }
    }
  }

  private static List<Row> ranges(Uncertainty uncertainty, List<Variant> variants) {
    return Decomposition.of(PRODUCT)
        .input(input())
        .uncertainty(uncertainty)
        .runEach(variants)
        .effects()
        .orderBy("method", "factor_order")
        .collectAsList();
  }
}
