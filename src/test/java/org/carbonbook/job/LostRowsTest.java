package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release in which a mart loses most of its rows waits until somebody accepts that. */
class LostRowsTest {

  private static final String HEADER =
      "meter_id,building_id,energy_kind,reading,unit,multiplier,interval_minutes\n";

  @TempDir Path folder;

  @Test
  void anEmptiedMartIsHeldUntilItIsAccepted() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Path jobs = Files.createDirectory(folder.resolve("jobs"));
    Files.writeString(
        jobs.resolve("meters.yaml"),
        "job: meters\nzh: 表\nen: Meters\nsteps: [archive, factor, meters, buildings, mart.meter_conservation]\n");
    StringBuilder registry = new StringBuilder(HEADER);
    StringBuilder readings = new StringBuilder("meter_id,timestamp,value\n");
    for (int meter = 10; meter < 30; meter++) {
      registry.append("M%d,B,electricity,interval,kWh,1,60\n".formatted(meter));
      readings.append("M%d,2024-03-01 00:00,5\n".formatted(meter));
    }
    Files.writeString(landing.resolve("meters.csv"), registry);
    Files.writeString(landing.resolve("readings.csv"), readings);
    assertThat(run(landing, jobs, null)).isEqualTo(RunOutcome.PUBLISHED);
    String misspelt = registry.toString().replace("multiplier", "multipler");
    Files.writeString(landing.resolve("meters.csv"), misspelt);
    assertThat(run(landing, jobs, null)).isEqualTo(RunOutcome.HELD_BACK);
    assertThat(run(landing, jobs, "meters were sold")).isEqualTo(RunOutcome.PUBLISHED);
  }

  private RunOutcome run(Path landing, Path jobs, String accepted) {
    Lake lake = Lake.open(() -> LakeSession.open("test"), folder.resolve("lake").toString());
    return new JobRunner(
            lake, new Configuration(Path.of("conf")), landing.toString(), new RunListener() {})
        .run(
            jobs,
            "meters",
            new RunOptions(List.of(), null, RunOptions.Fresh.SKIP, Duration.ZERO, accepted));
  }
}
