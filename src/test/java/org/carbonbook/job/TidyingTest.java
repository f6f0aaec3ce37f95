package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.RowFactory;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;
import org.carbonbook.mart.Retention;
import org.carbonbook.mart.Tidying;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention: kept releases stay readable, others go, compaction changes nothing. */
class TidyingTest {

  private static final String REPLACED = "ops.meter_month";
  private static final String ADDED = "ops.reject";
  private static final RunOptions AGAIN =
      new RunOptions(List.of(), null, RunOptions.Fresh.RUN_AGAIN, Duration.ZERO);

  @TempDir static Path shared;
  @TempDir Path folder;
  private ToyJob toy;
  private static final ToyStep REPLACING = ToyStep.writing("replacing", List.of());
  private static final ToyStep ADDING =
      new ToyStep("adding", List.of(), List.of(ADDED), List.of(), TidyingTest::add);

  @BeforeAll
  static void fourNights() throws IOException {
    ToyJob toy = new ToyJob(shared);
    for (int night = 0; night < 4; night++) {
      assertThat(toy.run(AGAIN, REPLACING, ADDING)).isEqualTo(RunOutcome.PUBLISHED);
    }
  }

  @BeforeEach
  void takeCopy() throws IOException {
    FileUtils.copyDirectory(shared.toFile(), folder.toFile());
    toy = new ToyJob(folder);
  }

  private static StepResult add(StepContext context) {
    var rows =
        context
            .spark()
            .createDataFrame(
                List.of(
                    RowFactory.create(context.writing().run(), "adding", "u", "t", "p", "r", "x")),
                TableDefinition.getDefinition(ADDED).schema());
    return StepResult.of(0, context.append(ADDED, rows).rows());
  }

  private Tidying.Report tidy(String policy, Tidying.Mode mode) throws IOException {
    Files.writeString(toy.conf.resolve("retention.yaml"), policy);
    return toy.runner(new RunListener() {}, REPLACING, ADDING).tidy(mode, Duration.ZERO);
  }

  @Test
  void keptReleasesStayReadableAndOthersGo() throws IOException {
    String policy = "{releases: 2, days: 0, unused_hours: 0, compact_files: 99, small_mb: 1}";
    long before = dataFiles(REPLACED);
    assertThat(tidy(policy, Tidying.Mode.SAY).oldestKept()).isEqualTo(3);
    assertThat(dataFiles(REPLACED)).isEqualTo(before);

    Tidying.Report report = tidy(policy, Tidying.Mode.DO);
    assertThat(report.oldestKept()).isEqualTo(3);
    assertThat(report.tables()).extracting(Tidying.Tidied::table).containsExactly(REPLACED);
    assertThat(before - dataFiles(REPLACED)).isEqualTo(2);
    Releases releases = new Releases(toy.lake);
    for (String id : List.of("R3", "R4")) {
      long run = Long.parseLong(id.substring(1));
      assertThat(rows(releases.getRelease(id), REPLACED)).isEqualTo(1);
      assertThat(rows(releases.getRelease(id), ADDED)).isEqualTo(run);
      assertThat(
              toy.lake
                  .table(REPLACED)
                  .readAt(releases.getRelease(id).tables().get(REPLACED))
                  .first()
                  .getLong(1))
          .isEqualTo(run);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> releases.getRelease("R2"))
        .withMessage("no release R2 that is kept; there is R3, R4");
    assertThat(toy.run(REPLACING, ADDING)).isEqualTo(RunOutcome.UNCHANGED);
  }

  @Test
  void youngReleasesAndYoungFilesAreKept() throws IOException {
    long before = dataFiles(REPLACED);
    tidy(
        "{releases: 1, days: 1, unused_hours: 0, compact_files: 99, small_mb: 1}", Tidying.Mode.DO);
    assertThat(new Releases(toy.lake).listKept()).hasSize(4);
    tidy(
        "{releases: 1, days: 0, unused_hours: 1, compact_files: 99, small_mb: 1}", Tidying.Mode.DO);
    assertThat(new Releases(toy.lake).listKept()).hasSize(1);
    assertThat(dataFiles(REPLACED)).isEqualTo(before);
  }

