package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures whose unit and basis contradict each other stop a run before anything is published. */
class MixedBasisRunTest {

  private static final String HEADING = "region,year,indicator,sector,item,value,unit,basis\n";

  @TempDir private Path folder;

  @Test
  void figuresOnAnotherBasisThanTheirUnitAreNotPublishedUntilCorrected() throws IOException {
    CommandRun wrong =
        nightly(
            """
            咸宁,2010,emission_co2,,,815,万吨CO2,碳
            咸宁,2010,gdp_index,,,116.3,上年=100,1978=100
            """);
    assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(3);
    assertThat(wrong.err())
        .contains("MIXED_BASIS city.csv!city!F2")
        .contains("not published: the errors above keep the old release in place");
    assertThat(command("notices").out())
        .contains("the unit 1e4 tCO2 is on basis tCO2, but the stated basis is tC")
        .contains(
            "the unit prev_year=100 is on basis prev_year=100, but the stated basis is 1978=100");

    CommandRun corrected =
        nightly(
            """
            咸宁,2010,emission_co2,,,815,万吨CO2,二氧化碳
            咸宁,2010,gdp_index,,,116.3,上年=100,上年=100
            """);
    assertThat(corrected.exitCode()).as(corrected.err()).isZero();
    assertThat(corrected.err()).contains("published R1");
  }

  private CommandRun nightly(String rows) throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Files.writeString(landing.resolve("city.csv"), HEADING + rows);
    Files.writeString(landing.resolve("source.yaml"), "publisher: tests\nedition: tests 2010\n");
    return command("run", "nightly");
  }

  private CommandRun command(String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "--lake";
    all[1] = folder.resolve("lake").toUri().toString();
    all[2] = "--landing";
    all[3] = folder.resolve("landing").toUri().toString();
    System.arraycopy(words, 0, all, 4, words.length);
    return CommandRun.of(all);
  }
}
