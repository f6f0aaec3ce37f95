package org.carbonbook.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run as {@code ops.run} holds it.
 *
 * @param run its id, e.g. {@code run-7}
 * @param number its number, rising
 * @param job the job's name
 * @param outcome how it ended, by the name of a {@link RunOutcome}
 * @param release the release it published, or null
 * @param message why it failed, or null
 * @param startedAt its start
 * @param endedAt its end; for a run that was killed, when its last sign of life was written
 * @param host the machine it ran on
 * @param applicationId Spark's id for it, or null when it never needed Spark
 */
public record RunRecord(
    String run,
    long number,
    String job,
    String outcome,
    String release,
    String message,
    Instant startedAt,
    Instant endedAt,
    String host,
    String applicationId) {

  static final String TABLE = "ops.run";

  private static final Set<RunOutcome> WELL =
      EnumSet.of(RunOutcome.PUBLISHED, RunOutcome.UNCHANGED, RunOutcome.NOT_PUBLISHED);

  /** A run that has just begun; number 0 for one that has no place in the ledger yet. */
  static RunRecord begun(String run, long number, String job) {
    Instant now = Instant.now();
    String host = LockHolder.hostName();
    return new RunRecord(run, number, job, Journal.RUNNING, null, null, now, now, host, null);
  }

  static RunRecord of(Map<String, Object> row) {
    return new RunRecord(
        (String) row.get("run"),
        (Long) row.get("number"),
        (String) row.get("job"),
        (String) row.get("outcome"),
        (String) row.get("release"),
        (String) row.get("message"),
        (Instant) row.get("started_at"),
        (Instant) row.get("ended_at"),
        (String) row.get("host"),
        (String) row.get("application_id"));
  }

  /** How long it took, in seconds. */
  public double seconds() {
    return Duration.between(startedAt, endedAt).toMillis() / 1e3;
  }

  /**
   * Whether no outcome is recorded: the run is in progress, or was killed and no later run has
   * recorded that.
   */
  public boolean atWork() {
    return outcome.equals(Journal.RUNNING);
  }

  /**
   * Whether the run completed: it did not fail, was not killed, and no ERROR held its release back.
   */
  public boolean endedWell() {
    return !atWork() && WELL.contains(RunOutcome.valueOf(outcome));
  }

  RunRecord ended(RunOutcome how, String published, String why, Instant at, String application) {
    return new RunRecord(
        run, number, job, how.name(), published, why, startedAt, at, host, application);
  }

  /** This run with the error that ended it, unless it says already how it ended. */
  RunRecord failed(RuntimeException error) {
    return atWork()
        ? ended(
            RunOutcome.FAILED,
            null,
            String.valueOf(error.getMessage()),
            Instant.now(),
            applicationId)
        : this;
  }

  /** This run, which ended a backfill that is not complete, whatever it published. */
  RunRecord leaving(List<String> parts) {
    String why = "not loaded: " + String.join(", ", parts);
    return ended(
        RunOutcome.FAILED,
        release,
        message == null ? why : message + "; " + why,
        endedAt,
        applicationId);
  }

  List<Object> row() {
    return Arrays.asList(
        run, number, job, outcome, release, message, startedAt, endedAt, host, applicationId);
  }
}
