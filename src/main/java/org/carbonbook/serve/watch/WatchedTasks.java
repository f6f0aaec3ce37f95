package org.carbonbook.serve.watch;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Measures the memory of the tasks of each query. Spark calls this plugin when a task starts in
 * this process.
 */
public final class WatchedTasks implements SparkPlugin {

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Map<Long, Task> RUNNING = new ConcurrentHashMap<>();
  private static final Map<String, Long> WRITTEN = new ConcurrentHashMap<>();

  /** A task at work, and what its thread had allocated before. */
  private record Task(TaskContext context, String group, long thread, long allocatedBefore) {

    private long allocated() {
      return Math.max(0, THREADS.getThreadAllocatedBytes(thread) - allocatedBefore);
    }

    private long written() {
      return context.taskMetrics().diskBytesSpilled()
          + context.taskMetrics().shuffleWriteMetrics().bytesWritten();
    }
  }

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void onTaskStart() {
        begin(TaskContext.get());
      }
    };
  }

  /** The memory that the tasks of a group have of Spark, for sorts, groups and joins. */
  public static long managedBytes(String group) {
    return RUNNING.values().stream()
        .filter(task -> group.equals(task.group()))
        .mapToLong(task -> task.context().taskMemoryManager().getMemoryConsumptionForThisTask())
        .sum();
  }

  /** All bytes that the tasks of a group at work have allocated, freed or not. */
  public static long allocatedBytes(String group) {
    return RUNNING.values().stream()
        .filter(task -> group.equals(task.group()))
        .mapToLong(Task::allocated)
        .sum();
  }

  /** The bytes that the tasks of a group wrote to the disk. */
  public static long writtenBytes(String group) {
    return WRITTEN.getOrDefault(group, 0L)
        + RUNNING.values().stream()
            .filter(task -> group.equals(task.group()))
            .mapToLong(Task::written)
            .sum();
  }

  /** How many tasks are at work. */
  public static int count() {
    return RUNNING.size();
  }

  /** Whether tasks of a group are at work. */
  static boolean isAtWork(String group) {
    return RUNNING.values().stream().anyMatch(task -> group.equals(task.group()));
  }

  /** Forgets a group that ended. */
  public static void forget(String group) {
    WRITTEN.remove(group);
  }

  private static void begin(TaskContext context) {
    String group = context.getLocalProperty("spark.jobGroup.id");
    if (group != null) {
      long thread = Thread.currentThread().getId();
      RUNNING.put(
          context.taskAttemptId(),
          new Task(context, group, thread, THREADS.getThreadAllocatedBytes(thread)));
      // When Spark says that a task ended, its context is no longer at hand.
      context.addTaskCompletionListener(WatchedTasks::end);
    }
  }

  private static void end(TaskContext context) {
    Task task = RUNNING.remove(context.taskAttemptId());
    if (task != null && task.written() > 0) {
      WRITTEN.merge(task.group(), task.written(), Long::sum);
    }
  }
}
