package org.carbonbook.serve.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Stops the query that holds the most before the memory is full, so that one reader's query does
 * not end the server for everybody. Memory counts as full by what is left after the garbage
 * collector cleared the pool of old objects: what only waits to be collected does no harm.
 */
public final class HeapWatch implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");
  private static final int EVERY_MILLIS = 100;
  private static final int MAX_WAIT_MILLIS = 5_000;
  private static final int PERCENT = 100;

  /** A query that holds less is not why memory is short. */
  private static final long MIN_HELD = 16L << 20;

  private final Supplier<List<? extends Watched>> queries;
  private final Runnable relief;
  private final int percent;
  private final MemoryPoolMXBean old;
  private final AtomicLong stopped = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(HeapWatch::daemon);
  private long seen;

  /**
   * @param queries those that are open now
   * @param relief frees what can be had again: kept answers
   * @param percent of the memory for old objects that may be in use
   */
  public HeapWatch(Supplier<List<? extends Watched>> queries, Runnable relief, int percent) {
    this.queries = queries;
    this.relief = relief;
    this.percent = percent;
    // Of the generations of the collector only that of old objects is large and can have a limit.
    this.old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isUsageThresholdSupported)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElseThrow(() -> new IllegalStateException("the memory of this Java has no pools"));
  }

  /** Begins to watch. */
  public void start() {
    var unused =
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How many queries were stopped for the memory or the disk that they took. */
  public long stopped() {
    return stopped.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    try {
      stopWriters();
      MemoryUsage left = old.getCollectionUsage();
      if (left != null && left.getUsed() != seen && isFull(left)) {
        relieve();
        seen = old.getCollectionUsage().getUsed();
      }
    } catch (RuntimeException e) {
      LOG.warn("the watch of memory failed once", e);
    }
  }

  private boolean isFull(MemoryUsage left) {
    long max = left.getMax() < 0 ? Runtime.getRuntime().maxMemory() : left.getMax();
    return left.getUsed() > max / PERCENT * percent;
  }

  private void stopWriters() {
    for (Watched query : queries.get()) {
      if (WatchedTasks.writtenBytes(query.group()) > query.maxWrittenBytes()) {
        stop(
            query,
            "stopped: it wrote more than %d MB to the disk; ask for fewer rows"
                .formatted(query.maxWrittenBytes() >> 20));
      }
    }
  }

  private void relieve() {
    relief.run();
    System.gc();
    if (!isFull(old.getCollectionUsage())) {
      return;
    }
    Optional<? extends Watched> largest =
        queries.get().stream()
            .filter(query -> query.heldBytes() >= MIN_HELD)
            .max(Comparator.comparingLong(Watched::heldBytes));
    if (largest.isPresent()) {
      stop(
          largest.get(),
          "stopped: it took more memory than there is; ask for fewer rows or groups, or shorter texts");
      awaitEnd(largest.get());
    } else {
      LOG.warn("memory is short, and no query is why: give the server more, with CARBONBOOK_HEAP");
    }
    // Says at once whether that was enough.
    System.gc();
  }

  private void stop(Watched query, String why) {
    stopped.incrementAndGet();
    query.stop(why);
  }

  private static void awaitEnd(Watched query) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_MILLIS);
    try {
      while (WatchedTasks.isAtWork(query.group()) && System.nanoTime() < end) {
        Thread.sleep(EVERY_MILLIS / 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-memory");
    thread.setDaemon(true);
    return thread;
  }
}
