package org.carbonbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeCheck;
import org.carbonbook.mart.MartDefinition;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}: checks whether everything that a run needs is in place. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Check Java, memory, folders and the engine; the exit code is 1 when a check fails.",
    footer = {
      "",
      "Examples:",
      "  carbonbook doctor",
      "  carbonbook --landing ~/yearbooks --lake ~/lake doctor"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int JAVA = 17;
  private static final long GIB = 1L << 30;

  @ParentCommand private Carbonbook carbonbook;
  @Spec private CommandSpec spec;

  private final TextTable table = new TextTable("check", "state", "what");
  private boolean failed;

  @Override
  public Integer call() {
    check("java", DoctorCommand::java);
    check("memory", DoctorCommand::memory);
    check("configuration", this::configuration);
    check("landing", this::landing);
    check("lake", this::lake);
    check("engine", this::engine);
    table.print(spec.commandLine().getOut());
    return failed ? Carbonbook.FAILED : Carbonbook.DONE;
  }

  /** Adds a row: the result of the check, or the error and its remedy. */
  private void check(String name, Callable<String> check) {
    try {
      table.row(name, "ok", check.call());
    } catch (Exception e) {
      failed = true;
      table.row(name, "FAILED", e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private static String java() {
    int version = Runtime.version().feature();
    if (version < JAVA) {
      throw new IllegalStateException(
          "this is Java %d: install JDK %d and point JAVA_HOME at it".formatted(version, JAVA));
    }
    return "%s, %s".formatted(Runtime.version(), System.getProperty("java.home"));
  }

  private static String memory() {
    long heap = Runtime.getRuntime().maxMemory();
    if (heap < GIB) {
      throw new IllegalStateException(
          "the heap is %d MiB: set CARBONBOOK_HEAP=2g or more".formatted(heap >> 20));
    }
    return "%.1f GiB of heap, %d cores"
        .formatted((double) heap / GIB, Runtime.getRuntime().availableProcessors());
  }

  private String configuration() {
    Path conf = carbonbook.workspace().configuration().folder();
    return "%s, %d marts".formatted(conf, MartDefinition.listMarts(conf).size());
  }

  private String landing() throws IOException {
    Path landing = Path.of(carbonbook.workspace().landing());
    if (!Files.isReadable(landing) || !Files.isDirectory(landing)) {
      throw new IllegalStateException(
          "no folder %s that can be read: give --landing DIR".formatted(landing));
    }
    try (Stream<Path> files = Files.walk(landing)) {
      return "%s, %d files".formatted(landing, files.filter(Files::isRegularFile).count());
    }
  }

  private String lake() {
    Lake lake = carbonbook.workspace().openLake();
    Releases releases = new Releases(lake);
    List<String> wrong = releases.verify();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "%s: %s: restore ops/release, ops/release-chain and the tables from a backup"
              .formatted(lake.root(), String.join("; ", wrong)));
    }
    String shown = releases.findCurrent().map(Release::id).orElse("nothing published yet");
    return "%s, %s".formatted(lake.root(), shown);
  }

  /** Writes, reads and joins tables in a folder of its own, through the engine that runs jobs. */
  private String engine() throws IOException {
    Path folder = Files.createTempDirectory("carbonbook-doctor");
    try {
      Lake trial = Lake.open(carbonbook.workspace()::openSpark, folder.toString());
      long rows = new LakeCheck(trial).run();
      return "Spark %s wrote, read and joined %d rows".formatted(trial.spark().version(), rows);
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
  }
}
