package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.carbonbook.decomposition.identity.NamedIdentity;
import org.carbonbook.lake.Origin;
import org.carbonbook.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of runs, and what figures bring for a run. */
class DecompositionRunsTest {

  private static final Path CONF = Path.of("conf");

  @Test
  void everyRunHasItsIdentityAndAllItsVariables() {
    IdentityCatalog identities = new IdentityCatalog(CONF.resolve("identities"));
    DecompositionRuns runs = DecompositionRuns.read(CONF);
    assertThat(runs.runs()).isNotEmpty();
    for (DecompositionRun run : runs.runs()) {
      Identity identity = identities.getIdentity(run.identity()).identity();
      assertThat(run.variables().keySet()).containsAll(identity.listVariables());
      assertThat(runs.errors().of(identity.listVariables()).sigmas().keySet())
          .as("errors of " + run.identity())
          .containsExactlyInAnyOrderElementsOf(identity.listVariables());
    }
  }

  @Test
  void leavesAreTheFinestIndustries() {
    DecompositionRun mix =
        DecompositionRuns.read(CONF).runs().stream()
            .filter(r -> r.identity().equals("industry_energy_mix"))
            .findFirst()
            .orElseThrow();
    assertThat(mix.sectors())
        .containsKeys("ferrous_smelting", "coal_mining", "power_heat")
        .doesNotContainKeys("manufacturing", "mining", "industry", "high_energy_industries");
  }

