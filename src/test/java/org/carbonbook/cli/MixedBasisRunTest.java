package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures whose unit and basis contradict each other are published in no table until corrected. */
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
    assertThat(wrong.exitCode()).as(wrong.err()).isZero();
    assertThat(wrong.err())
        .contains("ERROR MIXED_BASIS city.csv!city!F2", "ERROR MIXED_BASIS city.csv!city!F3");
    assertThat(observations()).isEmpty();
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
    assertThat(corrected.err()).doesNotContain("MIXED_BASIS");
    assertThat(observations())
        .containsExactlyInAnyOrder("emission_co2,1e4 tCO2,815", "gdp_index,prev_year=100,116.3");
  }

  /** Returns the figures of the published release: indicator, unit, value. */
  private List<String> observations() throws IOException {
    CommandRun query =
        command(
            "sql",
            "SELECT indicator, unit, CAST(value AS DOUBLE) AS value FROM core.observation",
            "--format",
            "csv");
    assertThat(query.exitCode()).as(query.err()).isZero();
    return query.out().lines().skip(1).toList();
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
