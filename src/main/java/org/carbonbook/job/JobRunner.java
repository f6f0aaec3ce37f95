package org.carbonbook.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkContext;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * Runs a job on a lake: the stale steps in the order of their tables, then the release. A failed or
 * killed run changes nothing that readers see; running again does what is left.
 */
public final class JobRunner {

  private final Lake lake;
  private final Configuration configuration;
  private final String landing;
  private final RunListener listener;

  public JobRunner(Lake lake, Configuration configuration, String landing, RunListener listener) {
    this.lake = lake;
    this.configuration = configuration;
    this.landing = landing;
    this.listener = listener;
  }

  /**
   * Runs a job.
   *
   * @param jobs the folder of job files
   * @param name the job's name
   * @throws IllegalArgumentException when the job or an option names something unknown
   * @throws IllegalStateException when another run holds the lake
   */
  public RunOutcome run(Path jobs, String name, RunOptions options) {
    Job job = Job.read(jobs, name);
    List<Step> steps = Steps.list(configuration).of(job);
    List<Step> chosen = chosen(steps, options);
    Hooks hooks = new Hooks(lake, job.notifications());
    AtomicReference<RunRecord> end = new AtomicReference<>(RunRecord.begun("", 0, name));
    try (RunLock lock = RunLock.take(lake, "run " + name, options.patience())) {
      long number = RunNumber.take(lake);
      return run(job, steps, chosen, options, number, end);
    } catch (RuntimeException e) {
      end.updateAndGet(run -> run.failed(e));
      throw e;
    } finally {
      listener.ended(end.get());
      hooks.call(end.get()).forEach(listener::hookFailed);
    }
  }

  /**
   * Shows an older release again, as a release of its own.
   *
   * @throws IllegalArgumentException when there is no such release
   */
  public Release rollback(String release, Duration patience) {
    Releases releases = new Releases(lake);
    releases.getRelease(release);
    try (RunLock lock = RunLock.take(lake, "releases rollback", patience)) {
      long number = RunNumber.take(lake);
      return releases.rollback(release, new WriteContext("run-" + number, number, "release"));
    }
  }

  /** What is wrong with the data as a lake holds it now: what each step found when it ran last. */
  public static List<Notice> listNotices(Lake lake) {
    return StepMark.list(lake).stream().flatMap(mark -> mark.notices().stream()).toList();
  }

  /** What a run would do: each step with why it would run. */
  public List<StepPlan> plan(Path jobs, String name, RunOptions options) {
    List<Step> steps = Steps.list(configuration).of(Job.read(jobs, name));
    List<StepPlan> plans = new ArrayList<>();
    for (Step step : chosen(steps, options)) {
      plans.add(StepPlan.of(step, Freshness.of(step, context("plan", 0, step)), plans, options));
    }
    return plans;
  }

  /**
   * What a run would do with one step.
   *
   * @throws IllegalArgumentException that names the nearest steps to an unknown one
   */
  public StepPlan planOf(Path jobs, String job, String step, RunOptions options) {
    Steps.requireKnown(List.of(step), Steps.list(configuration).of(Job.read(jobs, job)));
    return plan(jobs, job, options).stream()
        .filter(plan -> plan.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private RunOutcome run(
      Job job,
      List<Step> steps,
      List<Step> chosen,
      RunOptions options,
      long number,
      AtomicReference<RunRecord> end) {
    String run = "run-" + number;
    Ledger ledger = Ledger.open(lake, run, number, job.job());
    listener.started(ledger.run());
    try {
      int place = 0;
      for (Step step : chosen) {
        run(step, ++place, chosen.size(), options, context(run, number, step), ledger);
      }
      return release(steps, chosen, run, number, ledger);
    } catch (RuntimeException e) {
      ledger.close(RunOutcome.FAILED, null, String.valueOf(e.getMessage()));
      listener.released(RunOutcome.FAILED, Optional.empty());
      throw e;
    } finally {
      end.set(ledger.run());
    }
  }

  private void run(
      Step step, int place, int count, RunOptions options, StepContext context, Ledger ledger) {
    Freshness freshness = Freshness.of(step, context);
    if (freshness.isFresh() && options.fresh() == RunOptions.Fresh.SKIP) {
      listener.stepFresh(step.name(), place, count);
      ledger.fresh(step.name(), place, freshness);
      return;
    }
    double expected = freshness.last().map(StepMark::seconds).orElse(-1.0);
    listener.stepStarted(step.name(), place, count, expected);
    ledger.started(step.name(), place, freshness);
    long clock = System.nanoTime();
    try {
      SparkContext spark = lake.spark().sparkContext();
      spark.setJobGroup(step.name(), context.writing().run(), true);
      // Spark hands these to the log of every task.
      spark.setLocalProperty("mdc.run", context.writing().run());
      spark.setLocalProperty("mdc.step", step.name());
      StepResult result = step.run(context);
      double seconds = (System.nanoTime() - clock) / 1e9;
      StepMark mark =
          new StepMark(
              context.writing().run(),
              freshness.now().parts(),
              Freshness.written(lake, step),
              seconds,
              result.notices());
      mark.save(lake, step.name());
      ledger.done(result, mark);
      listener.stepDone(step.name(), result, seconds);
    } catch (RuntimeException e) {
      ledger.failed();
      listener.stepFailed(step.name(), e);
      throw new StepFailedException(step.name(), e);
    } finally {
      lake.spark().sparkContext().clearJobGroup();
    }
  }

  private RunOutcome release(
      List<Step> steps, List<Step> chosen, String run, long number, Ledger ledger) {
    List<Notice> notices = notices(steps);
    listener.notices(notices);
    Optional<Release> release = Optional.empty();
    RunOutcome outcome;
    if (isIncomplete(steps, chosen, run, number)) {
      outcome = RunOutcome.NOT_PUBLISHED;
    } else if (notices.stream().anyMatch(notice -> notice.severity() == Severity.ERROR)) {
      outcome = RunOutcome.HELD_BACK;
    } else {
      List<String> tables = steps.stream().flatMap(step -> step.writes().stream()).toList();
      release = new Releases(lake).publish(tables, new WriteContext(run, number, "release"));
      outcome = release.isPresent() ? RunOutcome.PUBLISHED : RunOutcome.UNCHANGED;
    }
    ledger.close(outcome, release.map(Release::id).orElse(null), null);
    listener.released(outcome, release);
    return outcome;
  }

  /** Whether a step that was not chosen is stale, so that tables of two states would be mixed. */
  private boolean isIncomplete(List<Step> steps, List<Step> chosen, String run, long number) {
    return steps.stream()
        .filter(step -> !chosen.contains(step))
        .anyMatch(step -> !Freshness.of(step, context(run, number, step)).isFresh());
  }

  /** What holds for the tables as they are: the notices of each step's last execution. */
  private List<Notice> notices(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> StepMark.find(lake, step.name()).stream())
        .flatMap(mark -> mark.notices().stream())
        .toList();
  }

  private StepContext context(String run, long number, Step step) {
    return new StepContext(
        lake, configuration, landing, new WriteContext(run, number, step.name()));
  }

  private static List<Step> chosen(List<Step> steps, RunOptions options) {
    List<String> only = Steps.requireKnown(options.only(), steps);
    List<String> from =
        Steps.requireKnown(options.from() == null ? List.of() : List.of(options.from()), steps);
    int start = from.isEmpty() ? 0 : steps.stream().map(Step::name).toList().indexOf(from.get(0));
    return steps.subList(start, steps.size()).stream()
        .filter(step -> only.isEmpty() || only.contains(step.name()))
        .toList();
  }
}
