package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeFile;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.Releases;
import org.carbonbook.source.ArchiveStep;
import org.carbonbook.step.StepContext;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs, why, and what is written down about it, with made-up steps. */
class JobRunnerTest {

  private static final String TABLE = "ops.meter_month";

  @TempDir Path folder;
  private ToyJob toy;

  @BeforeEach
  void make() throws IOException {
    toy = new ToyJob(folder);
  }

  @Test
  void aFreshStepIsSkippedAndAStaleOneSaysWhy() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of("rules.csv"));
    assertThat(toy.run(step)).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(reasons("run-1")).containsExactly("never done on this lake");
    assertThat(toy.run(step)).isEqualTo(RunOutcome.UNCHANGED);
    assertThat(states("run-2")).containsExactly("one FRESH");

    Files.writeString(toy.conf.resolve("rules.csv"), "a,b\n");
    assertThat(toy.run(step)).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(reasons("run-3").get(0)).matches("configuration rules.csv: \\w{12}, was \\w{12}");

    ToyStep reader = ToyStep.of("two", List.of(TABLE), List.of());
    toy.run(step, reader);
    toy.lake.table(TABLE).exists();
    toy.run(
        new RunOptions(List.of("one"), null, RunOptions.Fresh.RUN_AGAIN, java.time.Duration.ZERO),
        step,
        reader);
    toy.run(step, reader);
    assertThat(reasons("run-6")).contains("table ops.meter_month: version 2, was version 1");
  }

  @Test
  void aTableThatAnotherProgramWroteMakesItsStepStale() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of());
    toy.run(step);
    toy.run(step.doing(context -> ToyStep.write(context, "other")));
    StepMark mark = StepMark.find(toy.lake, "one").orElseThrow();
    new StepMark(
            "run-1", mark.from(), java.util.Map.of(TABLE, 0L), 1, List.of(), java.util.Map.of())
        .save(toy.lake, "one");
    toy.lake
        .table(TABLE)
        .replace(
            toy.lake.table(TABLE).read(),
            org.carbonbook.lake.TableDefinition.getDefinition(TABLE),
            new org.carbonbook.lake.WriteContext("by-hand", 99, "hand"));
    toy.run(step);
    assertThat(reasons("run-3").get(0))
        .isEqualTo("its tables are at {ops.meter_month=1}, its last run wrote {ops.meter_month=0}");
  }

  @Test
  void theLedgerSaysWhatARunReadWroteAndWhere() throws IOException {
    toy.run(
        ToyStep.writing("one", List.of())
            .doing(
                context -> {
                  ToyStep.write(context, "x");
                  return new StepResult(7, 1, 2, 3, List.of());
                }));
    RunRecord run = toy.history().listRuns().get(0);
    assertThat(run.outcome()).isEqualTo("PUBLISHED");
    assertThat(run.release()).isEqualTo("R1");
    assertThat(run.applicationId()).startsWith("local-");
    StepRecord step = toy.history().listSteps("run-1").get(0);
    assertThat(List.of(step.read(), step.written(), step.rejected(), step.unchanged()))
        .containsExactly(7L, 1L, 2L, 3L);
    assertThat(step.versionsOut()).containsExactly(java.util.Map.entry(TABLE, 0L));
    assertThat(step.versionsIn()).containsKey("code").containsEntry("code", step.codeVersion());
    assertThat(step.host()).isEqualTo(run.host()).isNotBlank();
    assertThat(step.applicationId()).isEqualTo(run.applicationId());
    assertThat(step.endedAt()).isAfterOrEqualTo(step.startedAt()).isBeforeOrEqualTo(run.endedAt());
  }

  @Test
  void aStepThatFailsPublishesNothingAndTheNextRunGoesOnFromThere() throws IOException {
    ToyStep first = ToyStep.writing("one", List.of());
    ToyStep second = ToyStep.of("two", List.of(TABLE), List.of());
    assertThatThrownBy(() -> toy.run(first, second.doing(JobRunnerTest::fail)))
        .isInstanceOf(StepFailedException.class)
        .hasMessage("step two failed: what happened\nwhat to do");
    assertThat(toy.history().listRuns().get(0).outcome()).isEqualTo("FAILED");
    assertThat(toy.history().listRuns().get(0).message()).contains("what happened\nwhat to do");
    assertThat(states("run-1")).containsExactly("one DONE", "two FAILED");
    assertThat(new Releases(toy.lake).findCurrent()).isEmpty();
    toy.run(first, second);
    assertThat(states("run-2")).containsExactly("one FRESH", "two DONE");
  }

  private static StepResult fail(StepContext context) {
    throw new IllegalStateException("what happened\nwhat to do\nand more");
  }

  @Test
  void aRunThatWasKilledIsEnteredByTheNextOne() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of());
    toy.run(step);
    byte[] alive = new LakeFile(toy.lake, "ops/run-number").read().orElseThrow();
    assertThat(new String(alive, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("1");
    RunRecord dead =
        new RunRecord(
            "run-2", 2, "toy", Journal.RUNNING, null, null, at("10:00"), at("10:00"), "h", null);
    StepRecord cut =
        StepRecord.of(
            dead,
            "one",
            1,
            StepRecord.State.RUNNING,
            new Freshness(
                new Fingerprint(new java.util.TreeMap<>()),
                List.of("x"),
                java.util.Optional.empty(),
                List.of()),
            at("10:01"),
            null);
    new Journal(dead, List.of(cut), java.util.Map.of()).save(toy.lake);
    assertThat(toy.history().listRuns().get(0).outcome()).isEqualTo(Journal.RUNNING);
    new LakeFile(toy.lake, "ops/run-number").replace(new byte[] {'2'});

    toy.run(step);
    RunRecord entered = toy.history().listRuns().get(1);
    assertThat(entered.outcome()).isEqualTo("KILLED");
    assertThat(entered.endedAt()).isEqualTo(at("10:01"));
    assertThat(states("run-2")).containsExactly("one KILLED");
    assertThat(Journal.list(toy.lake)).isEmpty();
  }

  @Test
  void aJournalThatIsEnteredTwiceIsInTheLedgerOnce() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of());
    List<Journal> kept = new ArrayList<>();
    toy.run(
        step.doing(
            context -> {
              kept.addAll(Journal.list(toy.lake));
              return ToyStep.write(context, "x");
            }));
    kept.get(0).save(toy.lake);
    toy.run(step);
    assertThat(toy.lake.smallTable(RunRecord.TABLE).read())
        .extracting(row -> row.get("run"))
        .containsExactlyInAnyOrder("run-1", "run-2");
    assertThat(toy.history().listRuns().get(1).outcome()).isEqualTo("PUBLISHED");
  }

  @Test
  void configurationThatIsEditedWhileAStepReadsItPublishesNothing() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of("rules.csv"));
    Files.writeString(toy.conf.resolve("rules.csv"), "a\n");
    assertThatThrownBy(
            () ->
                toy.run(
                    step.doing(
                        context -> {
                          edit("b\n");
                          return ToyStep.write(context, "half old, half new");
                        })))
        .hasMessageContaining("configuration of step one was edited during the run")
        .hasMessageContaining("run again");
    assertThat(new Releases(toy.lake).findCurrent()).isEmpty();
    assertThat(toy.run(step)).isEqualTo(RunOutcome.PUBLISHED);
  }

  @Test
  void configurationThatIsEditedBetweenTwoStepsPublishesNothing() throws IOException {
    Files.writeString(toy.conf.resolve("rules.csv"), "a\n");
    ToyStep first = ToyStep.writing("one", List.of("rules.csv"));
    ToyStep second = ToyStep.of("two", List.of(TABLE), List.of());
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                toy.run(
                    first,
                    second.doing(
                        context -> {
                          edit("b\n");
                          return StepResult.of(0, 0);
                        })))
        .withMessageContaining("configuration of step one was edited during the run");
    assertThat(new Releases(toy.lake).findCurrent()).isEmpty();
    assertThat(toy.run(first, second)).isEqualTo(RunOutcome.PUBLISHED);
  }

  private void edit(String text) {
    try {
      Files.writeString(toy.conf.resolve("rules.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCommitThatIsGoneIsToldAndNothingRuns() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of());
    for (int i = 0; i < 3; i++) {
      toy.run(
          new RunOptions(List.of(), null, RunOptions.Fresh.RUN_AGAIN, java.time.Duration.ZERO),
          step);
    }
    Path log = folder.resolve("lake/ops/meter_month/_delta_log");
    for (long lost : List.of(2L, 1L, 0L)) {
      Path file = log.resolve("%020d.json".formatted(lost));
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      assertThatIllegalStateException()
          .isThrownBy(() -> toy.run(step))
          .withMessageContaining("_delta_log lost version " + lost)
          .withMessageContaining("restore that file from a backup");
      Files.write(file, content);
    }
    assertThat(toy.run(step)).isEqualTo(RunOutcome.UNCHANGED);
  }

  @Test
  void aRunNumberThatWentBackIsToldInsteadOfWritingNothing() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of("rules.csv"));
    toy.run(step);
    Files.writeString(toy.conf.resolve("rules.csv"), "changed\n");
    toy.run(step);
    new LakeFile(toy.lake, "ops/run-number").replace(new byte[] {'0'});
    Files.writeString(toy.conf.resolve("rules.csv"), "changed again\n");
    assertThatThrownBy(() -> toy.run(step)).hasMessageContaining("ops/run-number");
  }

  @Test
  void aJobOfSomeStepsPublishesItsTablesBesideThoseOfOthers() throws IOException {
    ToyStep months = ToyStep.writing("months", List.of());
    ToyStep files =
        new ToyStep(
            "files",
            List.of(),
            List.of("raw.meter_file"),
            List.of("rules.csv"),
            context -> {
              var definition = TableDefinition.getDefinition("raw.meter_file");
              var none = context.spark().createDataFrame(List.of(), definition.schema());
              return StepResult.of(0, context.replace("raw.meter_file", none).rows());
            });
    toy.run(months, files);
    edit("new\n");
    assertThat(toy.runOnly(files, months, files)).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(new Releases(toy.lake).findCurrent().orElseThrow().tables())
        .containsEntry(TABLE, 0L)
        .containsEntry("raw.meter_file", 1L);
    assertThat(toy.runOnly(files, files))
        .as("months are no longer known")
        .isEqualTo(RunOutcome.PUBLISHED);
    assertThat(new Releases(toy.lake).findCurrent().orElseThrow().tables())
        .containsOnlyKeys("raw.meter_file");
  }

  @Test
  void aReaderDuringARunSeesTheOldRelease() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of());
    toy.run(step.doing(context -> ToyStep.write(context, "old")));
    List<String> seen = new ArrayList<>();
    ToyStep reader =
        ToyStep.of("two", List.of(TABLE), List.of())
            .doing(
                context -> {
                  seen.add(published(TABLE));
                  return StepResult.of(0, 0);
                });
    RunOptions again =
        new RunOptions(List.of(), null, RunOptions.Fresh.RUN_AGAIN, java.time.Duration.ZERO);
    toy.run(again, step.doing(context -> ToyStep.write(context, "new")), reader);
    assertThat(seen).containsExactly("old");
    assertThat(published(TABLE)).isEqualTo("new");
  }

  /** What a reader sees who opens the lake again. */
  private String published(String table) {
    Lake reader = Lake.open(() -> LakeSession.open("test"), toy.lake.root().toString());
    long version = new Releases(reader).findCurrent().orElseThrow().tables().get(table);
    return reader.table(table).readAt(version).first().getString(0);
  }

  @Test
  void aClockThatWasSetBackChangesNoOrder() throws IOException {
    ToyStep step = ToyStep.writing("one", List.of("rules.csv"));
    java.time.Instant future = java.time.Instant.parse("2099-01-01T00:00:00Z");
    WriteContext writing = new WriteContext("run-0", 0, "earlier");
    toy.lake
        .smallTable(RunRecord.TABLE)
        .append(
            List.of(
                new RunRecord("run-0", 0, "toy", "PUBLISHED", "R1", null, future, future, "h", null)
                    .row()),
            writing);
    toy.lake
        .smallTable(Releases.TABLE)
        .append(
            List.of(java.util.Arrays.asList("R0", 0L, TABLE, 0L, "publish", null, "run-0", future)),
            writing);
    toy.run(step);
    edit("new\n");
    toy.run(step);
    assertThat(new Releases(toy.lake).findCurrent().orElseThrow().id()).isEqualTo("R1");
    assertThat(toy.history().listRuns()).extracting(RunRecord::run).endsWith("run-1", "run-0");
    assertThat(toy.history().listRuns()).allMatch(run -> run.seconds() >= 0);
  }

  @Test
  void aLakeOfANewerVersionIsRefused() throws IOException {
    Files.writeString(folder.resolve("lake/carbonbook-lake.json"), "{\"format\": 99}");
    assertThatIllegalStateException()
        .isThrownBy(() -> Lake.open(() -> LakeSession.open("test"), toy.lake.root().toString()))
        .withMessageContaining("has format 99, this carbonbook knows 1: use a newer carbonbook");
  }

  @Test
  void aLandingFileThatChangesWhileItIsReadWaitsForTheNextRun() throws Exception {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Path growing = landing.resolve("growing.csv");
    Files.write(growing, new byte[40 << 20]);
    Files.writeString(landing.resolve("whole.csv"), "a\n");
    java.util.concurrent.atomic.AtomicBoolean stop =
        new java.util.concurrent.atomic.AtomicBoolean();
    Thread writer = new Thread(() -> grow(growing, stop));
    writer.start();
    ArchiveStep archive = new ArchiveStep();
    toy.run(archive);
    stop.set(true);
    writer.join();
    assertThat(JobRunner.listNotices(toy.lake))
        .anySatisfy(
            notice -> {
              assertThat(notice.code()).isEqualTo("FILE_CHANGED_WHILE_READ");
              assertThat(notice.place()).isEqualTo("growing.csv");
            });
    assertThat(archived()).containsExactly("whole.csv");
    toy.run(archive);
    assertThat(archived()).containsExactlyInAnyOrder("growing.csv", "whole.csv");
  }

  private List<String> archived() {
    return toy.lake.table("raw.source_file").read().collectAsList().stream()
        .map(row -> row.<String>getAs("path"))
        .toList();
  }

  private static void grow(Path file, java.util.concurrent.atomic.AtomicBoolean stop) {
    while (!stop.get()) {
      try {
        Files.writeString(file, "x", java.nio.file.StandardOpenOption.APPEND);
        Thread.sleep(1);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void anUnknownStepGetsTheNearestNames() {
    RunOptions options =
        new RunOptions(List.of("oen"), null, RunOptions.Fresh.SKIP, java.time.Duration.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> toy.run(options, ToyStep.writing("one", List.of())))
        .withMessage("no step oen in this job; did you mean one?");
  }

  private List<String> reasons(String run) {
    return toy.history().listSteps(run).stream().map(StepRecord::reason).toList();
  }

  private List<String> states(String run) {
    return toy.history().listSteps(run).stream().map(s -> s.step() + " " + s.state()).toList();
  }

  private static java.time.Instant at(String time) {
    return java.time.Instant.parse("2024-01-01T" + time + ":00Z");
  }
}
