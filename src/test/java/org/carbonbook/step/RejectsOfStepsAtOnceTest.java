package org.carbonbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rejects of several steps are in one table; steps that run at once keep those of the others.
 */
class RejectsOfStepsAtOnceTest {

  private static final List<String> STEPS = List.of("first", "second", "third");

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @Test
  void everyRejectIsKeptOnce() throws Exception {
    List<String> expected = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(STEPS.size());
    try {
      for (long run = 1; run <= 3; run++) {
        runAll(threads, run);
        for (String step : STEPS) {
          expected.add(step + " run-" + run);
        }
        assertThat(places()).containsExactlyInAnyOrderElementsOf(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void runAll(ExecutorService threads, long run)
      throws InterruptedException, ExecutionException {
    List<Future<StepResult>> running = new ArrayList<>();
    for (String name : STEPS) {
      StepContext context =
          new StepContext(
              lake,
              new Configuration(folder.resolve("conf")),
              "landing",
              new WriteContext("run-" + run, run, name));
      running.add(threads.submit(() -> new RejectingStep(name).run(context)));
    }
    for (Future<StepResult> each : running) {
      each.get();
    }
  }

  private List<String> places() {
    return lake.table("ops.reject").read().collectAsList().stream()
        .map((Row row) -> row.<String>getAs("place"))
        .toList();
  }

  /** Rejects one row of a unit that is new in each run. */
  private record RejectingStep(String name) implements Step {

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public List<String> writes() {
      return List.of(WorkUnits.table(name));
    }

    @Override
    public StepResult run(StepContext context) {
      String run = context.writing().run();
      WorkUnits units = WorkUnits.open(context, this);
      units.stale(Map.of(run, "1"));
      units.done(
          run, List.of(), List.of(new WorkUnits.Reject("core.x", name + " " + run, "BAD", "?")));
      units.save();
      return StepResult.of(1, 0);
    }
  }
}
