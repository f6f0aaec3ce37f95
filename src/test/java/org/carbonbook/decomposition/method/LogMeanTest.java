package org.carbonbook.decomposition.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonbook.fixtures.ReferenceFiles.rows;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogMeanTest {

  /** Reference v16: pairs with the mean to 60 digits, rounded to double. */
  @Test
  @Tag("reference")
  void isWithinFourUlpOfTheExactMean() {
    for (Map<String, String> row : rows("decomposition/v16_logmean_stress.csv")) {
      double a = Double.parseDouble(row.get("a_hex"));
      double b = Double.parseDouble(row.get("b_hex"));
      double exact = Double.parseDouble(row.get("exact_rounded_to_double"));
      assertThat(Math.abs(LogMean.of(a, b) - exact))
          .as("L(%s, %s) = %s", row.get("a"), row.get("b"), LogMean.of(a, b))
          .isLessThanOrEqualTo(4 * Math.ulp(exact));
    }
  }

  @Property
  void liesBetweenGeometricAndArithmeticMean(
      @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(9) double a,
      @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(9) double b) {
    double mean = LogMean.of(a, b);
    assertThat(mean).isGreaterThanOrEqualTo(Math.sqrt(a * b) * (1 - 1e-14));
    assertThat(mean).isLessThanOrEqualTo((a + b) / 2 * (1 + 1e-14));
  }

  @Property
  void isSymmetricAndHomogeneous(
      @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(9) double a,
      @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(9) double b) {
    double mean = LogMean.of(a, b);
    assertThat(LogMean.of(b, a)).isBetween(mean * (1 - 1e-15), mean * (1 + 1e-15));
    assertThat(LogMean.of(-a, -b)).isEqualTo(-mean);
    assertThat(LogMean.of(4 * a, 4 * b)).isEqualTo(4 * mean);
  }

  @Test
  void zeroAndOppositeSigns() {
    assertThat(LogMean.of(0, 5)).isZero();
    assertThat(LogMean.of(0, 0)).isZero();
    assertThat(LogMean.of(-2, 3)).isNaN();
  }
}
