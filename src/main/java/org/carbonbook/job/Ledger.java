package org.carbonbook.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.StepResult;

/** Collects what happened in one run and writes it to {@code ops.*} at its end. */
final class Ledger {

  private final Lake lake;
  private final WriteContext writing;
  private final String job;
  private final Instant started = Instant.now();
  private final List<Row> steps = new ArrayList<>();
  private final List<Row> notices = new ArrayList<>();

  Ledger(Lake lake, WriteContext writing, String job) {
    this.lake = lake;
    this.writing = writing;
    this.job = job;
  }

  void fresh(String step, int place, Freshness freshness) {
    Instant now = Instant.now();
    Map<String, Long> wrote = freshness.last().orElseThrow().wrote();
    add(step, place, "fresh", "", now, StepResult.of(0, 0), freshness.now(), wrote);
  }

  void done(
      String step, int place, Freshness why, Instant began, StepResult result, StepMark mark) {
    String reason = String.join("; ", why.reasons());
    add(step, place, "done", reason, began, result, why.now(), mark.wrote());
    for (Notice notice : result.notices()) {
      notices.add(
          RowFactory.create(
              writing.run(),
              step,
              notice.code(),
              notice.severity().name(),
              notice.place(),
              notice.message(),
              notice.remedy()));
    }
  }

  void failed(String step, int place, Freshness why, Instant began) {
    String reason = String.join("; ", why.reasons());
    add(step, place, "failed", reason, began, StepResult.of(0, 0), why.now(), Map.of());
  }

  /** Writes the run, its steps and what they found. */
  void close(RunOutcome outcome, String release, String message) {
    List<CompletableFuture<Void>> writes =
        List.of(
            CompletableFuture.runAsync(() -> write("ops.step_run", steps)),
            CompletableFuture.runAsync(() -> write("ops.notice", notices)),
            CompletableFuture.runAsync(
                () -> write("ops.run", List.of(run(outcome, release, message)))));
    writes.forEach(CompletableFuture::join);
  }

  private Row run(RunOutcome outcome, String release, String message) {
    return RowFactory.create(
        writing.run(),
        writing.runNumber(),
        job,
        outcome.name(),
        release,
        message,
        Timestamp.from(started),
        Timestamp.from(Instant.now()),
        RunLock.Holder.hostName(),
        lake.spark().sparkContext().applicationId());
  }

  private void add(
      String step,
      int place,
      String state,
      String reason,
      Instant began,
      StepResult result,
      Fingerprint from,
      Map<String, Long> wrote) {
    steps.add(
        RowFactory.create(
            writing.run(),
            step,
            place,
            state,
            reason,
            Timestamp.from(began),
            Timestamp.from(Instant.now()),
            result.read(),
            result.written(),
            result.rejected(),
            result.unchanged(),
            scala.collection.JavaConverters.mapAsScalaMap(from.parts()),
            scala.collection.JavaConverters.mapAsScalaMap(wrote),
            from.parts().get("code")));
  }

  private void write(String table, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    TableDefinition definition = TableDefinition.getDefinition(table);
    lake.table(table)
        .append(
            lake.spark().createDataFrame(rows, definition.schema()).coalesce(1),
            definition,
            writing);
  }
}
