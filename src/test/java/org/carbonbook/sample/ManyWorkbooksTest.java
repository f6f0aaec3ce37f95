package org.carbonbook.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonbook.job.JobRunner;
import org.carbonbook.job.RunListener;
import org.carbonbook.job.RunOptions;
import org.carbonbook.job.RunOutcome;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.step.Configuration;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand different workbooks through the main job, then one of them changed. Prints workbooks
 * per second and how many cores were busy: {@code mvn test -Dtest=ManyWorkbooksTest
 * -Dtest.excludedGroups= -Dworkbooks=1000}.
 */
@Tag("slow")
class ManyWorkbooksTest {

  private static final int COUNT = Integer.getInteger("workbooks", 1000);
  private static final PrintStream OUT = System.out;

  @Test
  void areReadOnEveryCoreAndOneChangeIsOneFilesWork(@TempDir Path folder) throws IOException {
    Path landing = folder.resolve("landing");
    ManyWorkbooks workbooks = new ManyWorkbooks();
    workbooks.write(landing, COUNT);

    Map<String, StepResult> first = run(folder);
    workbooks.write(landing, 7, COUNT + 7);
    Map<String, StepResult> second = run(folder);

    assertThat(first.get("archive").written()).isEqualTo(COUNT);
    assertThat(first.get("yearbook").unchanged()).isZero();
    assertThat(second.get("archive").written()).isEqualTo(1);
    assertThat(second.get("yearbook").unchanged()).isEqualTo(COUNT - 1);
    assertThat(second.get("yearbook").written())
        .isBetween(1L, 2 * first.get("yearbook").written() / COUNT);
  }

  private static Map<String, StepResult> run(Path folder) {
    Throughput meter = new Throughput();
    RunOutcome outcome =
        new JobRunner(
                Lake.open(() -> LakeSession.open("benchmark"), folder.resolve("lake").toString()),
                new Configuration(Path.of("conf")),
                folder.resolve("landing").toString(),
                meter)
            .run(
                Path.of("jobs"),
                "nightly",
                new RunOptions(
                    List.of("archive", "yearbook", "observation", "factor", "footprint"),
                    null,
                    RunOptions.Fresh.SKIP,
                    java.time.Duration.ZERO));
    assertThat(outcome).isEqualTo(RunOutcome.NOT_PUBLISHED);
    return meter.results;
  }

  /** Prints what each step took, in time and in cores. */
  private static final class Throughput implements RunListener {

    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, StepResult> results = new TreeMap<>();
    private long cpuNanos;

    @Override
    public void stepStarted(String step, int place, int count, double expectedSeconds) {
      cpuNanos = system.getProcessCpuTime();
    }

    @Override
    public void stepDone(String step, StepResult result, double seconds) {
      results.put(step, result);
      double cores = (system.getProcessCpuTime() - cpuNanos) / 1e9 / seconds;
      long files = result.read() - result.unchanged();
      OUT.printf(
          "%-12s %,9d read %,9d new %,9d written %7.1f s %8.1f new/s %5.2f cores%n",
          step, result.read(), files, result.written(), seconds, files / seconds, cores);
    }
  }
}
