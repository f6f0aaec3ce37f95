package org.carbonbook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;

/**
 * One of several processes that want the same lake. In each round all are let go at once; each must
 * be alone inside. Every third who comes in dies there.
 */
final class LockContender {

  private final Path folder;
  private final Lake lake;
  private final String host;
  private final boolean kernel;

  private LockContender(Path folder, String host, String kernel) {
    this.folder = folder;
    this.lake = Lake.open(() -> LakeSession.open("test"), folder.resolve("lake").toString());
    this.host = host;
    this.kernel = Boolean.parseBoolean(kernel);
  }

  /** Arguments: the folder, the host to appear as, whether to use the kernel's lock, rounds. */
  public static void main(String[] args) throws IOException, InterruptedException {
    LockContender contender = new LockContender(Path.of(args[0]), args[1], args[2]);
    Files.createFile(contender.folder.resolve("ready-" + ProcessHandle.current().pid()));
    for (int round = 0; round < Integer.parseInt(args[3]); round++) {
      while (Files.notExists(contender.folder.resolve("go-" + round))) {
        Thread.onSpinWait();
      }
      contender.enter();
      contender.note("done-" + round);
    }
  }

  private void enter() throws IOException, InterruptedException {
    LockHolder me = new LockHolder("test", host, ProcessHandle.current().pid(), "now");
    ProcessLock process = kernel ? ProcessLock.of(lake) : ProcessLock.none();
    RunLock.Timing timing = new RunLock.Timing(Duration.ofMillis(100), Duration.ofMillis(1500));
    try (RunLock lock = RunLock.take(lake, me, Duration.ofSeconds(60), process, timing)) {
      lock.requireHeld();
      Path inside = folder.resolve("inside");
      try {
        Files.writeString(inside, me.pid() + "", StandardOpenOption.CREATE_NEW);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        note("violation by " + me.pid() + " while " + Files.readString(inside) + " is inside");
      }
      Thread.sleep(5);
      Files.deleteIfExists(inside);
      note("entered");
      if (ProcessHandle.current().pid() % 3 == 0) {
        note("died");
        Runtime.getRuntime().halt(137);
      }
    }
  }

  private synchronized void note(String what) throws IOException {
    Files.writeString(
        folder.resolve("notes"), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
