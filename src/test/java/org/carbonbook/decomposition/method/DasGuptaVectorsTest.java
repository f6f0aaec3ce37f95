package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Das Gupta (1993), Standardization and Decomposition of Rates, as tidied in reference v08. */
@Tag("reference")
class DasGuptaVectorsTest {

  private static final String FOLDER = "decomposition/v08_dasgupta_";
  private static final String TAIWAN = "published_effect_1970_minus_1960";

  @Test
  void scalarExamplesOfChapterTwo() {
    Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
    rows(FOLDER + "shapley_scalar.csv")
        .forEach(r -> cases.computeIfAbsent(r.get("case"), c -> new ArrayList<>()).add(r));
    cases.forEach(
        (name, rows) -> {
          List<Map<String, String>> factors =
              rows.stream().filter(r -> !r.get("factor").equals("TOTAL")).toList();
          double[] x0 = factors.stream().mapToDouble(r -> number(r, "pop1")).toArray();
          double[] xT = factors.stream().mapToDouble(r -> number(r, "pop2")).toArray();
          Comparison c = Comparison.ofProducts(x0.length, x0, xT);
          double[] terms = Method.SHAPLEY.effects().additiveTerms(c);
          for (int k = 0; k < x0.length; k++) {
            double expected = number(factors.get(k), "computed_effect");
            assertThat(terms[k]).as(name).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
            assertPrinted(terms[k], factors.get(k).get("published_effect"));
          }
          Map<String, String> total = rows.get(x0.length);
          assertThat(total).containsEntry("factor", "TOTAL");
          double change = number(total, "computed_effect");
          assertThat(ExactSum.of(terms)).isCloseTo(change, within(1e-9 * Math.abs(change)));
          assertPrinted(ExactSum.of(terms), total.get("published_effect"));
        });
    assertThat(cases).hasSize(5);
  }

  @Test
  void birthRatesOfTaiwanByAge() {
    List<Map<String, String>> ages = rows(FOLDER + "taiwan_vector_input.csv");
    String[] factors = {"bm", "mw", "wp"};
    double[] x0 = values(ages, factors, "_1960");
    double[] xT = values(ages, factors, "_1970");
    double[] effects =
        TermSums.sums(Method.SHAPLEY.effects().additiveTerms(Comparison.ofProducts(3, x0, xT)), 3);
    List<Map<String, String>> expected = rows(FOLDER + "taiwan_vector_expected.csv");
    for (int k = 0; k < 3; k++) {
      double computed = number(expected.get(k), "computed");
      assertThat(effects[k]).isCloseTo(computed, within(1e-9 * Math.abs(computed)));
      assertPrinted(effects[k], expected.get(k).get(TAIWAN));
    }
    double total = number(expected.get(3), "computed");
    assertThat(ExactSum.of(effects)).isCloseTo(total, within(1e-9 * Math.abs(total)));
    assertPrinted(ExactSum.of(effects), expected.get(3).get(TAIWAN));
  }

  @Test
  void illegitimacyRatioWhichIsNoProduct() {
    List<Map<String, String>> ages = rows(FOLDER + "illegitimacy_input.csv");
    String[] factors = {"A", "B", "C", "D"};
    double[] x0 = values(ages, factors, "_1963");
    double[] xT = values(ages, factors, "_1983");
    double[][] effects =
        Shapley.effects(4, changed -> new double[] {ratio(changed, x0, xT, ages.size())});
    List<Map<String, String>> expected = rows(FOLDER + "illegitimacy_expected.csv");
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double computed = number(expected.get(k), "computed");
      assertThat(effects[k][0]).isCloseTo(computed, within(1e-9 * Math.abs(computed)));
      assertPrinted(effects[k][0], expected.get(k).get("published_effect"));
      sum += effects[k][0];
    }
    assertThat(sum).isCloseTo(number(expected.get(4), "computed"), within(1e-12));
    assertPrinted(sum, expected.get(4).get("published_effect"));
  }

  /** Births of the unmarried over all births: sum ABC / sum (ABC + A(1-B)D). */
  private static double ratio(int changed, double[] x0, double[] xT, int ages) {
    double outside = 0;
    double inside = 0;
    for (int i = 0; i < ages; i++) {
      double[] f = new double[4];
      for (int k = 0; k < 4; k++) {
        f[k] = ((changed >> k) & 1) == 1 ? xT[k * ages + i] : x0[k * ages + i];
      }
      outside += f[0] * f[1] * f[2];
      inside += f[0] * (1 - f[1]) * f[3];
    }
    return outside / (outside + inside);
  }

  private static double[] values(List<Map<String, String>> rows, String[] factors, String year) {
    double[] values = new double[factors.length * rows.size()];
    for (int k = 0; k < factors.length; k++) {
      for (int i = 0; i < rows.size(); i++) {
        values[k * rows.size() + i] = number(rows.get(i), factors[k] + year);
      }
    }
    return values;
  }

  /** Equal to a printed figure within half of its last digit. */
  private static void assertPrinted(double value, String printed) {
    int digits = printed.length() - printed.indexOf('.') - 1;
    assertThat(value)
        .isCloseTo(Double.parseDouble(printed), within(0.5000001 * Math.pow(10, -digits)));
  }
}
