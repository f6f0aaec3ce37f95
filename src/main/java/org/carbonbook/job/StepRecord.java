package org.carbonbook.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carbonbook.step.StepResult;

/**
 * One step of one run as {@code ops.step_run} holds it.
 *
 * @param run the run's id
 * @param step the step's name
 * @param place its place in the order, from 1
 * @param state its state
 * @param reason why it ran, empty when it was fresh
 * @param startedAt its start
 * @param endedAt its end
 * @param read rows, files or cells read
 * @param written rows written
 * @param rejected rows rejected
 * @param unchanged inputs that needed no work
 * @param versionsIn what its result follows from, part by part
 * @param versionsOut the version of each table it wrote, afterwards
 * @param codeVersion the digest of its code
 * @param host the machine it ran on
 * @param applicationId Spark's id for the run, or null when Spark was not needed so far
 */
public record StepRecord(
    String run,
    String step,
    int place,
    State state,
    String reason,
    Instant startedAt,
    Instant endedAt,
    long read,
    long written,
    long rejected,
    long unchanged,
    Map<String, String> versionsIn,
    Map<String, Long> versionsOut,
    String codeVersion,
    String host,
    String applicationId) {

  static final String TABLE = "ops.step_run";

  /** The state of a step of a run. */
  public enum State {
    RUNNING,
    DONE,
    FRESH,
    FAILED,
    KILLED
  }

  static StepRecord of(
      RunRecord run,
      String step,
      int place,
      State state,
      Freshness why,
      Instant startedAt,
      String applicationId) {
    Map<String, String> parts = why.now().parts();
    return new StepRecord(
        run.run(),
        step,
        place,
        state,
        String.join("; ", why.reasons()),
        startedAt,
        startedAt,
        0,
        0,
        0,
        0,
        parts,
        Map.of(),
        parts.get("code"),
        run.host(),
        applicationId);
  }

  @SuppressWarnings("unchecked")
  static StepRecord of(Map<String, Object> row) {
    return new StepRecord(
        (String) row.get("run"),
        (String) row.get("step"),
        (Integer) row.get("place"),
        State.valueOf((String) row.get("state")),
        (String) row.get("reason"),
        (Instant) row.get("started_at"),
        (Instant) row.get("ended_at"),
        (Long) row.get("rows_read"),
        (Long) row.get("rows_written"),
        (Long) row.get("rows_rejected"),
        (Long) row.get("rows_unchanged"),
        (Map<String, String>) row.get("versions_in"),
        (Map<String, Long>) row.get("versions_out"),
        (String) row.get("code_version"),
        (String) row.get("host"),
        (String) row.get("application_id"));
  }

  /** How long it took, in seconds. */
  public double seconds() {
    return Duration.between(startedAt, endedAt).toMillis() / 1e3;
  }

  StepRecord ended(State how, double seconds, String application) {
    return ended(how, StepResult.of(0, 0), Map.of(), seconds, application);
  }

  /**
   * @param application Spark's id for the run as it is known by now
   */
  StepRecord ended(
      State how, StepResult result, Map<String, Long> wrote, double seconds, String application) {
    return new StepRecord(
        run,
        step,
        place,
        how,
        reason,
        startedAt,
        startedAt.plusMillis(Math.round(seconds * 1e3)),
        result.read(),
        result.written(),
        result.rejected(),
        result.unchanged(),
        versionsIn,
        wrote,
        codeVersion,
        host,
        application);
  }

  List<Object> row() {
    return Arrays.asList(
        run,
        step,
        place,
        state.name(),
        reason,
        startedAt,
        endedAt,
        read,
        written,
        rejected,
        unchanged,
        versionsIn,
        versionsOut,
        codeVersion,
        host,
        applicationId);
  }
}
