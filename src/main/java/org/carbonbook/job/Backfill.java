package org.carbonbook.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.fs.FileUtil;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.carbonbook.source.LandingParts;
import org.carbonbook.step.Step;

/**
 * Loads a landing folder part by part. Each part is a run of its own with a landing folder of its
 * files alone. A part fails when a step fails as often as the job allows, or when it brings a
 * notice of severity ERROR; its tables are then put back to where they were before it.
 */
final class Backfill {

  private final Lake lake;
  private final String landing;
  private final RunListener listener;
  private final Function<String, RunExecution> runs;

  /**
   * @param landing the whole landing folder
   * @param runs makes a run that reads a landing folder
   */
  Backfill(Lake lake, String landing, RunListener listener, Function<String, RunExecution> runs) {
    this.lake = lake;
    this.landing = landing;
    this.listener = listener;
    this.runs = runs;
  }

  /**
   * Loads the parts of a range, then runs the whole job on what was loaded.
   *
   * @param ended receives the record of the run at its end; failed when parts were not loaded
   */
  BackfillReport run(Job job, List<Step> all, BackfillRange range, Consumer<RunRecord> ended) {
    LandingParts parts = new LandingParts(landing, range.by(), lake.files().getConf());
    Map<String, List<Path>> chosen = new TreeMap<>(parts.listParts());
    chosen.keySet().removeIf(part -> !range.contains(part));
    if (chosen.keySet().stream().allMatch(LandingParts.UNDATED::equals)) {
      throw new IllegalArgumentException(
          "no file of %s lies within this range; by %s there is %s"
              .formatted(
                  landing, range.by().word(), String.join(", ", parts.listParts().keySet())));
    }
    Path folder = temporaryFolder();
    try {
      return run(job, all, new Loading(parts, chosen, folder), ended);
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
  }

  /** The parts to load, and where their landing folders are made. */
  private record Loading(LandingParts parts, Map<String, List<Path>> chosen, Path folder) {

    List<String> inOrder() {
      List<String> names = new ArrayList<>(chosen.keySet());
      if (names.remove(LandingParts.UNDATED)) {
        names.add(0, LandingParts.UNDATED);
      }
      return names;
    }

    String link(String name, List<Path> files) {
      Path place = folder.resolve(name);
      parts.link(files, place);
      return place.toString();
    }
  }

  private BackfillReport run(Job job, List<Step> all, Loading loading, Consumer<RunRecord> ended) {
    List<String> perPart = StepCatalog.requireKnown(job.parameters().perPart(), all);
    List<Step> steps = all.stream().filter(step -> perPart.contains(step.name())).toList();
    List<BackfillReport.Part> done = new ArrayList<>();
    List<Path> loaded = new ArrayList<>();
    int place = 0;
    for (String name : loading.inOrder()) {
      List<Path> files = loading.chosen().get(name);
      String linked = loading.link("part-" + ++place, files);
      BackfillReport.Part part = load(job, all, steps, name, files.size(), linked);
      done.add(part);
      if (!part.isLeft()) {
        loaded.addAll(files);
      }
      listener.partLoaded(part, place, loading.chosen().size());
    }
    RunExecution last = runs.apply(loading.link("loaded", loaded));
    List<String> left =
        done.stream().filter(BackfillReport.Part::isLeft).map(BackfillReport.Part::name).toList();
    Consumer<RunRecord> end = run -> ended.accept(left.isEmpty() ? run : run.leaving(left));
    return new BackfillReport(List.copyOf(done), last.run(job, all, all, RunOptions.ALL, end));
  }

  private BackfillReport.Part load(
      Job job, List<Step> all, List<Step> steps, String name, int files, String linked) {
    Map<String, OptionalLong> before = versions(steps);
    Set<Notice> known = new HashSet<>(JobRunner.listNotices(lake));
    int attempts = Math.max(1, job.parameters().attempts());
    String failure = null;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      RunExecution run = runs.apply(linked);
      try {
        run.run(job, all, steps, RunOptions.ALL, listener::ended);
        failure = findError(known);
        if (failure == null) {
          return new BackfillReport.Part(name, files, attempt, null);
        }
        // The same files say the same again.
        attempts = attempt;
      } catch (RuntimeException e) {
        failure = String.valueOf(e.getMessage());
      }
      takeOut(before, run.writing("backfill"));
    }
    return new BackfillReport.Part(name, files, attempts, failure);
  }

  private Map<String, OptionalLong> versions(List<Step> steps) {
    Map<String, OptionalLong> versions = new TreeMap<>();
    steps.forEach(step -> step.writes().forEach(t -> versions.put(t, lake.table(t).findVersion())));
    return versions;
  }

  private void takeOut(Map<String, OptionalLong> before, WriteContext writing) {
    before.forEach(
        (table, version) -> {
          if (lake.table(table).exists()) {
            lake.table(table).restore(version, writing);
          }
        });
  }

  /** The first error that was not known before, or null. */
  private String findError(Set<Notice> known) {
    return JobRunner.listNotices(lake).stream()
        .filter(notice -> notice.severity() == Severity.ERROR && !known.contains(notice))
        .map(notice -> "%s %s: %s".formatted(notice.code(), notice.place(), notice.message()))
        .findFirst()
        .orElse(null);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("carbonbook-backfill");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
