package org.carbonbook.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.fixtures.CarbonbookProcess;
import org.carbonbook.fixtures.LocalHttp;
import org.carbonbook.job.RunHistory;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real run in a process of its own leaves for monitoring: log, file, and over HTTP. */
class RunMetricsTest {

  @TempDir static Path folder;
  private static CarbonbookProcess.Ended run;

  @BeforeAll
  static void runInAProcess() throws Exception {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Files.writeString(landing.resolve("a.csv"), "a\n");
    Path jobs = Files.createDirectories(folder.resolve("home/jobs"));
    Files.writeString(
        jobs.resolve("tiny.yaml"), "job: tiny\nsteps: [archive]\nnotify: {success: ['exit 3']}\n");
    run =
        CarbonbookProcess.at(folder.resolve("home"))
            .run(
                "--conf",
                Path.of("conf").toAbsolutePath().toString(),
                "--landing",
                landing.toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--log-format",
                "json",
                "run",
                "tiny",
                "--metrics",
                folder.resolve("carbonbook.prom").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void everyLineOfStandardErrorIsAnEventWithItsRunAndStep() throws IOException {
    List<String> events = new ArrayList<>();
    for (String line : run.err().lines().toList()) {
      JsonNode event = new ObjectMapper().readTree(line);
      events.add(event.path("event").asText());
      assertThat(event.path("run").asText()).isEqualTo("run-1".repeat(isOfTheRun(event) ? 1 : 0));
      if (event.path("event").asText().equals("step_done")) {
        assertThat(event.path("step").asText()).isEqualTo("archive");
        assertThat(event.path("written").asInt()).isEqualTo(1);
      }
    }
    assertThat(events)
        .containsExactly(
            "run_started", "step_started", "step_done", "notice", "release", "run_ended", "notice");
  }

  /** The command of a job is called when the run is over. */
  private static boolean isOfTheRun(JsonNode event) {
    return !event.path("code").asText().equals("HOOK_FAILED");
  }

  @Test
  void theFileTellsRowsRejectsDurationsReleaseAndNotices() throws IOException {
    assertThat(Files.readString(folder.resolve("carbonbook.prom")))
        .contains("# TYPE carbonbook_step_rows gauge")
        .contains("carbonbook_step_rows{count=\"written\",job=\"tiny\",step=\"archive\"} 1.0")
        .contains("carbonbook_step_rows{count=\"rejected\",job=\"tiny\",step=\"archive\"} 0.0")
        .contains("carbonbook_last_run_success{job=\"tiny\"} 1.0")
        .contains("carbonbook_runs{job=\"tiny\",outcome=\"PUBLISHED\"} 1.0")
        .contains("carbonbook_run_in_progress{job=\"tiny\"} 0.0")
        .contains("carbonbook_release_number 1.0")
        .contains("carbonbook_notices{severity=\"warning\"} 1.0");
    double seconds = value("carbonbook_step_duration_seconds{job=\"tiny\",step=\"archive\"} ");
    assertThat(seconds).isPositive().isLessThan(new RunHistory(lake()).listRuns().get(0).seconds());
  }

  @Test
  void theReleaseGrowsOld() {
    Release release = new Releases(lake()).findCurrent().orElseThrow();
    Clock later =
        Clock.fixed(release.publishedAt().plus(Duration.ofHours(30)), java.time.ZoneOffset.UTC);
    assertThat(new RunMetrics(lake(), later).text())
        .contains("carbonbook_release_age_seconds 108000.0");
  }

  @Test
  void theEndpointSaysWhatTheFileSays() throws Exception {
    try (MetricsEndpoint endpoint = MetricsEndpoint.start(lake(), 0)) {
      HttpResponse<String> answer = LocalHttp.get(endpoint.port(), "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(withoutAge(answer.body()))
          .isEqualTo(withoutAge(Files.readString(folder.resolve("carbonbook.prom"))));
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndNothingElse() {
    StringWriter told = new StringWriter();
    new MetricsFile(lake(), folder.resolve("no/such/folder.prom"), new PrintWriter(told))
        .ended(new RunHistory(lake()).listRuns().get(0));
    assertThat(told.toString()).startsWith("cannot write the metrics to ").contains("folder.prom");
  }

  private static List<String> withoutAge(String text) {
    return text.lines().filter(line -> !line.startsWith("carbonbook_release_age")).toList();
  }

  private static double value(String name) throws IOException {
    String text = Files.readString(folder.resolve("carbonbook.prom"));
    String line = text.lines().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(name.length()));
  }

  private static Lake lake() {
    return Lake.open(
        () -> {
          throw new AssertionError("metrics need no Spark");
        },
        folder.resolve("lake").toString());
  }
}
