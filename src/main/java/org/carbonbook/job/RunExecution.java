package org.carbonbook.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkContext;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.NoticeRules;
import org.carbonbook.step.Step;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;

/**
 * One run of a job by the holder of the lake's lock: its steps, its release, its ledger. Steps run
 * some at once; ledger and listener hear of them one event at a time.
 */
final class RunExecution {

  private final Lake lake;
  private final Configuration configuration;
  private final String landing;
  private final RunListener listener;
  private final RunLock lock;
  private final Set<String> published;
  private final long number;
  private final String run;
  private final Map<Step, Fingerprint> begunWith = new ConcurrentHashMap<>();
  private final List<Notice> forged = new CopyOnWriteArrayList<>();

  /**
   * @param published the tables that a release may show, of whichever job
   */
  RunExecution(
      Lake lake,
      Configuration configuration,
      String landing,
      RunListener listener,
      RunLock lock,
      Set<String> published) {
    this.published = published;
    this.lake = lake;
    this.configuration = configuration;
    this.landing = landing;
    this.listener = listener;
    this.lock = lock;
    this.number = RunNumber.take(lake);
    this.run = "run-" + number;
  }

  /**
   * Runs the chosen steps of a job and publishes what all its steps wrote.
   *
   * @param ended receives the record of the run at its end
   */
  RunOutcome run(
      Job job, List<Step> all, List<Step> chosen, RunOptions options, Consumer<RunRecord> ended) {
    Ledger ledger = Ledger.open(lake, run, number, job.job());
    listener.started(ledger.run());
    listener.planned(expected(chosen));
    try {
      new StepSchedule(chosen, job.parameters().stepsAtOnce())
          .run(step -> run(step, chosen.indexOf(step) + 1, chosen.size(), options, ledger));
      return release(all, chosen, ledger, options.accepted());
    } catch (RuntimeException e) {
      closeFailed(ledger, e);
      throw e;
    } catch (Exception | FSError e) {
      IllegalStateException failure =
          new IllegalStateException(Failure.describe(e, lake.root()), e);
      closeFailed(ledger, failure);
      throw failure;
    } finally {
      ended.accept(ledger.run());
    }
  }

  private Map<String, Double> expected(List<Step> chosen) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Step step : chosen) {
      seconds.put(
          step.name(), StepMark.find(lake, step.name()).map(StepMark::seconds).orElse(-1.0));
    }
    return seconds;
  }

  /** Writes down that the run failed; where not even that can be written, the next run says so. */
  private void closeFailed(Ledger ledger, RuntimeException e) {
    try {
      ledger.close(RunOutcome.FAILED, null, String.valueOf(e.getMessage()));
    } catch (RuntimeException | FSError second) {
      e.addSuppressed(second);
    }
    listener.released(RunOutcome.FAILED, Optional.empty());
  }

  private void run(Step step, int place, int count, RunOptions options, Ledger ledger) {
    lock.requireHeld();
    StepContext context = context(step);
    Freshness freshness = Freshness.of(step, context);
    begunWith.put(step, freshness.now());
    if (freshness.isFresh() && options.fresh() == RunOptions.Fresh.SKIP) {
      synchronized (ledger) {
        listener.stepFresh(step.name(), place, count);
        ledger.fresh(step.name(), place, freshness);
      }
      return;
    }
    double expected = freshness.last().map(StepMark::seconds).orElse(-1.0);
    synchronized (ledger) {
      listener.stepStarted(step.name(), place, count, expected);
      ledger.started(step.name(), place, freshness);
    }
    long clock = System.nanoTime();
    try {
      SparkContext spark = lake.spark().sparkContext();
      spark.setJobGroup(step.name(), run, true);
      // Spark hands these to the log of every task.
      spark.setLocalProperty("mdc.run", run);
      spark.setLocalProperty("mdc.step", step.name());
      for (ForgedTable forgery : freshness.forged()) {
        forged.add(forgery.notice());
        forgery.undo(lake, context.writing());
      }
      StepResult result = step.run(context.force(options.fresh() == RunOptions.Fresh.RUN_AGAIN));
      requireUnchanged(step);
      double seconds = (System.nanoTime() - clock) / 1e9;
      Map<String, Long> wrote = Freshness.written(lake, step);
      StepMark mark =
          new StepMark(
              run,
              freshness.now().parts(),
              wrote,
              seconds,
              result.notices(),
              ForgedTable.seals(lake, wrote));
      mark.save(lake, step.name());
      synchronized (ledger) {
        ledger.done(step.name(), result, mark);
        listener.stepDone(step.name(), result, seconds);
      }
    } catch (Exception | FSError e) {
      // Spark's exceptions are checked ones, thrown by Scala without being declared.
      StepFailedException failure = new StepFailedException(step.name(), lake.root(), e);
      synchronized (ledger) {
        ledger.failed(step.name(), (System.nanoTime() - clock) / 1e9);
        listener.stepFailed(step.name(), failure);
      }
      throw failure;
    } finally {
      lake.spark().sparkContext().clearJobGroup();
    }
  }

  private RunOutcome release(List<Step> all, List<Step> chosen, Ledger ledger, String accepted) {
    chosen.forEach(this::requireUnchanged);
    List<String> tables = all.stream().flatMap(step -> step.writes().stream()).toList();
    boolean incomplete = isIncomplete(all, chosen);
    List<Notice> notices = new ArrayList<>(notices(all));
    if (!incomplete) {
      notices.addAll(LostRows.find(lake, tables, accepted));
    }
    NoticeRules rules = NoticeRules.read(configuration.folder());
    notices.replaceAll(rules::apply);
    listener.notices(notices);
    Optional<Release> release = Optional.empty();
    RunOutcome outcome;
    if (incomplete) {
      outcome = RunOutcome.NOT_PUBLISHED;
    } else if (!rules.holding(notices).isEmpty()) {
      outcome = RunOutcome.HELD_BACK;
    } else {
      lock.requireHeld();
      release = new Releases(lake).publish(tables, published, writing("release"));
      outcome = release.isPresent() ? RunOutcome.PUBLISHED : RunOutcome.UNCHANGED;
    }
    ledger.close(outcome, release.map(Release::id).orElse(null), null);
    listener.released(outcome, release);
    return outcome;
  }

  /**
   * Checks that the step read the configuration that its mark names, so that no release mixes
   * figures of two configurations.
   */
  private void requireUnchanged(Step step) {
    List<String> changed = begunWith.get(step).editedSince(step, context(step));
    if (!changed.isEmpty()) {
      throw new IllegalStateException(
          "the configuration of step %s was edited during the run (%s): nothing is published, run again"
              .formatted(step.name(), changed.get(0)));
    }
  }

  /** Whether a step that was not chosen is stale, so that tables of two states would be mixed. */
  private boolean isIncomplete(List<Step> all, List<Step> chosen) {
    return all.stream()
        .filter(step -> !chosen.contains(step))
        .anyMatch(step -> !Freshness.of(step, context(step)).isFresh());
  }

  /**
   * What holds for the tables as they are: the notices of each step's last execution, and tables
   * that this run found forged. A release waits for a run that finds none.
   */
  private List<Notice> notices(List<Step> all) {
    return Stream.concat(
            all.stream()
                .flatMap(step -> StepMark.find(lake, step.name()).stream())
                .flatMap(mark -> mark.notices().stream()),
            forged.stream())
        .toList();
  }

  private StepContext context(Step step) {
    return new StepContext(lake, configuration, landing, writing(step.name()));
  }

  /** On whose behalf a step of this run writes. */
  WriteContext writing(String step) {
    return new WriteContext(run, number, step);
  }
}
