package org.carbonbook.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.hive.service.rpc.thrift.TOperationState;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.carbonbook.serve.gate.Answer;
import org.carbonbook.serve.gate.AnswerKey;
import org.carbonbook.serve.gate.AnswerRows;
import org.carbonbook.serve.gate.ReadSession;
import org.carbonbook.serve.gate.Refused;
import org.carbonbook.serve.release.ShownRelease;
import org.carbonbook.serve.watch.Watched;
import org.carbonbook.serve.watch.WatchedTasks;

/**
 * One statement of a reader, from its start to the last row that was fetched, within the limits.
 */
final class Query implements Operation, Watched {

  private static final Logger LOG = LogManager.getLogger("org.carbonbook.serve");

  private static final int PASSING = 16;
  private static final String DONE = "done";
  private static final String CLOSED = "closed";
  private static final StructType NOTHING = new StructType().add("Result", "string");

  private final Queries queries;
  private final ReadSession session;
  private final String statement;
  private final long seconds;
  private final ShownRelease shown;
  private final String group = "reader-" + Handles.number();
  private final long began = System.nanoTime();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile TOperationState state = TOperationState.RUNNING_STATE;
  private volatile String problem;
  private volatile String stopped;
  private volatile Future<?> work;
  private volatile Future<?> timer;
  private volatile Answer answer;
  private volatile StructType columns;
  private AnswerRows rows;
  private List<Row> kept;
  private int keptAt;
  private volatile long keptBytes;
  private long fetched;

  /**
   * @param seconds how long it may take, if that is less than everybody's limit; 0 for that limit
   */
  Query(Queries queries, ReadSession session, String statement, long seconds) {
    long most = queries.limits().seconds();
    this.seconds = seconds > 0 ? Math.min(seconds, most) : most;
    this.queries = queries;
    this.session = session;
    this.statement = statement;
    this.shown = queries.shown();
  }

  /** Begins. */
  Query start() {
    queries.add(this);
    timer =
        queries
            .clock()
            .schedule(
                () -> stop("stopped after %d s".formatted(seconds)), seconds, TimeUnit.SECONDS);
    work = queries.threads().submit(this::run);
    return this;
  }

  @Override
  public TOperationState state() {
    return state;
  }

