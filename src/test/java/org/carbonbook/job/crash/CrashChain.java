package org.carbonbook.job.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Disturbs run after run on one lake, each at a later point than the one before, and compares what
 * is there after each with a lake that nobody disturbed.
 */
final class CrashChain {

  private static final PrintStream OUT = System.out;

  /** A step that ended beside another one whose point came first. */
  private static final String OVERTAKEN = "OVERTAKEN";

  private static final Pattern STEP = Pattern.compile("\\[\\d+/\\d+\\] (\\S+?)(:? )");

  private final Path landing;
  private final Path lake;
  private final LakeImage expected;
  private final long runsBefore;
  private final SortedMap<String, Integer> struck = new TreeMap<>();

  /**
   * @param landing the landing folder of all runs
   * @param lake the lake to disturb
   * @param undisturbed a lake on which the job ran through
   * @param runsBefore how many runs the lake to disturb has seen before
   */
  CrashChain(Path landing, Path lake, Path undisturbed, long runsBefore) {
    this.landing = landing;
    this.lake = lake;
    this.expected = new LakeImage(undisturbed);
    this.runsBefore = runsBefore;
  }

  /**
   * A point of a run.
   *
   * @param step the step at work, or null when the point lies behind all steps
   * @param tables the tables to watch
   * @param moment how far their writing has come
   */
  record Point(String step, List<String> tables, Moment moment) {

    /** Behind all steps, when a table of the ledger is written. */
    static Point after(String table, Moment moment) {
      return new Point(null, List.of(table), moment);
    }

    String label() {
      return step == null ? tables.get(0) : step;
    }
  }

  /** The steps that a run did, in its order, with the tables they wrote. */
  static Map<String, List<String>> steps(String said, Path lake) throws IOException {
    Map<String, List<String>> steps = new java.util.LinkedHashMap<>();
    Matcher matcher = STEP.matcher(said);
    while (matcher.find()) {
      if (!matcher.group(2).startsWith(":")) {
        JsonNode mark =
            new ObjectMapper()
                .readTree(lake.resolve("ops/steps/" + matcher.group(1) + ".json").toFile());
        List<String> tables = new ArrayList<>();
        mark.path("wrote").fieldNames().forEachRemaining(tables::add);
        steps.put(matcher.group(1), tables);
      }
    }
    return steps;
  }

  /**
   * Runs up to each point, lets the disturbance happen there, and compares; then runs through.
   *
   * @param progress a file of the points that are behind, for a chain that is done in pieces
   * @return whether the chain is at its end
   */
  boolean run(List<Point> points, Disturbance disturbance, Path progress)
      throws IOException, InterruptedException {
    List<String> behind =
        new ArrayList<>(Files.exists(progress) ? Files.readAllLines(progress) : List.of());
    behind.forEach(line -> struck.merge(line.split(" ")[1], 1, Integer::sum));
    int last = Math.min(points.size(), behind.size() + Integer.getInteger("crash.most", 1000));
    for (Point point : points.subList(behind.size(), last)) {
      String struckAt = isDone(point.step()) ? OVERTAKEN : disturb(point, disturbance).toString();
      struck.merge(struckAt, 1, Integer::sum);
      assertSame(
          behind.stream()
              .map(line -> line.split(" ")[0])
              .filter(step -> !step.equals(point.label()))
              .toList());
      behind.add(point.label() + " " + struckAt);
      Files.write(progress, behind);
      OUT.printf("%3d %-32s %s%n", behind.size(), point.label(), struckAt);
    }
    if (last < points.size()) {
      OUT.printf("%d of %d points so far, all equal%n", last, points.size());
      return false;
    }
    end(points.size());
    return true;
  }

  private void end(int number) throws IOException, InterruptedException {
    NightProcess last = NightProcess.start(landing, lake, "run", "nightly");
    assertThat(last.await()).as(last.said()).isZero();
    LakeImage image = new LakeImage(lake);
    SortedMap<String, List<String>> marts = image.bytes("mart");
    assertThat(marts).isNotEmpty().isEqualTo(expected.bytes("mart"));
    for (String layer : List.of("raw", "core")) {
      assertThat(image.rows(layer)).isNotEmpty().isEqualTo(expected.rows(layer));
    }
    assertThat(image.rows("ops").get("ops.reject"))
        .isEqualTo(expected.rows("ops").get("ops.reject"));
    OUT.printf("%d disturbed runs %s: %d marts, all bytes equal%n", number, struck, marts.size());
  }

  private void assertSame(List<String> steps) throws IOException {
    SortedMap<String, List<String>> marts = new LakeImage(lake).bytes("mart");
    SortedMap<String, List<String>> theirs = expected.bytes("mart");
    for (String step : steps) {
      if (step.startsWith("mart.") && isDone(step)) {
        assertThat(marts.get(step)).as(step).isEqualTo(theirs.get(step));
      }
    }
  }

  /** Whether a disturbed run has ended a step, so that later ones skip it. */
  private boolean isDone(String step) throws IOException {
    Path mark = lake.resolve("ops/steps/" + step + ".json");
    if (step == null || !Files.exists(mark)) {
      return false;
    }
    String run = new ObjectMapper().readTree(mark.toFile()).path("run").asText();
    return Long.parseLong(run.substring("run-".length())) > runsBefore;
  }

  private Moment disturb(Point point, Disturbance disturbance)
      throws IOException, InterruptedException {
    Moment.Sight begun = Moment.Sight.of(lake, point.label(), point.tables());
    NightProcess night = NightProcess.start(landing, lake, "run", "nightly");
    if (point.step() != null) {
      while (night.isAlive() && !Moment.stepsAtWork(lake).contains(point.step())) {
        Thread.sleep(1);
      }
    }
    while (night.isAlive()
        && Moment.Sight.of(lake, point.label(), point.tables())
                .since(begun)
                .compareTo(point.moment())
            < 0) {
      Thread.sleep(1);
    }
    assertThat(night.isAlive()).as("point %s not met:\n%s", point, night.said()).isTrue();
    disturbance.strike(night);
    Moment struckAt = Moment.Sight.of(lake, point.label(), point.tables()).since(begun);
    disturbance.mend();
    assertThat(night.said()).contains(disturbance.said());
    return struckAt;
  }

  /** Waits for an undisturbed run and returns what it said. */
  static String through(Path landing, Path lake) throws IOException, InterruptedException {
    NightProcess night = NightProcess.start(landing, lake, "run", "nightly");
    assertThat(night.await()).as(night.said()).isZero();
    return night.said();
  }

  /** Copies a folder with the times of its files. */
  static Path copy(Path from, Path to) throws IOException, InterruptedException {
    Files.createDirectories(to.getParent());
    new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor();
    return to;
  }
}
