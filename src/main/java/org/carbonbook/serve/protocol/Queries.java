package org.carbonbook.serve.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.carbonbook.serve.access.Audit;
import org.carbonbook.serve.access.Login;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.gate.Refused;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.watch.HeapWatch;
import org.carbonbook.serve.watch.WatchedTasks;

/**
 * The state that all connections share: the engine, the release, the limits and the running
 * queries.
 */
public final class Queries implements AutoCloseable {

  /** Of the rows that the open answers of a user keep ready. */
  private static final long MAX_KEPT = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 16);

  private final ReadSession first;
  private final Supplier<ShownRelease> shown;
  private final Limits limits;
  private final Audit audit;
  private final AnswerCache cache;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Set<Query> open = ConcurrentHashMap.newKeySet();
  private final HeapWatch watch;
  private final ExecutorService threads = Executors.newCachedThreadPool(Queries::daemon);
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Queries::daemon);

  /**
   * @param first the session that those of the readers are made beside
   * @param shown the release for a statement that begins now
   */
  public Queries(ReadSession first, Supplier<ShownRelease> shown, Limits limits, Audit audit) {
    this.first = first;
    this.shown = shown;
    this.limits = limits;
    this.audit = audit;
    this.clock.setRemoveOnCancelPolicy(true);
    this.cache = new AnswerCache((long) limits.cachedMb() << 20);
    this.watch = new HeapWatch(() -> List.copyOf(open), cache::clear, limits.heapPercent());
    this.watch.start();
  }

  /** The limits. */
  public Limits limits() {
    return limits;
  }

  /** How many sessions are open. */
  public int sessions() {
    return sessions.get();
  }

  /** How many queries run now. */
  public int running() {
    return running.get();
  }

  /** How many statements were answered since the start. */
  public long done() {
    return done.get();
  }

  /** How many statements were refused or failed since the start. */
  public long refused() {
    return refused.get();
  }

  /** How many queries were stopped for the memory or the disk that they took. */
  public long stoppedForMemory() {
    return watch.stopped();
  }

  @Override
  public void close() {
    watch.close();
    threads.shutdownNow();
    clock.shutdownNow();
  }

  ReadSession open(Login login) {
    sessions.incrementAndGet();
    return first.beside(login.user(), login.access());
  }

  void closed() {
    sessions.decrementAndGet();
  }

  ShownRelease shown() {
    return shown.get();
  }

  /**
   * Counts a query in, until it is closed.
   *
   * @throws Refused when the open answers of its user hold as much as they may
   */
  void add(Query query) {
    long held =
        open.stream()
            .filter(other -> other.user().equals(query.user()))
            .mapToLong(Query::keptBytes)
            .sum();
    if (held > MAX_KEPT) {
      throw new Refused(
          "refused: the open answers of %s hold %d MB; fetch or close them first"
              .formatted(query.user(), held >> 20));
    }
    open.add(query);
  }

  void remove(Query query) {
    open.remove(query);
    WatchedTasks.forget(query.group());
  }

  AnswerCache cache() {
    return cache;
  }

  SparkContext context() {
    return first.spark().sparkContext();
  }

  ExecutorService threads() {
    return threads;
  }

  ScheduledExecutorService clock() {
    return clock;
  }

  /**
   * Waits for one of the user's places.
   *
   * @throws Refused when none came free
   */
  Semaphore take(String user) throws InterruptedException {
    Semaphore mine =
        places.computeIfAbsent(user, name -> new Semaphore(limits.queriesPerUser(), true));
    if (!mine.tryAcquire(limits.waitSeconds(), TimeUnit.SECONDS)) {
      throw new Refused(
          "refused: %d queries of %s run already, and none ended within %d s"
              .formatted(limits.queriesPerUser(), user, limits.waitSeconds()));
    }
    running.incrementAndGet();
    return mine;
  }

  void give(Semaphore place) {
    running.decrementAndGet();
    place.release();
  }

  void over(
      String user, ShownRelease release, String statement, String outcome, long rows, long millis) {
    boolean answered = outcome.equals("done") || outcome.equals("closed");
    (answered ? done : refused).incrementAndGet();
    audit.statement(user, release.release(), statement, outcome, rows, millis);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-query");
    thread.setDaemon(true);
    return thread;
  }
}
