package org.carbonbook.monitor;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunHistory;
import org.carbonbook.job.RunRecord;
import org.carbonbook.job.StepRecord;
import org.carbonbook.lake.Lake;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;

/**
 * A lake's runs, steps, release and notices as Prometheus metrics. They come from the ledger, not
 * from counters of this process, so that the file written by a run and the answer of a server that
 * has run for a week agree.
 */
final class RunMetrics implements MultiCollector {

  private final Lake lake;
  private final Clock clock;

  RunMetrics(Lake lake) {
    this(lake, Clock.systemUTC());
  }

  RunMetrics(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  @Override
  public MetricSnapshots collect() {
    RunHistory history = new RunHistory(lake);
    List<RunRecord> runs = history.listRuns();
    Gauges gauges = new Gauges();
    addRuns(gauges, runs);
    addSteps(gauges, runs, history.listSteps());
    addRelease(gauges);
    addNotices(gauges);
    return gauges.snapshots();
  }

  /** The metrics in Prometheus' text format. */
  public String text() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrometheusTextFormatWriter.create().write(out, collect(), EscapingScheme.DEFAULT);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addRuns(Gauges gauges, List<RunRecord> newestFirst) {
    Map<String, List<RunRecord>> byJob =
        newestFirst.stream()
            .collect(Collectors.groupingBy(RunRecord::job, TreeMap::new, Collectors.toList()));
    byJob.forEach(
        (job, all) -> {
          List<RunRecord> ended = all.stream().filter(run -> !run.atWork()).toList();
          gauges.add(
              "carbonbook_run_in_progress",
              "1 while a run of the job is in progress, or was killed and no later run has recorded that.",
              all.size() - ended.size(),
              "job",
              job);
          ended.stream().findFirst().ifPresent(run -> addLast(gauges, run));
          ended.stream()
              .filter(RunRecord::endedWell)
              .findFirst()
              .ifPresent(r -> addWell(gauges, r));
          ended.stream()
              .collect(
                  Collectors.groupingBy(RunRecord::outcome, TreeMap::new, Collectors.counting()))
              .forEach((outcome, count) -> addCount(gauges, job, outcome, count));
        });
  }

  private static void addLast(Gauges gauges, RunRecord run) {
    gauges.add(
        "carbonbook_last_run_success",
        "1 when the last run of the job did its work; 0 when it failed, was killed or held back.",
        run.endedWell() ? 1 : 0,
        "job",
        run.job());
    gauges.add(
        "carbonbook_last_run_duration_seconds",
        "How long the last run of the job took.",
        run.seconds(),
        "job",
        run.job());
    gauges.add(
        "carbonbook_last_run_timestamp_seconds",
        "When the last run of the job ended.",
        run.endedAt(),
        "job",
        run.job());
  }

  private static void addWell(Gauges gauges, RunRecord run) {
    gauges.add(
        "carbonbook_last_success_timestamp_seconds",
        "When a run of the job last ended well.",
        run.endedAt(),
        "job",
        run.job());
  }

  private static void addCount(Gauges gauges, String job, String outcome, long count) {
    gauges.add("carbonbook_runs", "Runs in the ledger.", count, "job", job, "outcome", outcome);
  }

  /** Each step as of its last execution; runs in which it was fresh do not count. */
  private static void addSteps(Gauges gauges, List<RunRecord> runs, List<StepRecord> steps) {
    Map<String, RunRecord> byRun =
        runs.stream().collect(Collectors.toMap(RunRecord::run, Function.identity(), (a, b) -> a));
    Map<String, StepRecord> last = new TreeMap<>();
    steps.stream()
        .filter(step -> step.state() == StepRecord.State.DONE && byRun.containsKey(step.run()))
        .forEach(
            step ->
                last.merge(
                    byRun.get(step.run()).job() + "/" + step.step(),
                    step,
                    (a, b) -> a.endedAt().isAfter(b.endedAt()) ? a : b));
    last.values().forEach(step -> addStep(gauges, byRun.get(step.run()).job(), step));
  }

  private static void addStep(Gauges gauges, String job, StepRecord step) {
    gauges.add(
        "carbonbook_step_duration_seconds",
        "How long the step took when it last ran.",
        step.seconds(),
        "job",
        job,
        "step",
        step.step());
    gauges.add(
        "carbonbook_step_timestamp_seconds",
        "When the step last ran.",
        step.endedAt(),
        "job",
        job,
        "step",
        step.step());
    Map<String, Long> counts =
        Map.of(
            "read", step.read(),
            "written", step.written(),
            "rejected", step.rejected(),
            "unchanged", step.unchanged());
    new TreeMap<>(counts)
        .forEach(
            (what, rows) ->
                gauges.add(
                    "carbonbook_step_rows",
                    "Rows, files or cells of the step's last run, whichever it counts.",
                    rows,
                    "job",
                    job,
                    "step",
                    step.step(),
                    "count",
                    what));
  }

  private void addRelease(Gauges gauges) {
    Optional<Release> release = new Releases(lake).findCurrent();
    release.ifPresent(
        current -> {
          gauges.add(
              "carbonbook_release_number", "The release that readers see.", current.number());
          gauges.add(
              "carbonbook_release_timestamp_seconds",
              "When the release that readers see was published.",
              current.publishedAt());
          gauges.add(
              "carbonbook_release_age_seconds",
              "Age of that release when the metrics were computed.",
              Duration.between(current.publishedAt(), clock.instant()).toMillis() / 1e3);
        });
  }

  private void addNotices(Gauges gauges) {
    List<Notice> notices = JobRunner.listNotices(lake);
    for (Severity severity : Severity.values()) {
      gauges.add(
          "carbonbook_notices",
          "Number of notices in force.",
          notices.stream().filter(notice -> notice.severity() == severity).count(),
          "severity",
          severity.name().toLowerCase(Locale.ROOT));
    }
  }
}
