package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One writer of a lake: among threads, among processes, after deaths. */
class RunLockTest {

  private static final int PROCESSES = 4;
  private static final int ROUNDS = 6;
  private static final RunLock.Timing QUICK =
      new RunLock.Timing(Duration.ofMillis(50), Duration.ofMillis(500));

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.open(() -> LakeSession.open("test"), folder.resolve("lake").toString());
  }

  @Test
  void whoComesSecondIsToldWhoHoldsTheLake() {
    try (RunLock first = RunLock.take(lake, "run nightly", Duration.ZERO)) {
      first.requireHeld();
      assertThatIllegalStateException()
          .isThrownBy(() -> RunLock.take(lake, "run other", Duration.ZERO))
          .withMessageContaining("is held by run nightly on " + LockHolder.hostName())
          .withMessageContaining("(process " + ProcessHandle.current().pid() + ") since 20")
          .withMessageContaining("give --wait MINUTES");
    }
    assertThat(RunLock.findHolder(lake)).isEmpty();
    assertThatCode(() -> RunLock.take(lake, "run other", Duration.ZERO).close())
        .doesNotThrowAnyException();
  }

  @Test
  void whoWaitsComesInWhenTheHolderLeaves() throws InterruptedException {
    RunLock first = RunLock.take(lake, "first", Duration.ZERO);
    List<RunLock> second = new ArrayList<>();
    Thread waiting =
        new Thread(() -> second.add(RunLock.take(lake, "second", Duration.ofSeconds(30))));
    waiting.start();
    Thread.sleep(500);
    assertThat(second).isEmpty();
    first.close();
    waiting.join(10_000);
    assertThat(second).hasSize(1);
    second.get(0).close();
  }

  @Test
  void aHolderOnAnotherHostIsDeadOnlyAfterSilence() throws Exception {
    LockHolder there = new LockHolder("run nightly", "elsewhere", 7, "now");
    RunLock living = RunLock.take(lake, there, Duration.ZERO, ProcessLock.none(), QUICK);
    LockHolder me = LockHolder.me("run nightly");
    assertThatIllegalStateException()
        .isThrownBy(() -> RunLock.take(lake, me, Duration.ZERO, ProcessLock.of(lake), QUICK))
        .withMessageContaining("run nightly on elsewhere (process 7)");
    living.close();

    new LockTurns(lake).tryTake(99, there);
    long clock = System.nanoTime();
    try (RunLock mine = RunLock.take(lake, me, Duration.ZERO, ProcessLock.of(lake), QUICK)) {
      mine.requireHeld();
      assertThat(System.nanoTime() - clock).isGreaterThan(QUICK.silence().toNanos());
    }
  }

  @Test
  void aDeadHolderOnThisHostIsFollowedAtOnce() throws IOException {
    new LockTurns(lake).tryTake(5, LockHolder.me("run that was killed"));
    long clock = System.nanoTime();
    RunLock.take(lake, "run nightly", Duration.ZERO).close();
    assertThat(Duration.ofNanos(System.nanoTime() - clock)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aHolderThatDiedBeforeSayingWhoItIsDoesNotLockTheLakeForEver() throws IOException {
    Path turn = folder.resolve("lake/ops/lock/%020d.turn".formatted(3));
    Files.createDirectories(turn.getParent());
    Files.createFile(turn);
    RunLock.take(lake, LockHolder.me("x"), Duration.ZERO, ProcessLock.of(lake), QUICK).close();
  }

  @Test
  void whoWasTakenOverMayNotGoOn() throws IOException {
    try (RunLock first = RunLock.take(lake, "first", Duration.ZERO)) {
      new LockTurns(lake).tryTake(2, new LockHolder("second", "elsewhere", 1, "now"));
      assertThatIllegalStateException()
          .isThrownBy(first::requireHeld)
          .withMessageContaining("another run took over the lake");
    }
  }

  @Test
  void aTurnIsNeverTakenTwice() throws IOException {
    LockTurns turns = new LockTurns(lake);
    LockHolder me = LockHolder.me("x");
    assertThat(turns.tryTake(1, me)).isTrue();
    assertThat(turns.tryTake(1, me)).as("by a second at the same moment").isFalse();
    turns.giveBack(1);
    assertThat(turns.tryTake(2, me)).isTrue();
    assertThat(turns.tryTake(1, me)).as("by one that looked long ago").isFalse();
    assertThat(turns.findNewest().orElseThrow().number()).isEqualTo(2);
    assertThat(turns.findNewest().orElseThrow().held()).isTrue();
  }

  /** With the kernel's lock on one host, and without it as if each process had its own host. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofManyProcessesOneIsInsideHoweverManyDie(boolean kernel) throws Exception {
    new LockTurns(lake)
        .tryTake(1, new LockHolder("dead", kernel ? LockHolder.hostName() : "gone", 1, "long ago"));
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(start(kernel ? LockHolder.hostName() : "host-" + i, kernel));
    }
    try {
      waitFor(() -> count("ready-") == PROCESSES);
      for (int round = 0; round < ROUNDS; round++) {
        String done = "done-" + round;
        Files.createFile(folder.resolve("go-" + round));
        waitFor(() -> notes(done) == processes.stream().filter(Process::isAlive).count());
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    assertThat(Files.readAllLines(folder.resolve("notes")))
        .noneMatch(line -> line.startsWith("violation"))
        .filteredOn("entered"::equals)
        .hasSizeGreaterThanOrEqualTo(PROCESSES);
  }

  private Process start(String host, boolean kernel) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("@.mvn/java-opens");
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LockContender.class.getName());
    command.addAll(List.of(folder.toString(), host, kernel + "", ROUNDS + ""));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out-" + host + System.nanoTime()).toFile())
        .start();
  }

  private long count(String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long notes(String text) {
    try {
      return Files.exists(folder.resolve("notes"))
          ? Files.readAllLines(folder.resolve("notes")).stream().filter(text::equals).count()
          : 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void waitFor(java.util.function.BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in two minutes").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
