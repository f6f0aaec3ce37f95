package org.carbonbook.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonbook.statistics.forecast.Scenario;
import org.carbonbook.statistics.forecast.Scenario.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of the configuration. */
class ScenariosTest {

  private static final String HEADER = "scenario,driver,from_year,to_year,growth_percent_a_year\n";

  @TempDir Path folder;

  @Test
  void scenariosOfTheProject() {
    List<Scenario> scenarios = Scenarios.read(Path.of("conf/scenarios/drivers.csv"));
    assertThat(scenarios).extracting(Scenario::name).contains("baseline", "plan");
    assertThat(scenarios.get(1).findRate(Driver.TECHNOLOGY, 2025).orElseThrow())
        .isCloseTo(Math.pow(1 - 0.135, 0.2) - 1, within(5e-5));
  }

  @Test
  void aWrongScenarioNamesItsLine() throws IOException {
    assertThatThrownBy(() -> Scenarios.read(write("a,wealth,2020,2030,1\n")))
        .hasMessageContaining("scenarios.csv:2: driver is 'wealth'");
    assertThatThrownBy(() -> Scenarios.read(write("a,affluence,2020,2030,1%\n")))
        .hasMessageContaining("growth_percent_a_year is '1%', not a number");
    String twice = "a,affluence,2020,2030,1\na,affluence,2028,2035,2\n";
    assertThatThrownBy(() -> Scenarios.read(write(twice)))
        .hasMessageContaining("affluence is given twice for 2028");
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("scenarios.csv"), HEADER + lines);
  }
}
