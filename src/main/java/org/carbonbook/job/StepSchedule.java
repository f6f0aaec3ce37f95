package org.carbonbook.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonbook.step.Step;

/**
 * Runs the steps of a job, some of them at once: a step begins when all steps that write what it
 * reads have ended, and earlier steps begin first. While one step plans its queries, another one
 * computes.
 */
final class StepSchedule {

  private final List<Step> waiting;
  private final List<Step> running = new ArrayList<>();
  private final int atOnce;

  /**
   * @param steps the steps in an order in which they could run one by one
   * @param atOnce how many steps may run at the same time
   */
  StepSchedule(List<Step> steps, int atOnce) {
    this.waiting = new ArrayList<>(steps);
    this.atOnce = atOnce;
  }

  /** What is done with a step. */
  interface Work {
    void run(Step step);
  }

  /**
   * Runs all steps. When one fails, no further step begins; those at work end first.
   *
   * @throws RuntimeException the failure of the first step that failed; those of others are
   *     suppressed in it
   */
  void run(Work work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce, StepSchedule::thread);
    try {
      CompletionService<Step> ended = new ExecutorCompletionService<>(threads);
      Throwable failure = null;
      while (!running.isEmpty() || (failure == null && !waiting.isEmpty())) {
        while (failure == null && running.size() < atOnce && begin(ended, work)) {}
        try {
          running.remove(ended.take().get());
        } catch (ExecutionException e) {
          StepFailure failed = (StepFailure) e.getCause();
          running.remove(failed.step);
          if (failure == null) {
            failure = failed.getCause();
          } else {
            failure.addSuppressed(failed.getCause());
          }
        }
      }
      rethrow(failure);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Begins the first step whose inputs are all written, if there is one. */
  private boolean begin(CompletionService<Step> ended, Work work) {
    for (int i = 0; i < waiting.size(); i++) {
      Step step = waiting.get(i);
      if (isFree(step, running) && isFree(step, waiting.subList(0, i))) {
        waiting.remove(i);
        running.add(step);
        ended.submit(
            () -> {
              try {
                work.run(step);
              } catch (Throwable e) {
                throw new StepFailure(step, e);
              }
              return step;
            });
        return true;
      }
    }
    return false;
  }

  /** Whether a step and earlier ones touch no table that either of them writes. */
  private static boolean isFree(Step step, List<Step> earlier) {
    return earlier.stream()
        .allMatch(
            other ->
                areDisjoint(step.reads(), other.writes())
                    && areDisjoint(other.reads(), step.writes())
                    && areDisjoint(other.writes(), step.writes()));
  }

  private static boolean areDisjoint(Collection<String> tables, Collection<String> others) {
    return Collections.disjoint(tables, others);
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-step");
    thread.setDaemon(true);
    return thread;
  }

  /** A failure with the step that failed. */
  private static final class StepFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Step step;

    StepFailure(Step step, Throwable cause) {
      super(cause);
      this.step = step;
    }
  }
}
