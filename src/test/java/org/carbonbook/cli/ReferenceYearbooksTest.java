package org.carbonbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real workbooks of the China Energy Statistical Yearbook 2008. */
@Tag("reference")
class ReferenceYearbooksTest {

  private static final Path YEARBOOKS = Path.of("../shared/reference/yearbooks");

  /** Energy-related CO2 of scope 1 in Mt, computed apart from the same cells. */
  private static final Map<String, Double> INDEPENDENT_MT =
      Map.of("330000", 317.2, "420000", 250.4);

  @Test
  void theFootprintsOfProvincesAgreeWithAnIndependentCalculation(@TempDir Path folder)
      throws IOException {
    assumeTrue(Files.isDirectory(YEARBOOKS), YEARBOOKS + " is not there");
    Path landing = folder.resolve("landing");
    Path lake = folder.resolve("lake");
    FileUtils.copyDirectory(YEARBOOKS.toFile(), landing.toFile());
    // The national series do not name their region.
    Files.writeString(landing.resolve("nbs/source.yaml"), "region: \"100000\"\n");
    CommandRun night =
        CommandRun.of("--landing", landing.toString(), "--lake", lake + "", "run", "nightly");
    assertThat(night.exitCode()).as(night.err()).isZero();

    Map<String, Double> scope1Mt = new TreeMap<>();
    CommandRun.of(
            "--lake",
            lake + "",
            "sql",
            "select region_code, scope1_co2_t / 1e6 from mart.carbon_footprint_total"
                + " where year = 2007 and factor_set = 'provincial_guideline'",
            "--format",
            "csv")
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(row -> scope1Mt.put(row[0], Double.valueOf(row[1])));
    assertThat(scope1Mt).containsKeys("110000", "330000", "420000", "460000", "520000");
    INDEPENDENT_MT.forEach(
        (region, mt) -> assertThat(scope1Mt.get(region)).isCloseTo(mt, within(mt * 0.02)));
  }
}