  @Test
  void aReleaseThatWasRolledBackToIsNeededByItsSuccessor() throws IOException {
    toy.runner(new RunListener() {}, REPLACING, ADDING).rollback("R1", Duration.ZERO);
    tidy(
        "{releases: 1, days: 0, unused_hours: 0, compact_files: 99, small_mb: 1}", Tidying.Mode.DO);
    Release current = new Releases(toy.lake).findCurrent().orElseThrow();
    assertThat(current.rollbackOf()).isEqualTo("R1");
    assertThat(toy.lake.table(REPLACED).readAt(current.tables().get(REPLACED)).first().getLong(1))
        .isEqualTo(1);
    assertThat(toy.lake.table(REPLACED).read().count()).as("the newest version").isEqualTo(1);
  }

  @Test
  void compactionIsNoChange() throws IOException {
    Tidying.Report report =
        tidy(
            "{releases: 9, days: 9, unused_hours: 0, compact_files: 3, small_mb: 1}",
            Tidying.Mode.DO);
    assertThat(report.tables())
        .extracting(Tidying.Tidied::table)
        .containsExactlyInAnyOrder(ADDED, "ops.release", "ops.run", "ops.step_run");
    assertThat(toy.lake.table(ADDED).findVersion().orElseThrow()).isEqualTo(4);
    assertThat(toy.lake.table(ADDED).findCommit().orElseThrow().version()).isEqualTo(3);
    assertThat(toy.lake.table(ADDED).read().count()).isEqualTo(4);
    assertThat(toy.run(REPLACING, ADDING)).isEqualTo(RunOutcome.UNCHANGED);
    assertThat(toy.history().listRuns()).hasSize(5);
    assertThat(rows(new Releases(toy.lake).getRelease("R2"), ADDED)).isEqualTo(2);
    assertThat(toy.run(AGAIN, REPLACING, ADDING)).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(rows(new Releases(toy.lake).getRelease("R5"), ADDED)).isEqualTo(5);
  }

  @Test
  void filesOfCutOffWritesAreRemoved() throws IOException {
    Path table = folder.resolve("lake/ops/meter_month");
    Path orphan = Files.writeString(table.resolve("part-00000-cut-off.snappy.parquet"), "x");
    Path log = Files.writeString(table.resolve("_delta_log/.00009.json.1.tmp"), "x");
    Path copy =
        Files.writeString(
            Files.createDirectories(folder.resolve("lake/raw/files")).resolve(".partial-1"), "x");
    tidy(
        "{releases: 9, days: 9, unused_hours: 1, compact_files: 99, small_mb: 1}", Tidying.Mode.DO);
    assertThat(orphan).exists();
    tidy(
        "{releases: 9, days: 9, unused_hours: 0, compact_files: 99, small_mb: 1}", Tidying.Mode.DO);
    assertThat(List.of(orphan, log, copy)).allMatch(Files::notExists);
    assertThat(rows(new Releases(toy.lake).getRelease("R1"), REPLACED)).isEqualTo(1);
  }

  @Test
  void aRunAtWorkIsNotDisturbed() {
    try (RunLock lock = RunLock.take(toy.lake, "run nightly", Duration.ZERO)) {
      lock.requireHeld();
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  tidy(
                      "{releases: 1, days: 0, unused_hours: 0, compact_files: 9, small_mb: 1}",
                      Tidying.Mode.DO))
          .withMessageContaining("is held by run nightly");
    }
  }

  @Test
  void aFaultyPolicyIsToldWithItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tidy("releases: 3\nday: 9\n", Tidying.Mode.SAY))
        .withMessageMatching("(?s).*retention.yaml:\\d+: unknown key 'day'.*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tidy("{releases: 0, compact_files: 9, small_mb: 1}", Tidying.Mode.SAY))
        .withMessageContaining("releases and small_mb are at least 1");
  }

  @Test
  void thePolicyOfTheConfigurationIsValid() {
    assertThat(Retention.read(Path.of("conf")).releases()).isPositive();
  }

  private long rows(Release release, String table) {
    return toy.lake.table(table).readAt(release.tables().get(table)).count();
  }

  private long dataFiles(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/" + table.replace('.', '/')))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }
}
