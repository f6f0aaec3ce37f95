package org.carbonbook.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.notice.Notice;
import org.carbonbook.notice.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkUnitsTest {

  private static final Notice BAD = notice("a.csv:3");
  private static final WorkUnits.Reject REJECT =
      new WorkUnits.Reject("core.thing", "a.csv:3", "NOT_A_NUMBER", "x");

  private static final Map<String, String> INPUTS = Map.of("a.csv", "1");

  @TempDir private Path folder;
  private Lake lake;
  private int run;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    lake = Lake.open(() -> LakeSession.open("tests"), folder.resolve("lake").toString());
  }

  @Test
  void aUnitIsDoneOnceAndAgainWhenItsInputChanges() {
    Map<String, String> inputs = Map.of("a.csv", "1", "b.csv", "1");
    WorkUnits first = units();
    assertThat(first.stale(inputs)).containsExactlyInAnyOrder("a.csv", "b.csv");
    first.done("a.csv", List.of());
    first.done("b.csv", List.of());
    first.save();

    assertThat(units().stale(inputs)).isEmpty();
    assertThat(units().stale(Map.of("a.csv", "1", "b.csv", "2"))).containsExactly("b.csv");
  }

  @Test
  void aChangeOfConfigurationMakesEveryUnitStale() throws IOException {
    Map<String, String> inputs = Map.of("a.csv", "1");
    WorkUnits first = units();
    first.stale(inputs);
    first.done("a.csv", List.of());
    first.save();

    Files.writeString(folder.resolve("conf/rules.csv"), "a,b\n");
    assertThat(units().stale(inputs)).containsExactly("a.csv");
  }

  @Test
  void aChangeOfCodeMakesEveryUnitStale() {
    doneAndSaved(new TrialStep());
    assertThat(units(new TrialStep()).stale(INPUTS)).isEmpty();
    assertThat(units(new EditedStep(new TrialStep())).stale(INPUTS)).containsExactly("a.csv");
  }

  /** A table more stands for a table whose dictionary changed: the digest has both. */
  @Test
  void aChangeOfADictionaryMakesEveryUnitStale() {
    List<String> writes = List.of("raw.cell");
    doneAndSaved(new TrialStep(writes));
    assertThat(units(new TrialStep(writes)).stale(INPUTS)).isEmpty();
    assertThat(units(new TrialStep(List.of("raw.yearbook_table"))).stale(INPUTS))
        .containsExactly("a.csv");
  }

  @Test
  void aForcedRunFindsEveryUnitStale() {
    doneAndSaved(new TrialStep());
    WorkUnits forced = WorkUnits.open(context().force(true), new TrialStep());
    assertThat(forced.stale(INPUTS)).containsExactly("a.csv");
  }

  private void doneAndSaved(Step step) {
    WorkUnits first = units(step);
    first.stale(INPUTS);
    first.done("a.csv", List.of());
    first.save();
  }

  @Test
  void noticesAndRejectsLiveAsLongAsTheResult() {
    Map<String, String> inputs = Map.of("a.csv", "1", "b.csv", "1");
    WorkUnits first = units();
    first.stale(inputs);
    first.done("a.csv", List.of(BAD), List.of(REJECT));
    first.done("b.csv", List.of());
    first.save();

    WorkUnits later = units();
    later.stale(Map.of("a.csv", "1", "b.csv", "2", "c.csv", "1"));
    later.done("b.csv", List.of());
    later.done("c.csv", List.of(notice("c.csv")));
    later.save();
    assertThat(units().notices()).containsExactly(BAD, notice("c.csv"));
    assertThat(rejectedPlaces()).containsExactly("a.csv:3");

    WorkUnits repaired = units();
    repaired.stale(Map.of("a.csv", "2"));
    repaired.done("a.csv", List.of());
    repaired.save();
    assertThat(units().notices()).containsExactly(notice("c.csv"));
    assertThat(rejectedPlaces()).isEmpty();
  }

  @Test
  void whatIsNoLongerThereIsForgotten() {
    WorkUnits first = units();
    first.stale(Map.of("a.csv", "1"));
    first.done("a.csv", List.of(BAD), List.of(REJECT));
    first.save();

    WorkUnits later = units();
    later.forgetAllBut(List.of());
    later.save();
    assertThat(units().notices()).isEmpty();
    assertThat(units().names()).isEmpty();
    assertThat(rejectedPlaces()).isEmpty();
  }

  @Test
  void aUnitWhoseRunWasCutOffStaysStale() {
    WorkUnits cutOff = units();
    cutOff.stale(Map.of("a.csv", "1"));
    cutOff.done("a.csv", List.of());

    assertThat(units().stale(Map.of("a.csv", "1"))).containsExactly("a.csv");
  }

  @Test
  void onlyPlannedUnitsCanBeDone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> units().done("other.csv", List.of()))
        .withMessage("unit other.csv of step trial was not planned");
  }

  private WorkUnits units() {
    return units(new TrialStep());
  }

  private WorkUnits units(Step step) {
    return WorkUnits.open(context(), step);
  }

  private StepContext context() {
    run++;
    WriteContext writing = new WriteContext("run-" + run, run, "trial");
    return new StepContext(lake, new Configuration(folder.resolve("conf")), "landing", writing);
  }

  private List<String> rejectedPlaces() {
    return lake.table("ops.reject").read().collectAsList().stream()
        .map((Row row) -> row.<String>getAs("place"))
        .toList();
  }

  private static Notice notice(String place) {
    return new Notice("BAD_ROW", Severity.WARNING, place, "one row", "fix the file");
  }

  private static final class TrialStep implements Step {

    private final List<String> writes;

    TrialStep() {
      this(List.of(WorkUnits.table("trial")));
    }

    TrialStep(List<String> writes) {
      this.writes = writes;
    }

    @Override
    public String name() {
      return "trial";
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public List<String> writes() {
      return writes;
    }

    @Override
    public List<String> configuration() {
      return List.of("rules.csv");
    }

    @Override
    public StepResult run(StepContext context) {
      return StepResult.of(0, 0);
    }
  }
}
