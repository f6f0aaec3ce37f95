package org.carbonbook.serve.gate;

import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;

/**
 * Whether the query that this thread works for was cancelled: in a task, or while it is planned.
 */
final class StopSign {

  private StopSign() {}

  /**
   * Ends the work of this thread when its query was cancelled.
   *
   * @throws TaskKilledException then
   */
  static void check() {
    TaskContext task = TaskContext.get();
    boolean stopped = task == null ? Thread.currentThread().isInterrupted() : task.isInterrupted();
    if (stopped) {
      throw new TaskKilledException("cancelled");
    }
  }
}
