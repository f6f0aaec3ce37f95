package org.carbonbook.yearbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrioritiesTest {

  private static final String HEADER = "kind,name,rank,reason\n";

  @TempDir private Path conf;

  @BeforeEach
  void copyIndicators() throws IOException {
    Files.copy(Path.of("conf/indicators.csv"), conf.resolve("indicators.csv"));
  }

  @Test
  void theDeclaredOrderBeatsTheAlphabet() throws IOException {
    Priorities priorities = read("edition,Zinc,1,\nedition,Arsenic,2,\n");
    assertThat(priorities.rank(List.of("Arsenic", "Zinc")).keySet())
        .containsExactly("Zinc", "Arsenic");
  }

  @Test
  void ofTwoYearsOfOnePublicationTheLaterCountsFirst() throws IOException {
    Priorities priorities = read("edition,Yearbook {year},1,\nedition,Study,2,\n");
    assertThat(priorities.rank(List.of("Study", "Yearbook 2008", "Yearbook 2014")).keySet())
        .containsExactly("Yearbook 2014", "Yearbook 2008", "Study");
  }

  @Test
  void anUndeclaredEditionComesLast() throws IOException {
    Priorities priorities = read("edition,Study,7,\n");
    assertThat(priorities.rank(List.of("A panel 2020", "Study")))
        .containsEntry("Study", 1)
        .containsEntry("A panel 2020", 2);
    assertThat(priorities.isDeclared("A panel 2020")).isFalse();
  }

  @Test
  void ofTwoUndeclaredEditionsThatOfTheLaterYearCountsFirst() throws IOException {
    Priorities priorities = read("edition,Study,7,\n");
    assertThat(priorities.rank(List.of("甘肃统计年鉴 2014", "甘肃统计年鉴 2008", "A panel")).keySet())
        .containsExactly("甘肃统计年鉴 2014", "甘肃统计年鉴 2008", "A panel");
  }

  @Test
  void aRankOrANameThatStandsTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("edition,A,1,\nedition,B,1,\n"))
        .withMessageContaining("priorities.csv:3")
        .withMessageContaining("edition of rank 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("edition,A,1,\nedition,A,2,\n"))
        .withMessageContaining("edition A");
  }

  @Test
  void anUnknownIndicatorOrKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("indicator,energy_balanse,1,\n"))
        .withMessageContaining("priorities.csv:2")
        .withMessageContaining("energy_balance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("source,A,1,\n"))
        .withMessageContaining("write indicator or edition");
  }

  @Test
  void theCitysOwnYearbookCountsBeforeTheCompiledPanel() throws IOException {
    Priorities priorities = Priorities.read(Path.of("conf"));
    assertThat(priorities.indicators()).containsKeys("energy_balance", "energy_balance_tce");
    assertThat(
            priorities
                .rank(List.of("City panel, second series", "City panel, first series"))
                .keySet())
        .containsExactly("City panel, first series", "City panel, second series");
  }

  private Priorities read(String lines) throws IOException {
    Files.writeString(conf.resolve(Priorities.FILE), HEADER + lines);
    return Priorities.read(conf);
  }
}