  @Test
  void aWrongFileIsNamedWithWhatIsWrong(@TempDir Path folder) throws IOException {
    Files.copy(CONF.resolve("sectors.csv"), folder.resolve("sectors.csv"));
    String text = Files.readString(CONF.resolve(DecompositionRuns.FILE));
    Path file = folder.resolve(DecompositionRuns.FILE);
    Files.writeString(file, text.replace("    factor_set: ", "    factorset: "));
    assertThatThrownBy(() -> DecompositionRuns.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(DecompositionRuns.FILE)
        .hasMessageContaining("factorset");
    Files.writeString(file, text.replace("[mining, manufacturing", "[minning, manufacturing"));
    assertThatThrownBy(() -> DecompositionRuns.read(folder)).hasMessageContaining("minning");
  }

  @Test
  void aYearWithoutAllSectorsIsExcluded() {
    VariableSource source = source("value_added", Map.of("a", "x", "b", "y"));
    List<Notice> notices = new ArrayList<>();
    List<ObservedFigure> figures =
        List.of(
            figure(2007, "a", "P 2010"), figure(2007, "b", "P 2010"), figure(2008, "a", "P 2010"));
    ObservedParts parts =
        new ObservedParts(run(Map.of("output", source)), "421200", figures, Map.of(), notices);
    assertThat(parts.listPublications("output"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.byYear()).containsOnlyKeys(2007);
              assertThat(p.byYear().get(2007))
                  .extracting(VariablePart::sector)
                  .containsExactlyInAnyOrder("x", "y");
            });
    assertThat(notices).isEmpty();
    new ObservedParts(run(Map.of("output", source)), "420000", figures, Map.of(), notices)
        .listPublications("output");
    assertThat(notices)
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.code()).isEqualTo("NO_INPUT_FOR_DECOMPOSITION");
              assertThat(n.place()).contains("420000");
            });
  }

  @Test
  void ofSeveralEditionsOfOnePublicationTheFirstByPriorityCounts() {
    ObservedParts parts =
        new ObservedParts(
            run(Map.of("output", source("value_added", null))),
            "421200",
            List.of(figure(2007, "a", "P 2009", 2), figure(2007, "a", "P 2010", 1)),
            Map.of(),
            new ArrayList<>());
    assertThat(parts.listPublications("output").get(0).byYear().get(2007))
        .singleElement()
        .extracting(VariablePart::edition)
        .isEqualTo("P 2010");
  }

  private static VariableSource source(String indicator, Map<String, String> sectors) {
    return new VariableSource(null, indicator, null, null, null, sectors, null, null);
  }

  private static DecompositionRun run(Map<String, VariableSource> variables) {
    return new DecompositionRun("i", List.of("421200"), "t", null, null, null, null, variables);
  }

  @Test
  void aChangeOfClassificationIsHeldApartFromTheShares() {
    VariableSource energy = source("value_added", null);
    VariableSource linked = new VariableSource(null, null, null, null, null, null, null, "energy");
    DecompositionRun run = run(Map.of("energy", energy, "link", linked));
    List<ObservedFigure> figures =
        List.of(
            valued(2002, "a", 60),
            valued(2002, "b", 40),
            valued(2003, "a", 30),
            valued(2003, "b", 70),
            valued(2004, "a", 20),
            valued(2004, "b", 80));
    Map<String, String> stretches =
        Map.of("2010a2002", "a [1994]", "2010a2003", "a [2002]", "2010a2004", "a [2002]");
    List<Notice> notices = new ArrayList<>();
    List<VariablePart> parts =
        new ObservedParts(run, "421200", figures, stretches, notices)
            .listPublications("link").stream()
                .flatMap(p -> p.byYear().values().stream())
                .flatMap(List::stream)
                .toList();
    assertThat(linkedValues(parts, "a")).containsExactly(60.0, 60.0, 40.0);
    assertThat(linkedValues(parts, "b")).containsExactly(40.0, 70.0, 80.0);
    assertThat(notices)
        .singleElement()
        .satisfies(n -> assertThat(n.code()).isEqualTo("CLASSIFICATION_LINKED"));
  }

  private static List<Double> linkedValues(List<VariablePart> parts, String sector) {
    return parts.stream().filter(p -> p.sector().equals(sector)).map(VariablePart::value).toList();
  }

  private static ObservedFigure valued(int year, String sector, double value) {
    return new ObservedFigure(
        "2010" + sector + year,
        "421200",
        year,
        "value_added",
        sector,
        null,
        "",
        "2010",
        1,
        Origin.PRINTED,
        value,
        "yuan");
  }

  @Test
  void partsStandUnderEveryTermThatSumsThem() {
    Identity identity =
        Identity.parse("co2 = energy * (energy[sector] / energy) * (co2[sector] / energy[sector])");
    IdentityTerms terms =
        new IdentityTerms(new NamedIdentity("i", "", "", "", identity, Map.of(), Map.of()));
    VariablePart part =
        new VariablePart(
            "i",
            "energy",
            "421200",
            2007,
            "a",
            "coal",
            "s",
            "e",
            "f",
            1,
            "tce",
            null,
            null,
            null,
            Origin.ASSUMED);
    RegionComparison comparison =
        new RegionComparison(
            "421200",
            2007,
            2010,
            List.of(RegionComparison.CHAINED),
            List.of(part),
            List.of(),
            Optional.empty(),
            new TreeMap<>(),
            Origin.ASSUMED,
            Optional.empty());
    assertThat(terms.listInputs(comparison))
        .extracting(row -> row.<String>getAs("term_id"), row -> row.<String>getAs("origin"))
        .containsExactlyInAnyOrder(
            tuple("i|421200|2007:2010|2007|energy", "assumed"),
            tuple("i|421200|2007:2010|2007|energy[sector]|a", "assumed"));
    IdentityTerms.Place place = new IdentityTerms.Place(comparison, 2007, "a", "coal");
    assertThat(terms.findId(2, 1, place)).isEqualTo("i|421200|2007:2010|2007|energy[sector]|a");
    assertThat(terms.findId(2, -1, place)).isEqualTo("i|421200|2007:2010|2007|energy");
    assertThat(terms.findId(1, -1, place)).isNull();
  }

  private static ObservedFigure figure(int year, String sector, String edition) {
    return figure(year, sector, edition, 1);
  }

  private static ObservedFigure figure(int year, String sector, String edition, int rank) {
    return new ObservedFigure(
        edition + sector + year,
        "421200",
        year,
        "value_added",
        sector,
        null,
        "current",
        edition,
        rank,
        Origin.PRINTED,
        1,
        "yuan");
  }
}
