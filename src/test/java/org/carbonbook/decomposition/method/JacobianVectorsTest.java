package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carbonbook.fixtures.ReferenceFiles.number;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.carbonbook.decomposition.method.Jacobian.Side;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The analytic Jacobian of LMDI-I; reference statistics/v17 on the 1971-1972 step of v01. */
class JacobianVectorsTest {

  private static final double[] X0 = {1, 4, 10, 5, 2, 3};
  private static final double[] XT = {4, 5, 5, 6, 3, 4};

  @Test
  @Tag("reference")
  void everyDerivativeOfTheExample() {
    LmdiJacobian jacobian = new LmdiJacobian(Comparison.ofProducts(3, X0, XT), Form.ADDITIVE);
    for (Map<String, String> row : rows("statistics/v17_lmdi_jacobian_v01_1971_1972.csv")) {
      int cell = row.get("category").equals("subsubcat 1") ? 0 : 1;
      int input = last(row.get("input_factor"));
      Side side = row.get("time").equals("0") ? Side.FIRST : Side.SECOND;
      double byLog = jacobian.byLog(cell, input, side)[last(row.get("effect"))];
      double expected = number(row, "d_effect_d_input");
      assertThat(byLog / number(row, "input_value"))
          .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
  }

  @Test
  @Tag("reference")
  void sigmaWhenEveryInputHasFivePercent() {
    LmdiJacobian jacobian = new LmdiJacobian(Comparison.ofProducts(3, X0, XT), Form.ADDITIVE);
    double[] variance = new double[3];
    for (int cell = 0; cell < 2; cell++) {
      for (int input = 0; input < 3; input++) {
        for (Side side : Side.values()) {
          double[] slopes = jacobian.byLog(cell, input, side);
          for (int k = 0; k < 3; k++) {
            variance[k] += Math.pow(0.05 * slopes[k], 2);
          }
        }
      }
    }
    for (Map<String, String> row : rows("statistics/v17_lmdi_first_order_sigma_5pct.csv")) {
      double expected = number(row, "sigma_dV_when_every_input_has_5pct_independent_1sigma");
      assertThat(Math.sqrt(variance[last(row.get("effect"))]))
          .isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Property(tries = 200)
  void agreesWithDifferencesInBothForms(
      @ForAll @Size(6) List<@DoubleRange(min = 0.5, max = 4) Double> before,
      @ForAll @Size(6) List<@DoubleRange(min = 0.5, max = 4) Double> after) {
    double[] x0 = before.stream().mapToDouble(Double::doubleValue).toArray();
    double[] xT = after.stream().mapToDouble(Double::doubleValue).toArray();
    double step = 1e-6;
    for (Form form : Form.values()) {
      double[] slopes =
          new LmdiJacobian(Comparison.ofProducts(3, x0, xT), form).byLog(1, 2, Side.SECOND);
      double[] up = effects(form, x0, moved(xT, 5, Math.exp(step)));
      double[] down = effects(form, x0, moved(xT, 5, Math.exp(-step)));
      for (int k = 0; k < 3; k++) {
        assertThat((up[k] - down[k]) / (2 * step)).isCloseTo(slopes[k], within(1e-6 * 64));
      }
    }
  }

  private static double[] effects(Form form, double[] x0, double[] xT) {
    Comparison c = Comparison.ofProducts(3, x0, xT);
    EffectMethod lmdi = Method.LMDI1.effects();
    return form == Form.ADDITIVE ? TermSums.sums(lmdi.additiveTerms(c), 3) : lmdi.logEffects(c);
  }

  private static double[] moved(double[] x, int at, double by) {
    double[] moved = x.clone();
    moved[at] *= by;
    return moved;
  }

  private static int last(String name) {
    return name.charAt(name.length() - 1) - '1';
  }
}
