package org.carbonbook.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

  @Test
  void theNearestComeFirstAndAtMostThree() {
    assertThat(NearestNames.of("archve", List.of("trend", "serve", "archive", "carve", "factor")))
        .isEqualTo("archive, carve, serve");
  }

  @Test
  void tiesKeepTheGivenOrder() {
    List<String> known = List.of("b1", "a1", "c");
    assertThat(NearestNames.list("x1", known, 2, UnaryOperator.identity()))
        .containsExactly("b1", "a1");
    assertThat(NearestNames.of("x1", known)).isEqualTo("a1, b1, c");
  }

  @Test
  void namesAreComparedInTheGivenForm() {
    assertThat(
            NearestNames.list(
                "GDP", List.of("gap", "gdp"), 1, name -> name.toUpperCase(Locale.ROOT)))
        .containsExactly("gdp");
    assertThat(NearestNames.list("洗精媒", List.of("电力", "洗精煤", "焦炭"), 1, UnaryOperator.identity()))
        .containsExactly("洗精煤");
  }
}
