package org.carbonbook.job.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonbook.job.crash.CrashChain.Point;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real runs of the nightly job that are killed, or whose disk fills or turns read-only, at points
 * spread over every step: {@code mvn test -Dtest=CrashMatrixTest -Dtest.excludedGroups=}, one of
 * its methods with {@code -Dtest=CrashMatrixTest#secondNightKilled}. With {@code
 * -Dcrash.folder=DIR} the undisturbed lakes are kept there and taken again. The disk needs the
 * right to mount.
 */
@Tag("slow")
class CrashMatrixTest {

  private static final int DISK_MB = 48;

  @TempDir Path temporary;
  private Path folder;
  private Path landing;
  private Path first;

  @BeforeEach
  void runUndisturbed() throws IOException, InterruptedException {
    String kept = System.getProperty("crash.folder");
    folder = kept == null ? temporary : Files.createDirectories(Path.of(kept));
    landing = folder.resolve("landing");
    first = folder.resolve("first");
    if (!Files.exists(folder.resolve("first.said"))) {
      CrashChain.copy(Path.of("sample-data"), landing);
      Files.writeString(folder.resolve("first.said"), CrashChain.through(landing, first));
    }
  }

  @Test
  void firstNightKilledWhileWriting() throws IOException, InterruptedException {
    kill("writing", points(steps("first", first), List.of(Moment.WRITING)));
  }

  @Test
  void firstNightKilledAfterCommits() throws IOException, InterruptedException {
    List<Point> points = points(steps("first", first), List.of(Moment.COMMITTED));
    points.add(Point.after("ops.release", Moment.COMMITTED));
    points.add(Point.after("ops.step_run", Moment.COMMITTED));
    points.add(Point.after("ops.run", Moment.COMMITTED));
    kill("committed", points);
  }

  private void kill(String name, List<Point> points) throws IOException, InterruptedException {
    Path lake = folder.resolve(name);
    CrashChain chain = new CrashChain(landing, lake, first, 0);
    if (chain.run(points, Disturbance.kill(), folder.resolve(name + ".progress"))) {
      assertNothingNew(landing, lake);
    }
  }

  @Test
  void secondNightKilled() throws IOException, InterruptedException {
    Path changed = folder.resolve("changed-landing");
    Path second = folder.resolve("second");
    Path lake = folder.resolve("second-killed");
    if (!Files.exists(folder.resolve("second.said"))) {
      SecondNight.change(CrashChain.copy(landing, changed));
      CrashChain.copy(first, second);
      CrashChain.copy(first, lake);
      Files.writeString(folder.resolve("second.said"), CrashChain.through(changed, second));
    }
    List<Point> points = points(steps("second", second), List.of(Moment.COMMITTED, Moment.MARKED));
    points.add(Point.after("ops.release", Moment.COMMITTED));
    CrashChain chain = new CrashChain(changed, lake, second, 1);
    if (chain.run(points, Disturbance.kill(), folder.resolve("second.progress"))) {
      assertThat(new LakeImage(lake).bytes("mart"))
          .as("the second night changes figures")
          .isNotEqualTo(new LakeImage(first).bytes("mart"));
      assertNothingNew(changed, lake);
    }
  }

  @Test
  void diskFull() throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    if (!Files.exists(folder.resolve("full.progress"))) {
      int mounted = command("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m", "x", disk + "");
      Assumptions.assumeTrue(mounted == 0, "a small disk needs the right to mount");
    }
    CrashChain chain = new CrashChain(landing, disk.resolve("lake"), first, 0);
    List<Point> points = points(steps("first", first), List.of(Moment.BEGUN));
    if (chain.run(points, Disturbance.fullDisk(disk), folder.resolve("full.progress"))) {
      command("umount", disk.toString());
    }
  }

  @Test
  void readOnly() throws IOException, InterruptedException {
    Path probe = Files.createDirectories(folder.resolve("probe"));
    Assumptions.assumeTrue(
        command("chattr", "+i", probe + "") == 0, "immutable folders need an ext4 and its rights");
    command("chattr", "-i", probe.toString());
    Path lake = folder.resolve("read-only");
    new CrashChain(landing, lake, first, 0)
        .run(
            points(steps("first", first), List.of(Moment.BEGUN)),
            Disturbance.readOnly(lake),
            folder.resolve("read-only.progress"));
  }

  private Map<String, List<String>> steps(String night, Path lake) throws IOException {
    return CrashChain.steps(Files.readString(folder.resolve(night + ".said")), lake);
  }

  private static List<Point> points(Map<String, List<String>> steps, List<Moment> moments) {
    List<Point> points = new ArrayList<>();
    steps.forEach((step, tables) -> moments.forEach(at -> points.add(new Point(step, tables, at))));
    return points;
  }

  private static void assertNothingNew(Path landing, Path lake)
      throws IOException, InterruptedException {
    assertThat(CrashChain.through(landing, lake)).contains("nothing new, the release is unchanged");
  }

  private static int command(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).start().waitFor();
  }
}
