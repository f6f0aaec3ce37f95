package org.carbonbook.serve.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns of names in metadata calls. */
class NamePatternTest {

  @Test
  void signsStandForTextsAndCharacters() {
    List<String> names = List.of("growth", "mart", "carbon_footprint", "carbonXfootprint");
    assertThat(names).filteredOn(NamePattern.ofJdbc("%")).hasSize(4);
    assertThat(names).filteredOn(NamePattern.ofJdbc(null)).hasSize(4);
    assertThat(names).filteredOn(NamePattern.ofJdbc("GR%h")).containsExactly("growth");
    assertThat(names).filteredOn(NamePattern.ofJdbc("m__t")).containsExactly("mart");
    assertThat(names).filteredOn(NamePattern.ofJdbc("carbon_foot%")).hasSize(2);
    assertThat(names)
        .filteredOn(NamePattern.ofJdbc("carbon\\_foot%t"))
        .containsExactly("carbon_footprint");
    assertThat(names).filteredOn(NamePattern.ofJdbc("%art%z")).isEmpty();
    assertThat(names).filteredOn(NamePattern.ofShow("*t*")).hasSize(4);
    assertThat(names).filteredOn(NamePattern.ofShow("m_rt")).isEmpty();
  }

  @Test
  void manySignsTakeNoTime() {
    NamePattern pattern = NamePattern.ofJdbc("%a".repeat(2_000) + "z");
    assertThatCode(() -> pattern.test("a".repeat(2_000))).doesNotThrowAnyException();
  }
}