  @Override
  public void await(long millis) {
    try {
      var unused = over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public StructType schema() {
    requireAnswer();
    // The protocol knows no answer without columns.
    return columns.isEmpty() ? NOTHING : columns;
  }

  @Override
  public synchronized List<Row> next(int most) {
    requireAnswer();
    try {
      return inGroup(() -> take(most));
    } catch (Refused e) {
      end(stopped == null ? "refused" : stopped);
      throw e;
    }
  }

  @Override
  public synchronized void rewind() {
    if (kept != null) {
      keptAt = 0;
    } else if (fetched > 0) {
      throw new Refused("refused: the rows of a large answer can be fetched once");
    }
  }

  @Override
  public void cancel() {
    stop("cancelled");
  }

  @Override
  public void close() {
    stop(CLOSED);
    end(stopped == null ? CLOSED : stopped);
    queries.remove(this);
    free();
  }

  String user() {
    return session.user();
  }

  /** The bytes of rows that are kept ready for the reader. */
  long keptBytes() {
    return keptBytes;
  }

  @Override
  public String group() {
    return group;
  }

  /** What its tasks allocated counts whole where it may be held, and little where it passes by. */
  @Override
  public long heldBytes() {
    Answer of = answer;
    long allocated = WatchedTasks.allocatedBytes(group);
    return keptBytes
        + WatchedTasks.managedBytes(group)
        + (of != null && of.isHolding() ? allocated : allocated / PASSING);
  }

  @Override
  public long maxWrittenBytes() {
    return queries.limits().diskMb() << 20;
  }

  private void run() {
    Semaphore place = null;
    try {
      place = queries.take(session.user());
      inGroup(
          () -> {
            begin();
            return null;
          });
      if (stopped != null) {
        throw new Refused("the query was " + stopped);
      }
      state = TOperationState.FINISHED_STATE;
      if (answer != null && answer.isCommand()) {
        end(DONE);
      }
    } catch (InterruptedException e) {
      fail("cancelled", "cancelled");
    } catch (Refused e) {
      fail(e.getMessage(), "refused");
    } catch (RuntimeException | Error e) {
      LOG.error("a reader's query failed", e);
      fail("the query failed; the log of the server says why", "failed");
    } finally {
      if (place != null) {
        queries.give(place);
      }
      over.countDown();
    }
  }

  /**
   * Plans the query and computes the first rows, so that what can fail has failed by now. An answer
   * that is known needs neither: the same text passed the gate, with the same rights.
   */
  private void begin() {
    AnswerKey key = session.keyOf(statement).orElse(null);
    AnswerCache.Rows known = key == null ? null : queries.cache().find(shown, key).orElse(null);
    if (known != null) {
      columns = known.schema();
      kept = known.rows();
      return;
    }
    answer = session.ask(statement, shown);
    columns = answer.schema();
    requireScanAllowed();
    rows = answer.atMost(queries.limits().rows() + 1).rows(queries.limits().answerMb() << 20);
    List<Row> first = new ArrayList<>();
    long bytes = 0;
    while (first.size() <= AnswerCache.MAX_ROWS
        && bytes <= AnswerCache.MAX_BYTES
        && rows.hasNext()) {
      first.add(rows.next());
      bytes += AnswerCache.size(first.get(first.size() - 1));
    }
    kept = first;
    keptBytes = bytes;
    if (key != null && answer.isSteady() && !rows.hasNext()) {
      queries.cache().keep(shown, key, new AnswerCache.Rows(columns, first));
    }
  }

  private void requireScanAllowed() {
    long mb = answer.isCommand() ? 0 : answer.scannedBytes() >> 20;
    if (mb > queries.limits().scannedMb()) {
      throw new Refused(
          "refused: the query would read %d MB, the maximum is %d; ask for fewer tables or rows"
              .formatted(mb, queries.limits().scannedMb()));
    }
  }

  private List<Row> take(int most) {
    List<Row> taken = new ArrayList<>();
    long bytes = 0;
    while (taken.size() < most && bytes <= AnswerCache.MAX_BYTES) {
      if (kept != null && keptAt < kept.size()) {
        taken.add(kept.get(keptAt++));
      } else if (rows != null && rows.hasNext()) {
        taken.add(rows.next());
        // A large answer is not kept: what was fetched is gone.
        kept = null;
        keptBytes = 0;
      } else {
        break;
      }
      bytes += AnswerCache.size(taken.get(taken.size() - 1));
    }
    fetched += taken.size();
    if (fetched > queries.limits().rows()) {
      throw new Refused(
          "refused: the answer has more than %d rows".formatted(queries.limits().rows()));
    }
    boolean isOut = taken.size() < most && bytes <= AnswerCache.MAX_BYTES;
    boolean isGiven = kept != null && keptAt == kept.size() && (rows == null || !rows.hasNext());
    if (isOut || isGiven) {
      end(DONE);
    }
    return taken;
  }

  private <T> T inGroup(Supplier<T> some) {
    SparkContext context = queries.context();
    context.setJobGroup(group, session.user(), true);
    context.setLocalProperty("spark.scheduler.pool", session.user());
    try {
      if (stopped != null) {
        throw new Refused("the query was " + stopped);
      }
      return some.get();
    } catch (Refused e) {
      throw stopped == null ? e : new Refused("the query was " + stopped);
    } finally {
      context.clearJobGroup();
      context.setLocalProperty("spark.scheduler.pool", null);
    }
  }

  private void requireAnswer() {
    if (state == TOperationState.ERROR_STATE || columns == null) {
      throw new Refused(problem == null ? "the query still runs" : problem);
    }
  }

  private void fail(String sentence, String outcome) {
    problem = stopped == null ? sentence : "the query was " + stopped;
    state = TOperationState.ERROR_STATE;
    end(stopped == null ? outcome : stopped);
  }

  /** Nothing is kept for a reader who will not ask again. */
  private synchronized void free() {
    kept = null;
    keptBytes = 0;
    if (rows != null) {
      rows.close();
    }
  }

  @Override
  public void stop(String why) {
    if (!ended.get() && stopped == null) {
      stopped = why;
      if (state == TOperationState.FINISHED_STATE) {
        // Nobody may ask for its rows again.
        end(why);
      }
      queries.context().cancelJobGroup(group);
      if (over.getCount() > 0 && work != null) {
        work.cancel(true);
        // Planning ends only by itself; nobody has to wait for it.
        answerStopped();
      }
    }
  }

  private void answerStopped() {
    fail(stopped, stopped);
    over.countDown();
  }

  private void end(String outcome) {
    if (ended.compareAndSet(false, true)) {
      if (timer != null) {
        timer.cancel(false);
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      queries.over(session.user(), shown, statement, outcome, fetched, millis);
    }
  }
}
