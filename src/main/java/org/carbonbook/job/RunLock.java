package org.carbonbook.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carbonbook.lake.Lake;

/**
 * The one writer of a lake: it has taken the newest turn ({@link LockTurns}) and, on a local file
 * system, the kernel's lock ({@link ProcessLock}). A holder on this machine is dead when we have
 * the kernel's lock; any other when it gave no sign of life while we watched it: our own watch, not
 * its clock, decides.
 */
final class RunLock implements AutoCloseable {

  private static final long POLL_MS = 200;

  private final LockTurns turns;
  private final ProcessLock process;
  private final long number;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(RunLock::daemon);

  private RunLock(LockTurns turns, ProcessLock process, long number, Timing timing) {
    this.turns = turns;
    this.process = process;
    this.number = number;
    long every = timing.renewal().toMillis();
    var unused = renewal.scheduleAtFixedRate(this::renew, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * How often a holder gives a sign of life, and after how long without one it is dead.
   *
   * @param renewal the time between two signs
   * @param silence several times that
   */
  record Timing(Duration renewal, Duration silence) {
    static final Timing USUAL = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(45));
  }

  /**
   * Takes the lock of a lake, from a dead holder too.
   *
   * @param patience how long to wait for a living holder
   * @throws IllegalStateException that names the holder, when it still lives after that
   */
  static RunLock take(Lake lake, String what, Duration patience) {
    return take(lake, LockHolder.me(what), patience, ProcessLock.of(lake), Timing.USUAL);
  }

  static RunLock take(
      Lake lake, LockHolder me, Duration patience, ProcessLock process, Timing timing) {
    Waiting waiting = new Waiting(lake, new LockTurns(lake), process, timing, patience);
    RunLock lock = null;
    try {
      lock = waiting.take(me);
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException(
          Failure.findRemedy(e, lake.root())
              .orElse("cannot lock the lake %s: %s".formatted(lake.root(), e.getMessage())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the lake's lock", e);
    } finally {
      if (lock == null) {
        closeQuietly(process);
      }
    }
  }

  /** Who holds the lock of a lake now, if anybody. */
  static Optional<LockHolder> findHolder(Lake lake) {
    LockTurns turns = new LockTurns(lake);
    try {
      Optional<LockTurns.Turn> newest = turns.findNewest().filter(LockTurns.Turn::held);
      return newest.isEmpty() ? Optional.empty() : Optional.of(turns.holder(newest.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Checks that no other run took this lock over, as happens when this process did not respond for
   * a while.
   *
   * @throws IllegalStateException when another run did
   */
  void requireHeld() {
    try {
      if (!turns.isNewest(number)) {
        throw new IllegalStateException(
            "another run took over the lake while this one did not respond: look at 'carbonbook status', then run again");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the lake's lock: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    try {
      turns.giveBack(number);
    } catch (IOException e) {
      // The next run finds a turn whose holder is gone, and takes it over.
      warn("cannot release the lake's lock", e);
    } finally {
      closeQuietly(process);
    }
  }

  private void renew() {
    try {
      turns.touch(number);
    } catch (IOException e) {
      warn("cannot renew the lake's lock", e);
    }
  }

  private static void closeQuietly(ProcessLock process) {
    try {
      process.close();
    } catch (IOException e) {
      warn("cannot release the kernel's lock", e);
    }
  }

  private static void warn(String what, IOException e) {
    System.getLogger(RunLock.class.getName()).log(System.Logger.Level.WARNING, what, e);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-lock");
    thread.setDaemon(true);
    return thread;
  }

  /** One attempt to take the lock. */
  private static final class Waiting {

    private final Lake lake;
    private final LockTurns turns;
    private final ProcessLock process;
    private final Timing timing;
    private final long deadline;
    private LockTurns.Turn watched;
    private long watchedSince;

    Waiting(Lake lake, LockTurns turns, ProcessLock process, Timing timing, Duration patience) {
      this.lake = lake;
      this.turns = turns;
      this.process = process;
      this.timing = timing;
      this.deadline = System.nanoTime() + patience.toNanos();
    }

    RunLock take(LockHolder me) throws IOException, InterruptedException {
      ProcessLock.LockState kernel = process.tryTake();
      while (kernel == ProcessLock.LockState.HELD_BY_ANOTHER) {
        refuseAfterDeadline(findHolder(lake).orElse(LockHolder.UNKNOWN));
        kernel = process.tryTake();
      }
      boolean alone = kernel == ProcessLock.LockState.TAKEN;
      while (true) {
        Optional<LockTurns.Turn> newest = turns.findNewest();
        if (newest.isEmpty() || !newest.get().held() || isDead(newest.get(), alone)) {
          long next = newest.map(LockTurns.Turn::number).orElse(0L) + 1;
          if (turns.tryTake(next, me)) {
            return new RunLock(turns, process, next, timing);
          }
        }
      }
    }

    /** Whether a holder is gone; waits a little, or refuses, when it may still live. */
    private boolean isDead(LockTurns.Turn turn, boolean aloneOnThisHost)
        throws IOException, InterruptedException {
      LockHolder holder = turns.holder(turn);
      if (aloneOnThisHost && holder.isHere()) {
        return true;
      }
      boolean first = watched == null;
      if (!turn.equals(watched)) {
        watched = turn;
        watchedSince = System.nanoTime();
        if (first) {
          Thread.sleep(POLL_MS);
          return false;
        }
      } else if (System.nanoTime() - watchedSince > timing.silence().toNanos()) {
        return true;
      } else {
        Thread.sleep(POLL_MS);
        return false;
      }
      refuseAfterDeadline(holder);
      return false;
    }

    /** A holder that lives may be waited for, but not longer than we have patience. */
    private void refuseAfterDeadline(LockHolder holder) throws InterruptedException {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s is held by %s on %s (process %d) since %s: wait for it, or give --wait MINUTES"
                .formatted(
                    lake.root(), holder.what(), holder.host(), holder.pid(), holder.since()));
      }
      Thread.sleep(POLL_MS);
    }
  }
}
