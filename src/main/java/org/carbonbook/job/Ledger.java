package org.carbonbook.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Keeps the journal of one run, and enters it in {@code ops.*} at its end. */
final class Ledger {

  static final String NOTICES = "ops.notice";

  private final Lake lake;
  private RunRecord run;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final SortedMap<Integer, StepRecord> steps = new TreeMap<>();
  private final Map<String, List<Notice>> notices = new LinkedHashMap<>();

  /** Opens the ledger of a run, and enters what killed runs have left behind. */
  static Ledger open(Lake lake, String id, long number, String job) {
    Journal.list(lake).forEach(left -> enter(lake, killed(left)));
    Ledger ledger = new Ledger(lake, RunRecord.begun(id, number, job));
    ledger.journal().save(lake);
    return ledger;
  }

  RunRecord run() {
    return run;
  }

  private Ledger(Lake lake, RunRecord run) {
    this.lake = lake;
    this.run = run;
    this.startedAt = run.startedAt();
  }

  void fresh(String step, int place, Freshness freshness) {
    steps.put(
        place,
        begun(step, place, StepRecord.State.FRESH, freshness)
            .ended(
                StepRecord.State.FRESH,
                StepResult.of(0, 0),
                freshness.last().orElseThrow().wrote(),
                0,
                application()));
  }

  void started(String step, int place, Freshness why) {
    steps.put(place, begun(step, place, StepRecord.State.RUNNING, why));
    journal().save(lake);
  }

  private StepRecord begun(String step, int place, StepRecord.State state, Freshness why) {
    return StepRecord.of(run, step, place, state, why, startedAt.plus(elapsed()), application());
  }

  void done(String step, StepResult result, StepMark mark) {
    end(
        step,
        record ->
            record.ended(
                StepRecord.State.DONE, result, mark.wrote(), mark.seconds(), application()));
    notices.put(step, result.notices());
    journal().save(lake);
  }

  void failed(String step, double seconds) {
    end(step, record -> record.ended(StepRecord.State.FAILED, seconds, application()));
  }

  private void end(String step, UnaryOperator<StepRecord> how) {
    steps.replaceAll((place, record) -> record.step().equals(step) ? how.apply(record) : record);
  }

  /** Enters the run, its steps and what they found. */
  void close(RunOutcome outcome, String release, String message) {
    run = run.ended(outcome, release, message, startedAt.plus(elapsed()), application());
    journal().save(lake);
    enter(lake, journal());
  }

  /** By a clock that nobody sets. */
  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Spark's id for this process, or null as long as nothing has asked for Spark. */
  private static String application() {
    return LakeSession.findOpen()
        .map(SparkSession::sparkContext)
        .map(SparkContext::applicationId)
        .orElse(null);
  }

  private Journal journal() {
    return new Journal(run, List.copyOf(steps.values()), notices);
  }

  /** A journal whose run did not live to say how it ended. */
  private static Journal killed(Journal left) {
    if (!left.run().atWork()) {
      return left;
    }
    List<StepRecord> steps =
        left.steps().stream()
            .map(
                step ->
                    step.state() == StepRecord.State.RUNNING
                        ? step.ended(StepRecord.State.KILLED, 0, step.applicationId())
                        : step)
            .toList();
    Instant lastSign =
        steps.stream()
            .map(StepRecord::endedAt)
            .max(Comparator.naturalOrder())
            .orElse(left.run().startedAt());
    RunRecord run =
        left.run()
            .ended(
                RunOutcome.KILLED,
                null,
                "ended without a word: its process was killed, or it could not write the lake",
                lastSign,
                left.run().applicationId());
    return new Journal(run, steps, left.notices());
  }

  /** Enters a journal once, however often it is tried, and deletes it. */
  private static void enter(Lake lake, Journal journal) {
    RunRecord run = journal.run();
    WriteContext writing = new WriteContext(run.run(), run.number(), "ledger");
    lake.smallTable(StepRecord.TABLE)
        .append(journal.steps().stream().map(StepRecord::row).toList(), writing);
    lake.smallTable(NOTICES).append(notices(journal), writing);
    lake.smallTable(RunRecord.TABLE).append(List.of(run.row()), writing);
    journal.delete(lake);
  }

  private static List<List<Object>> notices(Journal journal) {
    List<List<Object>> rows = new ArrayList<>();
    journal
        .notices()
        .forEach(
            (step, found) ->
                found.forEach(notice -> rows.add(row(journal.run().run(), step, notice))));
    return rows;
  }

  /** A notice as {@code ops.notice} holds it. */
  static List<Object> row(String run, String step, Notice notice) {
    return List.of(
        run,
        step,
        notice.code(),
        notice.severity().name(),
        notice.place(),
        notice.message(),
        notice.remedy());
  }
}
