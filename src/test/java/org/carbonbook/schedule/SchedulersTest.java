package org.carbonbook.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files under {@code jobs/} for cron and systemd: they are checked, and cron really calls
 * {@code bin/carbonbook}. Without these programs, or without root's rights, tests say so and skip.
 */
class SchedulersTest {

  private static final Path CRON = Path.of("jobs/cron/carbonbook");
  private static final Path UNITS = Path.of("jobs/systemd");
  private static final String HOME = "/opt/carbonbook";

  @TempDir private Path folder;
  private Path home;

  /** A home folder whose program runs the classes under test and need not be built. */
  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of("bin/carbonbook"), home.resolve("bin/carbonbook"));
    Files.createFile(home.resolve("pom.xml"));
    for (String linked : List.of("conf", "jobs", "sample-data", ".mvn")) {
      Files.createSymbolicLink(home.resolve(linked), Path.of(linked).toAbsolutePath());
    }
    Files.writeString(home.resolve("target/classpath"), System.getProperty("java.class.path"));
    Files.createFile(home.resolve("target/carbonbook.jar"));
  }

  @Test
  void cronAndTimerKeepToTheScheduleOfTheJob() throws IOException {
    String job = Files.readString(Path.of("jobs/nightly.yaml"));
    assertThat(job).contains("schedule: \"30 2 * * *\"");
    assertThat(Files.readString(CRON)).contains("\n30 2 * * * carbonbook ");
    assertThat(Files.readString(UNITS.resolve("carbonbook-nightly.timer")))
        .contains("OnCalendar=*-*-* 02:30:00");
  }

  @Test
  void systemdAcceptsTheUnits() throws Exception {
    assumeTrue(has("systemd-analyze"), "systemd-analyze is not installed: units are not checked");
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    for (Path unit : list(UNITS)) {
      Path copy = folder.resolve(unit.getFileName());
      Files.writeString(copy, Files.readString(unit).replace(HOME, home.toString()));
      command.add(copy.toString());
    }
    assertThat(command).hasSize(6);
    Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(verify.getInputStream().readAllBytes(), UTF_8);
    assertThat(verify.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("carbonbook");
  }

  @Test
  void systemdRefusesAUnitWhoseProgramIsMissing() throws Exception {
    assumeTrue(has("systemd-analyze"), "systemd-analyze is not installed: units are not checked");
    Path copy = folder.resolve("carbonbook-nightly.service");
    Files.writeString(
        copy,
        Files.readString(UNITS.resolve("carbonbook-nightly.service"))
            .replace(HOME, folder.resolve("nowhere").toString()));
    Process verify =
        new ProcessBuilder("systemd-analyze", "verify", copy.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(verify.getInputStream().readAllBytes(), UTF_8))
        .contains("is not executable");
  }

  @Test
  void cronCallsTheProgram() throws Exception {
    assumeTrue(has("cron"), "cron is not installed: apt-get install cron");
    assumeTrue(canMount(), "no right to mount: cron cannot be given a crontab of its own");
    Path crontab = crontab();
    Process cron = startCron(crontab);
    try {
      Path exit = folder.resolve("exit");
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
      while (!Files.exists(exit) && System.nanoTime() < deadline) {
        assertThat(cron.isAlive()).as("cron runs").isTrue();
        Thread.sleep(500);
      }
      String printed = Files.readString(folder.resolve("printed"));
      assertThat(exit).as(printed).exists();
      assertThat(Files.readString(exit).strip()).as(printed).isEqualTo("0");
      assertThat(printed).contains("archive", "never done on this lake");
    } finally {
      cron.descendants().forEach(ProcessHandle::destroyForcibly);
      cron.destroyForcibly();
    }
  }

  /** The crontab with this machine's folders, every minute, and only saying what would run. */
  private Path crontab() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("JAVA_HOME=" + System.getProperty("java.home"));
    for (String line : Files.readAllLines(CRON)) {
      if (line.startsWith("0 5 ")) {
        continue;
      }
      if (!line.startsWith("30 2 ")) {
        lines.add(line);
        continue;
      }
      // The first call is enough: later ones must not write over what it printed.
      lines.add(
          "* * * * * root mkdir %s && { ".formatted(folder.resolve("once"))
              + line.replace("30 2 * * * carbonbook ", "")
                  .replace(HOME, home.toString())
                  .replace("/data/landing", home.resolve("sample-data").toString())
                  .replace("/data/lake", folder.resolve("lake").toString())
              + " --dry-run > %s 2>&1; echo $? > %s.partial; mv %s.partial %s; }"
                  .formatted(
                      folder.resolve("printed"),
                      folder.resolve("exit"),
                      folder.resolve("exit"),
                      folder.resolve("exit")));
    }
    Path crontab = Files.createDirectories(folder.resolve("cron.d")).resolve("carbonbook");
    Files.write(crontab, lines);
    return crontab;
  }

  /** cron in the foreground, to whom the machine's own crontabs are hidden. */
  private Process startCron(Path crontab) throws IOException {
    Files.createDirectories(folder.resolve("spool/crontabs"));
    Files.createDirectories(folder.resolve("run"));
    Files.createFile(folder.resolve("crontab"));
    String script =
        """
        mount --bind "$0/cron.d" /etc/cron.d && mount --bind "$0/crontab" /etc/crontab &&
        mount --bind "$0/spool" /var/spool/cron && mount --bind "$0/run" /run && exec cron -f
        """;
    assertThat(crontab).exists();
    return new ProcessBuilder("unshare", "-m", "sh", "-c", script, folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("cron.log").toFile())
        .start();
  }

  private static boolean has(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program + " > /dev/null")
            .start()
            .waitFor()
        == 0;
  }

  private boolean canMount() throws IOException, InterruptedException {
    Path one = Files.createDirectories(folder.resolve("one"));
    try {
      return new ProcessBuilder("unshare", "-m", "mount", "--bind", one.toString(), "/run")
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> list(Path units) throws IOException {
    try (var files = Files.list(units)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
