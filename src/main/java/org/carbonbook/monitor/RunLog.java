package org.carbonbook.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.job.RunRecord;
import org.carbonbook.mart.Release;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.step.StepResult;

/**
 * Writes the events of a run to the log. Whatever is logged on the run's thread carries its run and
 * step under the keys that Spark gives the log of its tasks, {@code mdc.run} and {@code mdc.step};
 * an event's own fields are under {@code fields}, as a piece of JSON that begins with a comma.
 */
public final class RunLog implements RunListener {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.run");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN = "mdc.run";
  private static final String STEP = "mdc.step";

  private volatile String run;

  @Override
  public void started(RunRecord started) {
    run = started.run();
    ThreadContext.put(RUN, run);
    log(Level.INFO, "run started", Map.of("event", "run_started", "job", started.job()));
  }

  @Override
  public void stepStarted(String step, int place, int count, double expectedSeconds) {
    enter(step);
    Map<String, Object> fields = event("step_started");
    fields.put("place", place);
    fields.put("count", count);
    log(Level.INFO, step + " started", fields);
  }

  @Override
  public void stepFresh(String step, int place, int count) {
    enter(step);
    log(Level.INFO, step + ": nothing new", event("step_fresh"));
    ThreadContext.remove(STEP);
  }

  @Override
  public void stepDone(String step, StepResult result, double seconds) {
    Map<String, Object> fields = event("step_done");
    fields.put("seconds", seconds);
    fields.put("read", result.read());
    fields.put("written", result.written());
    fields.put("rejected", result.rejected());
    fields.put("unchanged", result.unchanged());
    log(Level.INFO, step + " done", fields);
    ThreadContext.remove(STEP);
  }

  @Override
  public void stepFailed(String step, RuntimeException error) {
    Map<String, Object> fields = event("step_failed");
    try (var unused = CloseableThreadContext.put("fields", json(fields))) {
      LOG.error("{} failed: {}", step, error.getMessage(), error);
    }
    ThreadContext.remove(STEP);
  }

  /** A step may run in a thread of its own. */
  private void enter(String step) {
    ThreadContext.put(RUN, run);
    ThreadContext.put(STEP, step);
  }

  @Override
  public void notices(List<Notice> notices) {
    notices.forEach(this::log);
  }

  @Override
  public void released(RunOutcome outcome, Optional<Release> release) {
    Map<String, Object> fields = event("release");
    fields.put("outcome", outcome.name());
    fields.put("release", release.map(Release::id).orElse(null));
    log(Level.INFO, release.map(r -> "published " + r.id()).orElse("not published"), fields);
  }

  @Override
  public void ended(RunRecord run) {
    Map<String, Object> fields = event("run_ended");
    fields.put("job", run.job());
    fields.put("outcome", run.outcome());
    fields.put("release", run.release());
    fields.put("seconds", run.seconds());
    boolean failed = run.outcome().equals(RunOutcome.FAILED.name());
    String message = failed ? "run failed: " + run.message() : "run ended: " + run.outcome();
    log(failed ? Level.ERROR : Level.INFO, message, fields);
    ThreadContext.remove(RUN);
    ThreadContext.remove(STEP);
  }

  @Override
  public void hookFailed(Notice notice) {
    log(notice);
  }

  private void log(Notice notice) {
    Map<String, Object> fields = event("notice");
    fields.put("code", notice.code());
    fields.put("severity", notice.severity().name());
    fields.put("place", notice.place());
    fields.put("remedy", notice.remedy());
    log(level(notice.severity()), notice.message(), fields);
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event", name);
    return fields;
  }

  private static void log(Level level, String message, Map<String, Object> fields) {
    try (var unused = CloseableThreadContext.put("fields", json(fields))) {
      LOG.log(level, message);
    }
  }

  private static String json(Map<String, Object> fields) {
    try {
      String object = JSON.writeValueAsString(fields);
      return "," + object.substring(1, object.length() - 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
