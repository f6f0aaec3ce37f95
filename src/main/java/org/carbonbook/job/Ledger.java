package org.carbonbook.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final List<StepRecord> steps = new ArrayList<>();
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
  }

  void fresh(String step, int place, Freshness freshness) {
    steps.add(
        StepRecord.of(run.run(), step, place, StepRecord.State.FRESH, freshness, Instant.now())
            .ended(
                StepRecord.State.FRESH,
                StepResult.of(0, 0),
                freshness.last().orElseThrow().wrote()));
  }

  void started(String step, int place, Freshness why) {
    steps.add(StepRecord.of(run.run(), step, place, StepRecord.State.RUNNING, why, Instant.now()));
    journal().save(lake);
  }

  void done(StepResult result, StepMark mark) {
    StepRecord last = steps.remove(steps.size() - 1);
    steps.add(last.ended(StepRecord.State.DONE, result, mark.wrote()));
    notices.put(last.step(), result.notices());
    journal().save(lake);
  }

  void failed() {
    StepRecord last = steps.remove(steps.size() - 1);
    steps.add(last.ended(StepRecord.State.FAILED));
  }

  /** Enters the run, its steps and what they found. */
  void close(RunOutcome outcome, String release, String message) {
    String application =
        LakeSession.findOpen()
            .map(SparkSession::sparkContext)
            .map(c -> c.applicationId())
            .orElse("");
    run = run.ended(outcome, release, message, application);
    journal().save(lake);
    enter(lake, journal());
  }

  private Journal journal() {
    return new Journal(run, steps, notices);
  }

  /** A journal whose run did not live to say how it ended. */
  private static Journal killed(Journal left) {
    if (!left.run().outcome().equals(Journal.RUNNING)) {
      return left;
    }
    List<StepRecord> steps =
        left.steps().stream()
            .map(
                step ->
                    step.state() == StepRecord.State.RUNNING
                        ? step.ended(StepRecord.State.KILLED)
                        : step)
            .toList();
    RunRecord run = left.run().ended(RunOutcome.KILLED, null, "the process was killed", "");
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
