package org.carbonbook.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The files for Airflow and Dagster compile, call the program with the job's schedule, and turn
 * each of its exit codes into success, a retry, or a failure without retries. Airflow and Dagster
 * are replaced by stand-ins with the same signatures, so this does not prove that they accept the
 * files.
 */
class OrchestratorsTest {

  private static final String STAND_INS = "src/test/python";

  @TempDir private Path folder;

  @BeforeEach
  void requirePython() throws Exception {
    assumeTrue(
        new ProcessBuilder("sh", "-c", "command -v python3 > /dev/null").start().waitFor() == 0,
        "python3 is not installed: the files for Airflow and Dagster are not checked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | success",
        "1 | retried: carbonbook ended with exit code 1",
        "2 | failed for good: wrong usage or configuration",
        "3 | failed for good: no release was published because of an ERROR",
      })
  void airflowRepeatsOnlyWhatARepetitionCanChange(int exit, String outcome) throws Exception {
    requireOutcome(python("run_airflow_task.py", "jobs/airflow", exit), outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | success",
        "1 | retried: carbonbook ended with exit code 1",
        "3 | failed for good: no release was published because of an ERROR",
      })
  void dagsterRepeatsOnlyWhatARepetitionCanChange(int exit, String outcome) throws Exception {
    requireOutcome(python("run_dagster_asset.py", "jobs/dagster", exit), outcome);
  }

  private static void requireOutcome(String printed, String outcome) {
    assertThat(printed)
        .contains("schedule 30 2 * * *", "\n" + outcome)
        .contains("--landing /landing --lake /lake run nightly --wait 60");
  }

  @Test
  void dagsterShowsEveryMart() throws Exception {
    long marts;
    try (var files = Files.list(Path.of("conf/marts"))) {
      marts = files.count();
    }
    assertThat(python("run_dagster_asset.py", "jobs/dagster", 0))
        .contains("success %d of %d".formatted(marts, marts));
  }

  /** Runs a script of the stand-ins beside a program that prints its arguments and exits so. */
  private String python(String script, String jobs, int exit)
      throws IOException, InterruptedException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("carbonbook");
    Files.writeString(program, "#!/bin/sh\necho \"$@\"\nexit " + exit + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder builder =
        new ProcessBuilder("python3", "-B", STAND_INS + "/" + script, jobs)
            .redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", STAND_INS);
    builder.environment().put("CARBONBOOK_HOME", folder.toString());
    builder.environment().put("CARBONBOOK_CONF", "conf");
    builder.environment().put("CARBONBOOK_LANDING", "/landing");
    builder.environment().put("CARBONBOOK_LAKE", "/lake");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
