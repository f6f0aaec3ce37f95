package org.carbonbook.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonbook.lake.Lake;

/**
 * A lock of the operating system on a file of a local lake: the kernel gives it to one process at a
 * time and takes it back when that process ends, however it ends. Neither clocks nor process
 * numbers are trusted. On other file systems, and where the kernel knows no such locks, there is
 * none.
 */
final class ProcessLock implements AutoCloseable {

  /** What came of asking for the lock. */
  enum LockState {
    TAKEN,
    HELD_BY_ANOTHER,
    NOT_SUPPORTED
  }

  /** Held in this process: to the kernel, all of a process is one holder. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private FileChannel channel;
  private boolean registered;

  private ProcessLock(Path file) {
    this.file = file;
  }

  /** The lock of a lake; not taken yet. */
  static ProcessLock of(Lake lake) {
    boolean local = "file".equals(lake.files().getUri().getScheme());
    return new ProcessLock(
        local ? Paths.get(lake.root().toUri()).toAbsolutePath().resolve("ops/lock/process") : null);
  }

  /** A lock that the kernel does not support, as on other than local file systems. */
  static ProcessLock none() {
    return new ProcessLock(null);
  }

  LockState tryTake() throws IOException {
    if (file == null) {
      return LockState.NOT_SUPPORTED;
    }
    Files.createDirectories(file.getParent());
    registered = HELD_HERE.add(file);
    if (!registered) {
      return LockState.HELD_BY_ANOTHER;
    }
    LockState answer = LockState.NOT_SUPPORTED;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      answer = lock();
    } finally {
      if (answer != LockState.TAKEN) {
        close();
      }
    }
    return answer;
  }

  private LockState lock() {
    try {
      FileLock lock = channel.tryLock();
      return lock == null ? LockState.HELD_BY_ANOTHER : LockState.TAKEN;
    } catch (OverlappingFileLockException e) {
      return LockState.HELD_BY_ANOTHER;
    } catch (IOException e) {
      return LockState.NOT_SUPPORTED;
    }
  }

  @Override
  public void close() throws IOException {
    if (!registered) {
      return;
    }
    registered = false;
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
