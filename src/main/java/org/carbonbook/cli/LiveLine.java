package org.carbonbook.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunRecord;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.StepResult;

/**
 * The last line of a terminal while a run is in progress: the step that has run longest, the stages
 * and rows of all steps at work, and the time that remains at most, estimated from what steps took
 * last time.
 */
final class LiveLine implements RunListener {

  private static final long EVERY_MS = 500;
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter err;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(LiveLine::daemon);
  private final Map<String, Double> expected = new LinkedHashMap<>();
  private final AtomicLong rows = new AtomicLong();
  private final Map<String, Long> begun = new LinkedHashMap<>();
  private boolean listening;

  LiveLine(PrintWriter err) {
    this.err = err;
  }

  /** Whether standard error is a terminal; the launcher passes this, as Java cannot find out. */
  static boolean isTerminal() {
    return Boolean.getBoolean("carbonbook.terminal");
  }

  @Override
  public synchronized void planned(Map<String, Double> expectedSeconds) {
    expected.putAll(expectedSeconds);
    var unused = clock.scheduleAtFixedRate(this::print, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stepStarted(String name, int place, int count, double seconds) {
    clear();
    if (begun.isEmpty()) {
      rows.set(0);
    }
    begun.put(name, System.nanoTime());
  }

  @Override
  public synchronized void stepFresh(String name, int place, int count) {
    clear();
    expected.remove(name);
  }

  @Override
  public synchronized void stepDone(String name, StepResult result, double seconds) {
    clear();
    expected.remove(name);
    begun.remove(name);
  }

  @Override
  public synchronized void ended(RunRecord run) {
    clock.shutdownNow();
    clear();
  }

  private void clear() {
    err.print(CLEAR);
    err.flush();
  }

  private synchronized void print() {
    if (begun.isEmpty() || clock.isShutdown()) {
      return;
    }
    String step = begun.keySet().iterator().next();
    double seconds = (System.nanoTime() - begun.get(step)) / 1e9;
    err.print(CLEAR + text(step, seconds, stages(), rows.get(), expected));
    err.flush();
  }

  /** The line for a step that has run for some seconds. */
  static String text(
      String step, double seconds, String stages, long rows, Map<String, Double> expected) {
    StringBuilder text = new StringBuilder("      %s: %.0f s".formatted(step, seconds));
    double usual = expected.getOrDefault(step, -1.0);
    if (usual >= 0) {
      text.append(" of about %.0f".formatted(usual));
    }
    text.append(stages.isEmpty() ? "" : ", " + stages);
    text.append(rows == 0 ? "" : ", %,d rows".formatted(rows));
    double others =
        expected.entrySet().stream()
            .filter(each -> !each.getKey().equals(step))
            .mapToDouble(each -> Math.max(0, each.getValue()))
            .sum();
    if (usual >= 0) {
      text.append(", up to %.0f s remaining".formatted(Math.max(0, usual - seconds) + others));
    }
    return text.toString();
  }

  private String stages() {
    SparkContext spark = LakeSession.findOpen().map(SparkSession::sparkContext).orElse(null);
    if (spark == null || spark.isStopped()) {
      return "";
    }
    if (!listening) {
      spark.addSparkListener(new Rows());
      listening = true;
    }
    StringBuilder text = new StringBuilder();
    for (int stage : spark.statusTracker().getActiveStageIds()) {
      SparkStageInfo info = spark.statusTracker().getStageInfo(stage).getOrElse(() -> null);
      if (info != null) {
        text.append(text.isEmpty() ? "" : ", ")
            .append("stage %d %d/%d".formatted(stage, info.numCompletedTasks(), info.numTasks()));
      }
    }
    return text.toString();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Counts the rows that tasks have read and written. */
  private final class Rows extends SparkListener {

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
      if (task.taskMetrics() != null) {
        rows.addAndGet(
            task.taskMetrics().inputMetrics().recordsRead()
                + task.taskMetrics().outputMetrics().recordsWritten());
      }
    }
  }
}
