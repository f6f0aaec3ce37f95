package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The laws that methods obey for all numbers, also where factors are zero. */
class MethodLawsTest {

  private static final int FACTORS = 4;
  private static final List<Method> EXACT =
      List.of(Method.LMDI1, Method.LMDI2, Method.SHAPLEY, Method.POLAR);

  /** Two sides of some cells, with zeros among the factors. */
  @Provide
  Arbitrary<Comparison> comparisons() {
    Arbitrary<Double> factor =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Arbitraries.doubles().between(0.01, 100)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(0.0)));
    return sized(factor);
  }

  /** Two sides of some cells, all factors positive. */
  @Provide
  Arbitrary<Comparison> positive() {
    return sized(Arbitraries.doubles().between(0.01, 100));
  }

  private static Arbitrary<Comparison> sized(Arbitrary<Double> factor) {
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(
            cells -> {
              Arbitrary<double[]> side =
                  factor
                      .array(Double[].class)
                      .ofSize(FACTORS * cells)
                      .map(a -> java.util.Arrays.stream(a).mapToDouble(d -> d).toArray());
              return Combinators.combine(side, side)
                  .as((x0, xT) -> Comparison.ofProducts(FACTORS, x0, xT));
            });
  }

  @Property
  void effectsAddUpToTheChange(@ForAll("comparisons") Comparison c) {
    for (Method method : EXACT) {
      double[] terms;
      try {
        terms = method.effects().additiveTerms(c);
      } catch (NotComputableException e) {
        assertThat(method).isEqualTo(Method.LMDI2);
        assertThat(e.reason()).isEqualTo(NotComputableReason.NOTHING_IN_COMMON);
        continue;
      }
      double change = c.totalT() - c.total0();
      assertThat(sum(terms))
          .as(method.code())
          .isCloseTo(change, within(1e-12 * (scale(c) + termScale(terms))));
    }
  }

  @Property
  void effectsMultiplyToTheRatio(@ForAll("positive") Comparison c) {
    for (Method method : EXACT) {
      double product = Math.exp(sum(method.effects().logEffects(c)));
      double ratio = c.totalT() / c.total0();
      assertThat(product).as(method.code()).isCloseTo(ratio, within(1e-12 * ratio));
    }
  }

  @Property
  void turningTimeTurnsTheSigns(@ForAll("positive") Comparison c) {
    Comparison back = new Comparison(FACTORS, c.xT, c.x0, c.vT, c.v0);
    for (Method method : EXACT) {
      double[] there = TermSums.sums(method.effects().additiveTerms(c), FACTORS);
      double[] home = TermSums.sums(method.effects().additiveTerms(back), FACTORS);
      double[] logs = method.effects().logEffects(c);
      double[] logsHome = method.effects().logEffects(back);
      for (int k = 0; k < FACTORS; k++) {
        assertThat(home[k]).as(method.code()).isCloseTo(-there[k], within(1e-12 * scale(c)));
        assertThat(logsHome[k]).as(method.code()).isCloseTo(-logs[k], within(1e-11));
      }
    }
  }

  @Property
  void theOrderOfFactorsDoesNotMatter(@ForAll("positive") Comparison c, @ForAll Random random) {
    List<Integer> order = new java.util.ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(order, random);
    Comparison mixed =
        new Comparison(
            FACTORS, reordered(c.x0, order, c.cells), reordered(c.xT, order, c.cells), c.v0, c.vT);
    for (Method method : Method.values()) {
      if (!method.equals(Method.POLAR)) {
        double[] effects = TermSums.sums(method.effects().additiveTerms(c), FACTORS);
        double[] ofMixed = TermSums.sums(method.effects().additiveTerms(mixed), FACTORS);
        for (int k = 0; k < FACTORS; k++) {
          assertThat(ofMixed[k])
              .as(method.code())
              .isCloseTo(effects[order.get(k)], within(1e-11 * termScale(effects)));
        }
      }
    }
  }

  private static double[] reordered(double[] x, List<Integer> order, int cells) {
    double[] result = new double[x.length];
    for (int k = 0; k < order.size(); k++) {
      System.arraycopy(x, order.get(k) * cells, result, k * cells, cells);
    }
    return result;
  }

  @Property
  void unchangedFactorsHaveNoEffect(@ForAll("positive") Comparison c) {
    double[] xT = c.xT.clone();
    System.arraycopy(c.x0, 0, xT, 0, c.cells);
    Comparison still = Comparison.ofProducts(FACTORS, c.x0, xT);
    for (Method method : Method.values()) {
      assertThat(TermSums.sums(method.effects().additiveTerms(still), FACTORS)[0]).isZero();
      assertThat(method.effects().logEffects(still)[0])
          .as(method.code())
          .isCloseTo(0, within(1e-13));
    }
  }

  @Property
  void shapleyByPolynomialIsTheMeanOfAllOrders(@ForAll("comparisons") Comparison c) {
    double[][] orders = Shapley.effects(FACTORS, changed -> new double[] {c.mixedTotal(changed)});
    double[] effects = TermSums.sums(Method.SHAPLEY.effects().additiveTerms(c), FACTORS);
    for (int k = 0; k < FACTORS; k++) {
      assertThat(effects[k]).isCloseTo(orders[k][0], within(1e-11 * Math.max(1e-300, wide(c))));
    }
  }

  /** The largest value that any mix of the two sides' factors can give. */
  private static double wide(Comparison c) {
    double most = 0;
    for (int changed = 0; changed < 1 << FACTORS; changed++) {
      most = Math.max(most, Math.abs(c.mixedTotal(changed)));
    }
    return most;
  }

  @Property
  void theGridKeepsClosureAndMakesPlainSumsExact(@ForAll("positive") Comparison c) {
    double[] terms = Method.LMDI1.effects().additiveTerms(c);
    EffectGrid grid = EffectGrid.forTotal(3 * c.scale());
    double[] exact = terms.clone();
    grid.snap(c, terms);
    double plain = 0;
    BigDecimal decimal = BigDecimal.ZERO;
    for (int j = 0; j < terms.length; j++) {
      plain += terms[j];
      decimal = decimal.add(new BigDecimal(terms[j]));
      assertThat(terms[j]).isCloseTo(exact[j], within(FACTORS * grid.step()));
    }
    assertThat(new BigDecimal(plain)).isEqualByComparingTo(decimal);
    assertThat(plain).isCloseTo(c.totalT() - c.total0(), within(1e-12 * scale(c)));
  }

  @Test
  void negativeBalancesAreTakenWhereTheMethodAllows() {
    double[] x0 = {-4, 5, 2, 3};
    double[] xT = {-6, 4, 2.5, 3.5};
    Comparison sameSigns = Comparison.ofProducts(2, x0, xT);
    double[] lmdi = TermSums.sums(Method.LMDI1.effects().additiveTerms(sameSigns), 2);
    assertThat(sum(lmdi)).isCloseTo(sameSigns.totalT() - sameSigns.total0(), within(1e-13));
    Comparison turning = Comparison.ofProducts(2, new double[] {-4, 2}, new double[] {6, 2.5});
    assertThatThrownBy(() -> Method.LMDI1.effects().additiveTerms(turning))
        .isInstanceOf(NotComputableException.class)
        .hasMessageContaining("shapley takes negative");
    double[] shapley = TermSums.sums(Method.SHAPLEY.effects().additiveTerms(turning), 2);
    assertThat(sum(shapley)).isCloseTo(15 + 8, within(1e-13));
  }

  @Test
  void ratiosOfNothingAreRefused() {
    Comparison vanishing = Comparison.ofProducts(2, new double[] {2, 3}, new double[] {0, 3});
    for (Method method : Method.values()) {
      assertThatThrownBy(() -> method.effects().logEffects(vanishing))
          .as(method.code())
          .isInstanceOf(NotComputableException.class);
    }
    Comparison nothing = Comparison.ofProducts(2, new double[] {0, 3}, new double[] {0, 5});
    for (Method method : Method.values()) {
      assertThat(method.effects().logEffects(nothing)).containsOnly(0);
    }
  }

  @Test
  void fixedWeightMethodsOnTheTextbookExample() {
    Comparison c = Comparison.ofProducts(2, new double[] {10, 2}, new double[] {12, 3});
    assertThat(Method.LASPEYRES.effects().additiveTerms(c)).containsExactly(4, 10);
    assertThat(Method.PAASCHE.effects().additiveTerms(c)).containsExactly(6, 12);
    assertThat(Method.MARSHALL_EDGEWORTH.effects().additiveTerms(c)).containsExactly(5, 11);
    assertThat(Math.exp(Method.LASPEYRES.effects().logEffects(c)[0])).isCloseTo(1.2, within(1e-15));
  }

  @Test
  void exactSumsDoNotDependOnOrder() {
    double[] values = {1e308, 1, -1e308, 1e-300, 3, 1e16, -1e16};
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      List<Double> mixed =
          new java.util.ArrayList<>(java.util.Arrays.stream(values).boxed().toList());
      Collections.shuffle(mixed, random);
      ExactSum left = new ExactSum();
      ExactSum right = new ExactSum();
      mixed.subList(0, 3).forEach(left::add);
      mixed.subList(3, 7).forEach(right::add);
      assertThat(left.add(right).value()).isEqualTo(4.0);
    }
    assertThat(new ExactSum().add(Double.NaN).add(1).value()).isNaN();
  }

  private static double scale(Comparison c) {
    return Math.max(c.scale(), 1e-300) * 10;
  }

  private static double termScale(double[] effects) {
    double most = 1e-300;
    for (double effect : effects) {
      most = Math.max(most, Math.abs(effect));
    }
    return most * 100;
  }

  private static double sum(double[] values) {
    return ExactSum.of(values);
  }
}
