package org.carbonbook.statistics.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonbook.fixtures.ReferenceFiles;
import org.carbonbook.statistics.claim.ClaimAnswer.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimCheckTest {

  private static final Path XIANNING = Path.of("conf/claims/xianning-low-carbon-2012.yaml");

  @TempDir Path folder;

  @Test
  void theSentencesAboutXianning() {
    Map<String, List<String>> verdicts = new LinkedHashMap<>();
    answers(XIANNING)
        .forEach(
            (id, answers) -> verdicts.put(id, answers.stream().map(ClaimAnswer::text).toList()));
    assertThat(verdicts)
        .containsEntry("S1", List.of("holds, not independent"))
        .containsEntry("S3", List.of("holds, not independent"))
        .containsEntry("S6", List.of("holds, not independent"))
        .containsEntry("S6a", List.of("not assessed"))
        .containsEntry("S8", List.of("does not follow, not independent"))
        .containsEntry("S10", List.of("holds, not independent"))
        .containsEntry("S11a", List.of("holds"))
        .containsEntry("S11b", List.of("holds"))
        .containsEntry("S14a", List.of("does not follow, not independent"))
        .containsEntry("S14b", List.of("holds, not independent"))
        .containsEntry("S14c", List.of("holds, not independent"))
        .containsEntry("S20", List.of("holds", "does not follow"))
        .containsEntry("S18", List.of("does not follow"))
        .containsEntry("S22a", List.of("holds, not independent"))
        .containsEntry("S22b", List.of("does not follow"))
        .containsEntry("S26", List.of("not assessed"));
  }

  @Test
  void fiveTonnesAHeadAreFarFromTheAccounts() {
    ClaimAnswer answer = answers(XIANNING).get("S18").get(0);
    assertThat(answer.computed().orElseThrow().value()).isBetween(1.430, 1.431);
    assertThat(answer.independent()).isTrue();
  }

  @Test
  void aFigureComputedFromTheSentenceIsNoProofOfIt() throws IOException {
    Path file = folder.resolve("claims.yaml");
    Files.writeString(
        file,
        """
        series:
          - {name: share, not_independent_of: [c1], values: {2008: 17.81, 2009: 21.71}}
          - {name: output, values: {2008: 1, 2009: 2}}
        claims:
          - {id: c1, sentence: up 3.9, series: share, kind: difference, said: 3.9, from: 2008, to: 2009}
          - {id: c2, sentence: up, series: share, kind: direction, said: rising, from: 2008, to: 2009}
          - {id: c3, sentence: doubled, series: output, kind: growth, said: 100 %, from: 2008, to: 2009}
        """);

    Map<String, List<ClaimAnswer>> answers = answers(file);

    assertThat(answers.get("c1").get(0).text()).isEqualTo("holds, not independent");
    assertThat(answers.get("c2").get(0).text()).isEqualTo("holds");
    assertThat(answers.get("c3").get(0).text()).isEqualTo("holds");
  }

  /**
   * 233.1 over 100 and 280 over 174.9 have a unit that means nothing; the quotient fell by 31 %.
   */
  @Test
  void theWayOfAShareIsItsRelativeChange() {
    ClaimAnswer share = answers(XIANNING).get("S22b").get(0);
    assertThat(share.computed().orElseThrow().value()).isCloseTo(-0.3132, within(5e-5));
    assertThat(share.text()).isEqualTo("does not follow");
  }

  @Test
  void oilIsExplainedWithItsNearestReading() {
    ClaimAnswer oil = answers(XIANNING).get("S8").get(0);
    assertThat(oil.explanation())
        .isEqualTo(
            "28.5 % compound over 4 intervals; nearest reading 57.6 % simple mean over 3 intervals");
    assertThat(oil.computed().orElseThrow().value()).isBetween(0.2851, 0.2853);
  }

  @Test
  @Tag("reference")
  void theVerdictsAreThoseOfTheRecomputation() {
    Map<String, String> published = new LinkedHashMap<>();
    ReferenceFiles.records("city/v7_seed_arithmetic.csv")
        .forEach(row -> published.put(row.get("id"), row.get("verdict")));
    Map<String, List<ClaimAnswer>> answers = answers(XIANNING);
    assertThat(published.get("S1")).isEqualTo("exact");
    assertThat(answers.get("S1").get(0).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(published.get("S8")).startsWith("INCONSISTENT");
    assertThat(answers.get("S8").get(0).verdict()).isEqualTo(Verdict.DOES_NOT_FOLLOW);
    assertThat(published.get("S9")).contains("3-interval simple mean");
    assertThat(answers.get("S8").get(0).nearest().orElseThrow().words())
        .isEqualTo("simple mean over 3 intervals");
    assertThat(published.get("S20")).isEqualTo("nominal true, real false: price basis unstated");
    assertThat(answers.get("S20"))
        .extracting(a -> a.priceBasis().orElseThrow().text() + " " + a.text())
        .containsExactly("current holds", "constant 2000 does not follow");
    assertThat(published.get("S22")).contains("output share");
    assertThat(answers.get("S22b").get(0).verdict()).isEqualTo(Verdict.DOES_NOT_FOLLOW);
  }

  @Test
  void aFigureThatHoldsInAnotherReadingSaysWhich() throws IOException {
    String claim = claim("yearly_growth", "20 %", "from: 2006", "to: 2009");
    ClaimAnswer answer = answer(claim, "{2006: 100, 2009: 160}");
    assertThat(answer.text()).isEqualTo("holds as simple mean over 3 intervals");
    assertThat(answer.explanation())
        .isEqualTo(
            "17.0 % compound over 3 intervals; nearest reading 20.0 % simple mean over 3 intervals");
  }

  @Test
  void stepsMiscountedAsYears() throws IOException {
    String claim = claim("yearly_growth", "25.0 %", "from: 2006", "to: 2010");
    ClaimAnswer answer = answer(claim, "{2006: 100, 2010: 305.2}");
    assertThat(answer.text()).isEqualTo("holds as compound over 5 intervals");
  }

  @Test
  void aSeriesThatDoesNotExistIsNotAssessedAndNamesTheNearest() throws IOException {
    String claim =
        claim("growth", "5 %", "from: 2006", "to: 2010").replace("series: x", "series: xy");
    ClaimAnswer answer = answer(claim, "{2006: 1, 2010: 2}");
    assertThat(answer.verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(answer.explanation()).isEqualTo("there is no series 'xy'; the nearest are x");
  }

  @Test
  void aMissingYearAndANegativeBaseAreNotAssessed() throws IOException {
    String claim = claim("growth", "5 %", "from: 2006", "to: 2010");
    assertThat(answer(claim, "{2006: 1, 2009: 2}").explanation()).isEqualTo("no value in 2010");
    assertThat(answer(claim, "{2006: -1, 2010: 2}").explanation())
        .isEqualTo("-1.0 in 2006 is not positive");
  }

  @Test
  void aWrongFileNamesClaimAndKey() throws IOException {
    Path typo = write(claim("growth", "5 %", "from: 2006", "tto: 2010"), "{2006: 1}");
    assertThatThrownBy(() -> ClaimsFile.read(typo))
        .isInstanceOf(ClaimsFileException.class)
        .hasMessageContaining("claim c1: unknown key 'tto'");
    Path kind = write(claim("grwth", "5 %", "from: 2006", "to: 2010"), "{2006: 1}");
    assertThatThrownBy(() -> ClaimsFile.read(kind))
        .hasMessageContaining("kind 'grwth' is not one of");
    Path year = write(claim("growth", "5 %", "from: 2006", "note: none"), "{2006: 1}");
    assertThatThrownBy(() -> ClaimsFile.read(year)).hasMessageContaining("the key 'to' is missing");
    Path value = write(claim("growth", "much", "from: 2006", "to: 2010"), "{2006: 1}");
    assertThatThrownBy(() -> ClaimsFile.read(value))
        .hasMessageContaining("said 'much' is not a figure");
  }

  private static Map<String, List<ClaimAnswer>> answers(Path file) {
    ClaimsFile claims = ClaimsFile.read(file);
    ClaimCheck check = new ClaimCheck(claims.source());
    Map<String, List<ClaimAnswer>> answers = new LinkedHashMap<>();
    claims.claims().forEach(claim -> answers.put(claim.id(), check.answers(claim)));
    return answers;
  }

  private static String claim(String kind, String said, String... more) {
    return """
        claims:
          - id: c1
            sentence: it is said
            series: x
            kind: %s
            said: %s
            %s
        """
        .formatted(kind, said, String.join("\n    ", more));
  }

  private ClaimAnswer answer(String claim, String values) throws IOException {
    return answers(write(claim, values)).get("c1").get(0);
  }

  private Path write(String claim, String values) throws IOException {
    Path file = folder.resolve("claims.yaml");
    Files.writeString(file, claim + "series:\n  - {name: x, values: " + values + "}\n");
    return Files.copy(file, folder.resolve("claims" + System.nanoTime() + ".yaml"));
  }
}
