package org.carbonbook.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.carbonbook.lake.Lake;

/**
 * The one writer of a lake. The lock is a file that says who holds it; its holder renews it every
 * few seconds. A holder is dead when its process is gone (same host) or when the lock was not
 * renewed while we watched it: our own watch, not its clock, decides.
 */
final class RunLock implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration RENEWAL = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final FileSystem files;
  private final Path file;
  private final Holder holder;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(RunLock::daemon);
  private long beat;

  private RunLock(FileSystem files, Path file, Holder holder) {
    this.files = files;
    this.file = file;
    this.holder = holder;
    var unused =
        renewal.scheduleAtFixedRate(
            this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes the lock of a lake, from a dead holder too.
   *
   * @param patience how long to wait for a living holder
   * @throws IllegalStateException that names the holder, when it still lives after that
   */
  static RunLock take(Lake lake, String what, Duration patience) {
    Path file = file(lake);
    Holder mine = Holder.me(what);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      lake.files().mkdirs(file.getParent());
      while (true) {
        if (create(lake.files(), file, mine.json(0))) {
          return new RunLock(lake.files(), file, mine);
        }
        Optional<Holder> other = findHolder(lake);
        if (other.isPresent() && isDead(lake, other.get())) {
          lake.files().rename(file, new Path(file.getParent(), "lock.dead-" + UUID.randomUUID()));
        } else if (System.nanoTime() > deadline) {
          throw new IllegalStateException(refusal(lake, other));
        } else {
          Thread.sleep(500);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the lake: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the lake's lock", e);
    }
  }

  /** Who holds the lock of a lake now, if anybody. */
  static Optional<Holder> findHolder(Lake lake) {
    try (InputStream in = lake.files().open(file(lake))) {
      return Optional.of(JSON.readValue(in.readAllBytes(), Holder.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    try {
      files.delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + file + ": " + e.getMessage(), e);
    }
  }

  private static Path file(Lake lake) {
    return new Path(lake.root(), "ops/lock.json");
  }

  private static String refusal(Lake lake, Optional<Holder> holder) {
    return holder
        .map(
            h ->
                "%s is held by %s on %s (process %d) since %s: wait for it, or give --wait MINUTES"
                    .formatted(lake.root(), h.what(), h.host(), h.pid(), h.since()))
        .orElse(lake.root() + " is locked and its lock cannot be read: try again");
  }

  private static boolean isDead(Lake lake, Holder holder) throws InterruptedException {
    if (holder.host().equals(Holder.hostName())) {
      return ProcessHandle.of(holder.pid())
          .filter(process -> Holder.startOf(process) == holder.processStart())
          .isEmpty();
    }
    long deadline = System.nanoTime() + SILENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Thread.sleep(1000);
      if (!findHolder(lake).equals(Optional.of(holder))) {
        return false;
      }
    }
    return true;
  }

  /** Creates the file only if it is not there; the one who creates it holds the lock. */
  private static boolean create(FileSystem files, Path file, byte[] content) throws IOException {
    if ("file".equals(files.getUri().getScheme())) {
      try {
        Files.write(Paths.get(file.toUri()), content, StandardOpenOption.CREATE_NEW);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }
    try (OutputStream out = files.create(file, false)) {
      out.write(content);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  private void renew() {
    try (OutputStream out = files.create(file, true)) {
      out.write(holder.json(++beat));
    } catch (IOException e) {
      System.getLogger(RunLock.class.getName())
          .log(System.Logger.Level.WARNING, "cannot renew " + file, e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "carbonbook-lock");
    thread.setDaemon(true);
    return thread;
  }

  /** Who holds a lock, since when, and how often it was renewed. */
  record Holder(String what, String host, long pid, long processStart, String since, long beat) {

    static Holder me(String what) {
      ProcessHandle me = ProcessHandle.current();
      return new Holder(what, hostName(), me.pid(), startOf(me), Instant.now().toString(), 0);
    }

    static long startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (IOException e) {
        return "localhost";
      }
    }

    byte[] json(long beat) throws IOException {
      Holder now = new Holder(what, host, pid, processStart, since, beat);
      return JSON.writeValueAsString(now).getBytes(StandardCharsets.UTF_8);
    }
  }
}
