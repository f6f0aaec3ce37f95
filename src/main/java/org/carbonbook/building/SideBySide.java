package org.carbonbook.building;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Writes of tables that do not need each other, side by side: a small commit is mostly waiting for
 * the log and for one task.
 */
public final class SideBySide {

  private static final int THREADS = 3;

  private SideBySide() {}

  /** The results in the order of the work; the first failure is thrown after all have ended. */
  public static <T> List<T> of(List<Supplier<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, work.size()));
    try {
      List<Future<T>> futures = new ArrayList<>();
      work.forEach(one -> futures.add(threads.submit(one::get)));
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tables were written", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
