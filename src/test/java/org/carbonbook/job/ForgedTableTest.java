package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.mart.Releases;
import org.carbonbook.step.StepResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes into the lake beside the steps is found before anything is published. */
class ForgedTableTest {

  private static final String TABLE = "ops.meter_month";

  @TempDir Path folder;
  private ToyJob toy;
  private ToyStep step;

  @BeforeEach
  void publish() throws IOException {
    toy = new ToyJob(folder);
    step = ToyStep.writing("one", List.of());
    assertThat(toy.run(step)).isEqualTo(RunOutcome.PUBLISHED);
  }

  @Test
  void aForgedTableIsFoundAndItsStepRunsAgain() throws IOException {
    forge();
    assertThat(toy.run(step)).isEqualTo(RunOutcome.HELD_BACK);
    assertThat(reasons("run-2").get(0)).contains(TABLE).contains("written by another program");
    assertThat(releases().findCurrent().orElseThrow().id()).isEqualTo("R1");
    assertThat(text()).isEqualTo("one");
    toy.run(step);
    assertThat(releases().verify()).isEmpty();
    assertThat(releases().findCurrent().orElseThrow().tables().get(TABLE)).isNotEqualTo(1L);
  }

  /** A step that keeps what is unchanged would leave forged rows where they are. */
  @Test
  void whatAStepDoesNotWriteAgainIsPutBack() throws IOException {
    forge();
    ToyStep keeps = step.doing(context -> StepResult.of(0, 0));
    assertThat(toy.run(keeps)).isEqualTo(RunOutcome.HELD_BACK);
    assertThat(text()).isEqualTo("one");
  }

  /** As when an upgrade gives a table to another step, and other columns. */
  @Test
  void aTableThatAnotherStepWritesByNowIsNotPutBack() throws IOException {
    ToyStep writer =
        ToyStep.writing("two", List.of())
            .doing(
                context -> {
                  forge();
                  return ToyStep.write(context, "two");
                });
    assertThat(toy.run(writer, ToyStep.of("one", List.of(TABLE), List.of())))
        .isEqualTo(RunOutcome.PUBLISHED);
    assertThat(text()).isEqualTo("two");
  }

  @Test
  void anOldVersionThatWasRestoredIsFound() throws IOException {
    toy.run(
        new RunOptions(List.of("one"), null, RunOptions.Fresh.RUN_AGAIN, java.time.Duration.ZERO),
        step.doing(context -> ToyStep.write(context, "newer")));
    delta(TABLE).restoreToVersion(0);
    assertThat(text()).isEqualTo("one");
    assertThat(toy.run(step)).isEqualTo(RunOutcome.HELD_BACK);
    assertThat(reasons("run-3").get(0)).contains("written by another program");
  }

  @Test
  void aChangedLogIsFound() throws IOException {
    Path log = folder.resolve("lake/ops/meter_month/_delta_log/00000000000000000000.json");
    Files.writeString(
        log, Files.readString(log).replaceFirst("\"timestamp\":(\\d+)", "\"timestamp\":$11"));
    Files.deleteIfExists(log.resolveSibling("." + log.getFileName() + ".crc"));
    assertThat(releases().verify()).singleElement().asString().contains("R1");
    assertThat(toy.run(step)).isEqualTo(RunOutcome.HELD_BACK);
    assertThat(reasons("run-2").get(0)).contains("not the one that the step wrote");
  }

  @Test
  void compactionIsNoForgery() throws IOException {
    delta(TABLE).optimize().executeCompaction();
    assertThat(toy.run(step)).isEqualTo(RunOutcome.UNCHANGED);
  }

  @Test
  void anEmptiedLedgerIsFoundAndNoNumberReturns() throws IOException {
    delta(Releases.TABLE).delete();
    assertThat(releases().verify()).containsExactly("R1 was published and is gone");
    assertThatIllegalStateException()
        .isThrownBy(() -> releases().findCurrent())
        .withMessageContaining("R1 was published and is gone");
    assertThatIllegalStateException()
        .isThrownBy(() -> toy.run(step.doing(context -> ToyStep.write(context, "new"))));
    delta(Releases.TABLE).restoreToVersion(0);
    assertThat(releases().findCurrent().orElseThrow().id()).isEqualTo("R1");
  }

  @Test
  void aChangedAndAnAddedReleaseAreFound() throws IOException {
    delta(Releases.TABLE).updateExpr(Map.of("version", "version + 1"));
    assertThat(releases().verify()).contains("R1 is not as it was published");
    delta(Releases.TABLE).restoreToVersion(0);
    delta(Releases.TABLE)
        .toDF()
        .withColumn("number", org.apache.spark.sql.functions.lit(2L))
        .write()
        .format("delta")
        .mode("append")
        .save(folder.resolve("lake/ops/release").toString());
    assertThat(releases().verify()).containsExactly("R2 was never published");
  }

  /** A crash between the announcement and the ledger leaves the number free. */
  @Test
  void anAnnouncementWithoutAReleaseIsNoHarm() throws IOException {
    Path chain = folder.resolve("lake/ops/release-chain");
    Files.writeString(
        chain,
        Files.readString(chain) + "2 " + "0".repeat(64) + " " + "0".repeat(64) + " announced\n");
    assertThat(releases().verify()).isEmpty();
    toy.run(
        new RunOptions(List.of("one"), null, RunOptions.Fresh.RUN_AGAIN, java.time.Duration.ZERO),
        step.doing(context -> ToyStep.write(context, "newer")));
    assertThat(releases().findCurrent().orElseThrow().id()).isEqualTo("R2");
    assertThat(releases().verify()).isEmpty();
  }

  private void forge() {
    delta(TABLE).updateExpr(Map.of("month", "'forged'"));
    assertThat(text()).isEqualTo("forged");
  }

  private Releases releases() {
    return new Releases(toy.lake);
  }

  private String text() {
    return toy.lake.table(TABLE).read().first().getString(0);
  }

  private List<String> reasons(String run) {
    return toy.history().listSteps(run).stream().map(StepRecord::reason).toList();
  }

  private DeltaTable delta(String table) {
    return DeltaTable.forPath(
        LakeSession.open("test"), folder.resolve("lake/" + table.replace('.', '/')).toString());
  }
}
