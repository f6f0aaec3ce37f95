package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarPatternTest {

  @ParameterizedTest
  @CsvSource({
    "mart.*, mart.growth, true",
    "mart.*, core.growth, false",
    "*, anything at all, true",
    "'*.csv!*', city.csv!F2, true",
    "a.c, abc, false",
    "'\\E*', '\\Ex', true",
    "mart.growth, MART.GROWTH, false"
  })
  void aStarStandsForAnyText(String pattern, String text, boolean fits) {
    assertThat(StarPattern.of(pattern).matcher(text).matches()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"MART.*, mart.growth", "*咸宁*, 湖北咸宁市"})
  void theCaseOfNamesDoesNotMatter(String pattern, String text) {
    assertThat(StarPattern.ofAnyCase(pattern).matcher(text).matches()).isTrue();
  }
}
