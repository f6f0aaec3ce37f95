package org.carbonbook.job;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.mart.Retention;
import org.carbonbook.mart.Tidying;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;

/**
 * Runs a job on a lake: the stale steps in the order of their tables, then the release. A failed or
 * killed run changes nothing that readers see; running again continues with the steps that are
 * still stale.
 */
public final class JobRunner {

  private final Lake lake;
  private final Configuration configuration;
  private final String landing;
  private final RunListener listener;
  private final Supplier<StepCatalog> steps;

  public JobRunner(Lake lake, Configuration configuration, String landing, RunListener listener) {
    this(lake, configuration, landing, listener, () -> StepCatalog.list(configuration));
  }

  JobRunner(
      Lake lake,
      Configuration configuration,
      String landing,
      RunListener listener,
      Supplier<StepCatalog> steps) {
    this.lake = lake;
    this.configuration = configuration;
    this.landing = landing;
    this.listener = listener;
    this.steps = steps;
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
    StepCatalog known = steps.get();
    List<Step> all = known.of(job);
    List<Step> chosen = chosen(all, options);
    return watched(
        job,
        options.patience(),
        (lock, ended) -> oneRun(landing, lock, known).run(job, all, chosen, options, ended));
  }

  /**
   * Loads a landing folder part by part, then runs the rest of the job and publishes. A part that
   * fails is removed again and does not stop the others.
   *
   * @throws IllegalArgumentException when the job, or the range, names nothing that is there
   * @throws IllegalStateException when another run holds the lake
   */
  public BackfillReport backfill(Path jobs, String name, BackfillRange range, Duration patience) {
    Job job = Job.read(jobs, name);
    StepCatalog known = steps.get();
    List<Step> all = known.of(job);
    return watched(
        job,
        patience,
        (lock, ended) ->
            new Backfill(lake, landing, listener, folder -> oneRun(folder, lock, known))
                .run(job, all, range, ended));
  }

  /** What is done with the lake's lock; it passes on the record of the run when that ends. */
  private interface Work<T> {
    T run(RunLock lock, Consumer<RunRecord> ended);
  }

  /**
   * Does it with the lake's lock, and reports the outcome to the listener and to the job's
   * notification commands.
   */
  private <T> T watched(Job job, Duration patience, Work<T> work) {
    Duration usual = Duration.ofMinutes(job.parameters().waitMinutes());
    Duration wait = patience.compareTo(usual) > 0 ? patience : usual;
    Hooks hooks = new Hooks(lake, job.notifications());
    AtomicReference<RunRecord> end = new AtomicReference<>(RunRecord.begun("", 0, job.job()));
    try (RunLock lock = RunLock.take(lake, "run " + job.job(), wait)) {
      return work.run(lock, end::set);
    } catch (RuntimeException e) {
      end.updateAndGet(run -> run.failed(e));
      // The ledger and the journal are written between steps, so their failures name no step.
      throw e instanceof UncheckedIOException
          ? new IllegalStateException(Failure.describe(e, lake.root()), e)
          : e;
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

  /**
   * Compacts tables and deletes what neither a kept release nor the next run needs.
   *
   * @throws IllegalStateException when a run holds the lake
   */
  public Tidying.Report tidy(Tidying.Mode mode, Duration patience) {
    Tidying tidying = new Tidying(lake, Retention.read(configuration.folder()), Instant.now());
    if (mode == Tidying.Mode.SAY) {
      return tidying.run(mode);
    }
    try (RunLock lock = RunLock.take(lake, "tidy", patience)) {
      return tidying.run(mode);
    }
  }

  private RunExecution oneRun(String folder, RunLock lock, StepCatalog known) {
    lock.requireHeld();
    return new RunExecution(lake, configuration, folder, listener, lock, known.tables());
  }

  /** The notices in force on a lake: those of the last execution of each step. */
  public static List<Notice> listNotices(Lake lake) {
    return StepMark.list(lake).stream().flatMap(mark -> mark.notices().stream()).toList();
  }

  /** The plan of a run: each step, and why it would run. */
  public List<StepPlan> plan(Path jobs, String name, RunOptions options) {
    List<StepPlan> plans = new ArrayList<>();
    for (Step step : chosen(steps.get().of(Job.read(jobs, name)), options)) {
      StepContext context =
          new StepContext(lake, configuration, landing, new WriteContext("plan", 0, step.name()));
      plans.add(StepPlan.of(step, Freshness.of(step, context), plans, options));
    }
    return plans;
  }

  /**
   * What a run would do with one step.
   *
   * @throws IllegalArgumentException that names the nearest steps to an unknown one
   */
  public StepPlan planOf(Path jobs, String job, String step, RunOptions options) {
    StepCatalog.requireKnown(List.of(step), steps.get().of(Job.read(jobs, job)));
    return plan(jobs, job, options).stream()
        .filter(plan -> plan.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private static List<Step> chosen(List<Step> steps, RunOptions options) {
    List<String> only = StepCatalog.requireKnown(options.only(), steps);
    List<String> from =
        StepCatalog.requireKnown(
            options.from() == null ? List.of() : List.of(options.from()), steps);
    int start = from.isEmpty() ? 0 : steps.stream().map(Step::name).toList().indexOf(from.get(0));
    return steps.subList(start, steps.size()).stream()
        .filter(step -> only.isEmpty() || only.contains(step.name()))
        .toList();
  }
}
