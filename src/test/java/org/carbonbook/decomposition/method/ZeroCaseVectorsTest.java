package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The zero cases of Ang, Zhang and Choi (1998), as tidied in reference v02 (LMDIR, IEA Ghana). */
@Tag("reference")
class ZeroCaseVectorsTest {

  private static final String FOLDER = "decomposition/";

  @Test
  void eightCasesOfAngZhangAndChoi() {
    for (Map<String, String> row : rows(FOLDER + "v02_ang_zhang_choi_zero_cases.csv")) {
      double v0 = number(row, "v0");
      double vT = number(row, "vT");
      double x0 = number(row, "x0");
      double xT = number(row, "xT");
      // The other factor carries the cell's value; where it cannot, it is zero or stays as it is.
      double y0 = x0 == 0 ? 1 : v0 / x0;
      double yT = xT == 0 ? 1 : vT / xT;
      Comparison comparison =
          new Comparison(
              2,
              new double[] {x0, y0},
              new double[] {xT, yT},
              new double[] {v0},
              new double[] {vT});
      double effect = Method.LMDI1.effects().additiveTerms(comparison)[0];
      assertThat(effect).as("case %s", row.get("case")).isEqualTo(number(row, "expected_Z"));
    }
  }

  @Test
  void cellsWithZerosTakeTheirLimits() {
    Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
    rows(FOLDER + "v02_zero_matrices.csv")
        .forEach(r -> cases.computeIfAbsent(r.get("case"), c -> new ArrayList<>()).add(r));
    assertThat(cases).hasSize(5);
    cases.forEach(ZeroCaseVectorsTest::assertCase);
  }

  private static void assertCase(String name, List<Map<String, String>> rows) {
    int factors = (int) rows.stream().map(r -> r.get("factor")).distinct().count();
    int cells = rows.size() / factors;
    double[] x0 = new double[rows.size()];
    double[] xT = new double[rows.size()];
    double[] expected = new double[rows.size()];
    for (int j = 0; j < rows.size(); j++) {
      int at = (j % factors) * cells + j / factors;
      x0[at] = number(rows.get(j), "x0");
      xT[at] = number(rows.get(j), "xT");
      expected[at] = number(rows.get(j), "expected_Z");
    }
    double[] terms = Method.LMDI1.effects().additiveTerms(Comparison.ofProducts(factors, x0, xT));
    boolean ghana = name.startsWith("ghana");
    for (int j = 0; j < expected.length; j++) {
      double tolerance = (ghana ? 1e-7 : 1e-9) * Math.max(1, Math.abs(expected[j]));
      assertThat(terms[j]).as("%s, term %d", name, j).isCloseTo(expected[j], within(tolerance));
    }
  }

  @Test
  void factorsVanishingTogetherShareTheChange() {
    List<Map<String, String>> rows = rows(FOLDER + "v02_two_factors_vanish_together.csv");
    int factors = 5;
    double[] x0 = new double[factors];
    double[] xT = new double[factors];
    for (int k = 0; k < factors; k++) {
      x0[k] = number(rows.get(k), "x_2003");
      xT[k] = number(rows.get(k), "x_2004");
    }
    double[] terms = Method.LMDI1.effects().additiveTerms(Comparison.ofProducts(factors, x0, xT));
    for (int k = 0; k < factors; k++) {
      double limit = number(rows.get(k), "equal_rate_limit");
      assertThat(terms[k]).isCloseTo(limit, within(1e-9 * Math.abs(limit)));
    }
    assertThat(ExactSum.of(terms)).isCloseTo(-6130.225999997863, within(1e-9));
  }

  @Test
  void smallValuesConvergeToTheLimitTheyReplace() {
    List<Map<String, String>> rows = rows(FOLDER + "v02_two_factors_vanish_together.csv");
    double previous = Double.POSITIVE_INFINITY;
    for (Map<String, String> small : rows(FOLDER + "v02_small_value_convergence.csv")) {
      double delta = number(small, "delta");
      double[] x0 = new double[5];
      double[] xT = new double[5];
      for (int k = 0; k < 5; k++) {
        x0[k] = number(rows.get(k), "x_2003");
        double after = number(rows.get(k), "x_2004");
        xT[k] = after == 0 ? delta * x0[k] : after;
      }
      double[] terms = Method.LMDI1.effects().additiveTerms(Comparison.ofProducts(5, x0, xT));
      double error = 0;
      for (int k = 0; k < 5; k++) {
        double expected = number(small, rows.get(k).get("factor"));
        assertThat(terms[k]).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        error = Math.max(error, Math.abs(terms[k] - number(rows.get(k), "equal_rate_limit")));
      }
      double share = number(small, "max_abs_error_vs_limit_as_share_of_v0");
      assertThat(error / 6130.225999997863).isCloseTo(share, within(5.01e-4 * share));
      double distance = Math.abs(terms[3]);
      assertThat(distance).isLessThan(previous);
      previous = distance;
    }
  }

  /** With the limits, and with the small number of the source as an input. */
  @Test
  void totalsOfTheGhanaCaseInBothForms() {
    assertGhana("ghana_2003_2004_vanish_limit", "analytic_limit");
    assertGhana("ghana_2003_2004_small_value_1e-10", "small_value_1e-10");
  }

  private static void assertGhana(String name, String strategy) {
    List<Map<String, String>> rows =
        rows(FOLDER + "v02_zero_matrices.csv").stream()
            .filter(r -> r.get("case").equals(name))
            .toList();
    double[] x0 = new double[8];
    double[] xT = new double[8];
    for (int j = 0; j < 8; j++) {
      x0[(j % 4) * 2 + j / 4] = number(rows.get(j), "x0");
      xT[(j % 4) * 2 + j / 4] = number(rows.get(j), "xT");
    }
    Comparison comparison = Comparison.ofProducts(4, x0, xT);
    double[] differences = TermSums.sums(Method.LMDI1.effects().additiveTerms(comparison), 4);
    double[] ratios =
        Arrays.stream(Method.LMDI1.effects().logEffects(comparison)).map(Math::exp).toArray();
    String[] columns = {"f1_E", "f2_eta", "f3_phi_i", "f4_phi_ij"};
    for (Map<String, String> row : rows(FOLDER + "v02_zero_ghana_expected_totals.csv")) {
      boolean additive = row.get("quantity").equals("dV");
      double[] effects = additive ? differences : ratios;
      for (int k = 0; k < 4 && row.get("strategy").equals(strategy); k++) {
        assertGhana(effects[k], number(row, columns[k]));
      }
      double before = comparison.total0();
      double after = comparison.totalT();
      assertGhana(additive ? after - before : after / before, number(row, "aggregate"));
    }
  }

  private static void assertGhana(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
  }
}
