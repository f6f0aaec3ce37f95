package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDecimalTest {

  /** Cells of tables 6-11, 6-17 and 5-4 of the 2008 edition, and the figures they stand for. */
  @ParameterizedTest
  @CsvSource({
    "-0.20999999999999908, -0.21",
    "-0.20999999999, -0.21",
    "0.07070000000385335, 0.0707",
    "-0.0030000000006111804, -0.003",
    "4.090799999999831, 4.0908",
    "1.1000000085914508E-5, 1.1E-5",
    "138552.58234410317, 138552.58234410317",
    "24548.505411351867, 24548.505411351867",
    "10534.62, 10534.62",
    "0.0, 0.0",
    "1234567890123.456, 1234567890123.456",
    "1.0E-9, 1.0E-9"
  })
  void printedFiguresComeBack(double stored, double printed) {
    assertThat(PrintedDecimal.of(stored)).isEqualTo(printed);
  }

  @Property
  void aFigureOfEightDecimalsStays(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long digits,
      @ForAll @IntRange(min = 0, max = 8) int scale) {
    double figure = BigDecimal.valueOf(digits, scale).doubleValue();
    assertThat(PrintedDecimal.of(figure)).isEqualTo(figure);
  }

  @Property
  void theRuleIsIdempotentAndStaysNear(@ForAll @DoubleRange(min = -1e9, max = 1e9) double stored) {
    double once = PrintedDecimal.of(stored);
    assertThat(PrintedDecimal.of(once)).isEqualTo(once);
    assertThat(Math.abs(once - stored))
        .isLessThanOrEqualTo(1.01 * Math.max(1e-11, 8 * Math.ulp(stored)))
        .isLessThanOrEqualTo(1.01e-7 * Math.abs(stored));
  }

  @Property
  void noiseOfSumsIsTakenOff(
      @ForAll @LongRange(min = 1, max = 99_999_999) long hundredths,
      @ForAll @IntRange(min = -6, max = 6) int ulps) {
    double printed = BigDecimal.valueOf(hundredths, 2).doubleValue();
    double stored = printed + ulps * Math.ulp(printed);
    assertThat(PrintedDecimal.of(stored)).isEqualTo(printed);
  }

  @Property
  void theSignTurnsWithTheFigure(@ForAll @DoubleRange(min = -1e6, max = 1e6) double stored) {
    assertThat(PrintedDecimal.of(-stored)).isEqualTo(-PrintedDecimal.of(stored));
  }
}
