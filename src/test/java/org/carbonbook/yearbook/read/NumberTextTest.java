package org.carbonbook.yearbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.carbonbook.yearbook.layout.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12,345.6;12345.6",
        "１２;12",
        "－０．２１;-0.21",
        "−0.21;-0.21",
        "- 0.21;-0.21",
        "+3;3",
        ".5;0.5",
        "1.234e3;1234",
        "5.;5"
      })
  void numbersInPrint(String printed, double value) {
    assertThat(NumberText.parse(printed).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12,3.4",
        "1,23",
        "12 3",
        "(5.2)",
        "5.2)",
        "1..2",
        "—",
        "…",
        "abc",
        "12a",
        "1,234 567",
        "1-2",
        "5%",
        "",
        "1e999",
        "1e3",
        "1.23E+05",
        "2E-3",
        "٣",
        "NaN",
        "0x10",
        "1,2,3",
        "12①",
        "20 908",
        "348\n002",
        "401 513"
      })
  void everythingElseIsNoNumberAndSaysWhy(String printed) {
    NumberText parsed = NumberText.parse(printed);
    assertThat(parsed.isNumber()).isFalse();
    assertThat(parsed.problem()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"１２", "1２.5"})
  void fullWidthDigitsAreRemarked(String printed) {
    assertThat(NumberText.parse(printed).note()).isEqualTo("full-width digits");
  }

  @Property
  void groupingDoesNotChangeTheNumber(
      @ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long hundredths) {
    double value = hundredths / 100.0;
    DecimalFormat grouped =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
    String commas = grouped.format(value);
    assertThat(NumberText.parse(commas).value()).isEqualTo(value);
    String spaces = commas.replace(',', ' ');
    assertThat(NumberText.parse(spaces, Layout.DigitGroups.SPACES).value()).isEqualTo(value);
    assertThat(NumberText.parse(spaces).isNumber()).isEqualTo(!spaces.contains(" "));
    assertThat(NumberText.parse(commas.replace(",", "")).value()).isEqualTo(value);
  }

  @Property
  void parsingNeverThrows(@ForAll String text) {
    NumberText parsed = NumberText.parse(text);
    assertThat(parsed.isNumber()).isEqualTo(parsed.problem() == null);
  }

  @Property
  void aPrintedDoubleComesBack(@ForAll double value) {
    if (Double.isFinite(value)) {
      assertThat(NumberText.parse(Double.toString(value)).value()).isEqualTo(value);
    }
  }
}
