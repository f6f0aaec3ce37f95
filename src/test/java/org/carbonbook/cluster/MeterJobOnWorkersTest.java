package org.carbonbook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.carbonbook.cli.CommandRun;
import org.carbonbook.fixtures.LakeBytes;
import org.carbonbook.lake.Lake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Pcluster verify -Dtest=MeterJobOnWorkersTest}: the meter job on one worker and on
 * two, of one core each: same bytes, and how long the steps took. {@code -Dcluster.meters} says how
 * many meters of hourly readings of a year (default 1000, 8.8 million rows).
 */
@Tag("slow")
@Tag("cluster")
class MeterJobOnWorkersTest {

  private static final PrintStream OUT = System.out;
  private static final String[] STEPS = {"archive", "meters", "buildings"};

  @TempDir private Path folder;

  @Test
  void oneAndTwoWorkersGiveTheSameBytes() throws Exception {
    String meters = System.getProperty("cluster.meters", "1000");
    Path logs = folder.resolve("logs");
    CommandRun made =
        CommandRun.of("sample", "--meters", meters, "--days", "366", "--output", logs.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    OUT.println(made.err().strip());
    OUT.println("| workers | step | s |\n| ---: | --- | ---: |");
    LakeBytes one = run(1, logs);
    assertThat(run(2, logs)).isEqualTo(one);
    assertThat(one.tables()).containsKeys("meter_conservation", "building_energy_monthly");
  }

  private LakeBytes run(int workers, Path logs) throws Exception {
    Path lake = folder.resolve("lake-" + workers);
    Path log = Files.createDirectory(folder.resolve("cluster-" + workers)).resolve("run.log");
    try (StandaloneCluster cluster = StandaloneCluster.start(log.getParent(), workers)) {
      cluster.run(
          log,
          "--landing",
          logs.toUri().toString(),
          "--lake",
          lake.toUri().toString(),
          "run",
          "nightly",
          "--only",
          STEPS[0],
          "--only",
          STEPS[1],
          "--only",
          STEPS[2],
          "--only",
          "mart.meter_conservation",
          "--only",
          "mart.building_energy_monthly");
    }
    for (String step : STEPS) {
      OUT.printf("| %d | %s | %.1f |%n", workers, step, seconds(lake, step));
    }
    return LakeBytes.ofMarts(lake);
  }

  private static double seconds(Path lake, String step) {
    Lake opened =
        Lake.open(
            () -> {
              throw new AssertionError("the ledger needs no Spark");
            },
            lake.toString());
    for (Map<String, Object> row : opened.smallTable("ops.step_run").read()) {
      if (step.equals(row.get("step"))) {
        return java.time.Duration.between(
                    (java.time.Instant) row.get("started_at"),
                    (java.time.Instant) row.get("ended_at"))
                .toMillis()
            / 1e3;
      }
    }
    throw new AssertionError("step %s did not run".formatted(step));
  }
}
