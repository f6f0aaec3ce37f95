package org.carbonbook.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonbook.decomposition.identity.Identity;
import org.carbonbook.decomposition.identity.IdentityCatalog;
import org.carbonbook.decomposition.identity.NamedIdentity;
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
  void aYearWithoutAllSectorsIsLeftOut() {
    VariableSource source =
        new VariableSource(
            null, "value_added", "current", null, Map.of("a", "x", "b", "y"), null, null);
    DecompositionRun run =
        new DecompositionRun(
            "i", List.of("421200", "420000"), "t", null, null, null, Map.of("output", source));
    List<Notice> notices = new ArrayList<>();
    List<VariablePart> parts =
        new ObservedParts(
                run,
                List.of(
                    figure(2007, "a", "2010"),
                    figure(2007, "b", "2010"),
                    figure(2008, "a", "2010")),
                Map.of(),
                notices)
            .listParts();
    assertThat(parts).extracting(VariablePart::year).containsOnly(2007);
    assertThat(parts).extracting(VariablePart::sector).containsExactlyInAnyOrder("x", "y");
    assertThat(notices)
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.code()).isEqualTo("NO_INPUT_FOR_DECOMPOSITION");
              assertThat(n.place()).contains("420000");
            });
  }

  @Test
  void ofSeveralEditionsTheLastCounts() {
    VariableSource source = new VariableSource(null, "value_added", null, null, null, null, null);
    DecompositionRun run =
        new DecompositionRun(
            "i", List.of("421200"), "t", null, null, null, Map.of("output", source));
    List<VariablePart> parts =
        new ObservedParts(
                run,
                List.of(figure(2007, "a", "2010"), figure(2007, "a", "2009")),
                Map.of(),
                new ArrayList<>())
            .listParts();
    assertThat(parts).singleElement().extracting(VariablePart::edition).isEqualTo("2010");
  }

  @Test
  void aChangeOfClassificationIsHeldApartFromTheShares() {
    VariableSource energy = new VariableSource(null, "value_added", null, null, null, null, null);
    VariableSource linked = new VariableSource(null, null, null, null, null, null, "energy");
    DecompositionRun run =
        new DecompositionRun(
            "i",
            List.of("421200"),
            "t",
            null,
            null,
            null,
            Map.of("energy", energy, "link", linked));
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
    List<VariablePart> parts = new ObservedParts(run, figures, stretches, notices).listParts();
    assertThat(linkedValues(parts, "a")).containsExactly(60.0, 60.0, 40.0);
    assertThat(linkedValues(parts, "b")).containsExactly(40.0, 70.0, 80.0);
    assertThat(notices)
        .singleElement()
        .satisfies(n -> assertThat(n.code()).isEqualTo("CLASSIFICATION_LINKED"));
  }

  private static List<Double> linkedValues(List<VariablePart> parts, String sector) {
    return parts.stream()
        .filter(p -> p.variable().equals("link") && p.sector().equals(sector))
        .map(VariablePart::value)
        .toList();
  }

  private static ObservedFigure valued(int year, String sector, double value) {
    return new ObservedFigure(
        "2010" + sector + year, "421200", year, "value_added", sector, "", "2010", value, "yuan");
  }

  @Test
  void partsStandUnderEveryTermThatSumsThem() {
    Identity identity =
        Identity.parse("co2 = energy * (energy[sector] / energy) * (co2[sector] / energy[sector])");
    IdentityTerms terms =
        new IdentityTerms(new NamedIdentity("i", "", "", "", identity, Map.of(), Map.of()));
    VariablePart part =
        new VariablePart(
            "i", "energy", "421200", 2007, "a", "coal", "s", "e", "f", 1, "tce", null, null, null);
    assertThat(terms.listInputs(List.of(part)))
        .extracting(InputRow::termId)
        .containsExactlyInAnyOrder("i|421200|2007|energy", "i|421200|2007|energy[sector]|a");
    assertThat(terms.findId(2, 1, "421200", 2007, "a", "coal"))
        .isEqualTo("i|421200|2007|energy[sector]|a");
    assertThat(terms.findId(2, -1, "421200", 2007, "a", "coal")).isEqualTo("i|421200|2007|energy");
    assertThat(terms.findId(1, -1, "421200", 2007, "a", "coal")).isNull();
  }

  private static ObservedFigure figure(int year, String sector, String edition) {
    return new ObservedFigure(
        edition + sector + year,
        "421200",
        year,
        "value_added",
        sector,
        "current",
        edition,
        1,
        "yuan");
  }
}
