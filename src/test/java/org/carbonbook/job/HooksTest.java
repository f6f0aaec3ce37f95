package org.carbonbook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.notice.Notice;
import org.carbonbook.step.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real commands, called at the end of runs that went well and badly. */
class HooksTest {

  @TempDir private Path folder;
  private Path jobs;
  private Path landing;
  private Path told;
  private final List<Notice> failed = new ArrayList<>();

  @BeforeEach
  void makeFolders() throws IOException {
    jobs = Files.createDirectories(folder.resolve("jobs"));
    landing = Files.createDirectories(folder.resolve("landing"));
    told = folder.resolve("told");
  }

  @Test
  void successTellsRunReleaseAndOutcome() throws IOException {
    job(
        "success: [\"echo $CARBONBOOK_EVENT $CARBONBOOK_JOB $CARBONBOOK_RUN $CARBONBOOK_OUTCOME"
            + " $CARBONBOOK_RELEASE >> TOLD\"]");
    Files.writeString(landing.resolve("a.csv"), "a\n");
    run();
    run();
    assertThat(Files.readString(told))
        .isEqualTo("success tiny run-1 PUBLISHED R1\nsuccess tiny run-2 UNCHANGED\n");
    assertThat(failed).isEmpty();
  }

  @Test
  void noticeHearsOnlyWhatIsNew() throws IOException {
    job("notice: [\"cat >> TOLD; echo errors=$CARBONBOOK_ERRORS >> TOLD\"]");
    Files.writeString(landing.resolve("a.csv"), "a\n");
    run();
    assertThat(Files.readString(told))
        .startsWith("WARNING SOURCE_UNSTATED .: no publisher")
        .endsWith("errors=0\n");
    Files.delete(told);
    run();
    assertThat(told).doesNotExist();
  }

  @Test
  void aReleaseHeldBackIsAFailure() throws IOException {
    job("failure: [\"echo $CARBONBOOK_OUTCOME $CARBONBOOK_ERRORS >> TOLD\"]");
    Files.delete(landing);
    run();
    assertThat(Files.readString(told)).isEqualTo("HELD_BACK 1\n");
  }

  @Test
  void aRunThatCannotBeginIsAFailureWithItsReason() throws IOException {
    job("failure: ['echo \"$CARBONBOOK_OUTCOME: $CARBONBOOK_MESSAGE\" >> TOLD']");
    try (RunLock held = RunLock.take(lake(), "another run", java.time.Duration.ZERO)) {
      assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Files.readString(told)).startsWith("FAILED: ").contains("is held by another run");
  }

  @Test
  void theLakeIsFreeWhenACommandIsCalled() throws IOException {
    Files.writeString(landing.resolve("a.csv"), "a\n");
    job("success: [\"test ! -e " + folder.resolve("lake/ops/lock.json") + "\"]");
    assertThat(run()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(failed).isEmpty();
  }

  @Test
  void aCommandThatFailsIsANoticeAndTheRunIsWhatItWas() throws IOException {
    Files.writeString(landing.resolve("a.csv"), "a\n");
    job("{success: [\"exit 7\", \"sleep 60\", \"touch TOLD\"], timeout_seconds: 1}");
    long clock = System.nanoTime();
    assertThat(run()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(System.nanoTime() - clock).isLessThan(40_000_000_000L);
    assertThat(failed).extracting(Notice::code).containsExactly("HOOK_FAILED", "HOOK_FAILED");
    assertThat(failed.get(0).message()).isEqualTo("exit 7: ended with exit code 7");
    assertThat(failed.get(1).message()).isEqualTo("sleep 60: was stopped after 1 s");
    assertThat(told).exists();
    List<Map<String, Object>> rows = lake().smallTable("ops.notice").read();
    assertThat(rows)
        .filteredOn(row -> row.get("code").equals("HOOK_FAILED"))
        .hasSize(2)
        .allMatch(row -> row.get("run").equals("run-1") && row.get("step").equals("notify"));
  }

  @Test
  void aCommandNeedNotReadItsInput() {
    String much = "x".repeat(1 << 20);
    Map<String, String> environment = Map.of("CARBONBOOK_EVENT", "notice");
    assertThat(new HookCommand("true", environment, java.time.Duration.ofSeconds(20)).call(much))
        .isEmpty();
  }

  @Test
  void anUnknownKeyIsNamedWithItsLine() throws IOException {
    job("sucess: [\"true\"]");
    assertThatThrownBy(this::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tiny.yaml:3")
        .hasMessageContaining("sucess");
  }

  private void job(String notify) throws IOException {
    String text = "job: tiny\nsteps: [archive]\nnotify: " + (notify.startsWith("{") ? "" : "{");
    text += notify.replace("TOLD", told.toString()) + (notify.startsWith("{") ? "" : "}") + "\n";
    Files.writeString(jobs.resolve("tiny.yaml"), text);
  }

  private RunOutcome run() {
    RunListener hears =
        new RunListener() {
          @Override
          public void hookFailed(Notice notice) {
            failed.add(notice);
          }
        };
    return new JobRunner(lake(), new Configuration(Path.of("conf")), landing.toString(), hears)
        .run(jobs, "tiny", RunOptions.ALL);
  }

  private Lake lake() {
    return Lake.open(() -> LakeSession.open("test"), folder.resolve("lake").toString());
  }
}
