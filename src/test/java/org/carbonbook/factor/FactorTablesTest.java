package org.carbonbook.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.carbonbook.factor.set.FactorSet;
import org.carbonbook.factor.value.Region;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables answer is what the files of {@code conf/} say. */
class FactorTablesTest {

  private static final Path CONF = Path.of("conf");

  @TempDir static Path folder;
  private static FactorLibrary library;
  private static FactorTables tables;

  @BeforeAll
  static void writeTables() {
    Lake lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
    StepContext context =
        new StepContext(
            lake, new Configuration(CONF), "landing", new WriteContext("run-1", 1, "factor"));
    new FactorStep().run(context);
    library = FactorLibrary.load(CONF);
    tables = FactorTables.read(context);
  }

  @Test
  void everyRegionAndYearGetsTheSameGridFactor() {
    FactorLookup lookup = new FactorLookup(library);
    int found = 0;
    for (FactorSet set : library.listFactorSets()) {
      for (Region region : library.listRegions()) {
        for (int year = 2004; year <= 2024; year++) {
          String place = set.name() + " " + region.regionCode() + " " + year;
          var expected = lookup.grid(set.name(), region.regionCode(), year);
          assertThat(
                  tables.findGridFactors(set.name(), region.regionCode(), List.of(year)).get(year))
              .as(place)
              .isEqualTo(expected);
          found += expected.findFactor().isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void regionsKeepBothDivisionsOfTheGrid() {
    for (Region region : library.listRegions()) {
      assertThat(tables.findRegion(region.regionCode())).contains(region);
    }
    assertThat(tables.findRegion("999999")).isEmpty();
  }

  @Test
  void theFirstActiveSetIsTheDefault() {
    assertThat(tables.findDefaultSet()).contains(library.listActiveSets().get(0).name());
  }

  @Test
  void anUnknownSetNamesTheNearest() {
    assertThatThrownBy(() -> tables.findGridFactors("ipc2006", "420000", List.of(2012)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("core.factor_set")
        .hasMessageContaining("ipcc2006");
  }

  @Test
  void tablesAreEmptyBeforeTheStepRan(@TempDir Path other) {
    Lake lake = Lake.open(() -> LakeSession.open("tests"), other.resolve("lake").toString());
    StepContext context =
        new StepContext(
            lake, new Configuration(CONF), "landing", new WriteContext("run-1", 1, "factor"));
    FactorTables none = FactorTables.read(context);
    assertThat(none.findDefaultSet()).isEmpty();
    assertThat(none.findRegion("420000")).isEmpty();
  }
}
